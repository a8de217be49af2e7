/// A conversation that writes its messages one after the other.
struct InventedConversation {
  let number: Int
  let page: Int
  let channel: Int
  let contact: Int
  let employee: Int
  /// Second of the next message.
  var second: Int
  private var remaining: Int
  private var isAnswerDue: Bool

  /// Few pages and employees have most of the conversations, as in real inboxes.
  init(number: Int, second: Int, random: inout SplitMix) {
    self.number = number
    self.second = second
    page = Int(Double(GeneratedHistory.pages) * random.share() * random.share())
    channel = random.below(4)
    contact = random.share() < 0.3 ? random.below(max(1, number)) : number
    employee = Int(Double(GeneratedHistory.employees) * random.share() * random.share())
    remaining = 1 + random.below(3) + (random.share() < 0.2 ? random.below(20) : 0)
    isAnswerDue = false
  }

  /// The next message: whether it is inbound; nil where the conversation is over.
  mutating func next(_ random: inout SplitMix) -> Bool? {
    if isAnswerDue {
      isAnswerDue = false
      return false
    }
    guard remaining > 0 else { return nil }
    remaining -= 1
    isAnswerDue = random.share() < 0.94
    return true
  }

  /// After a message: when the next one comes.
  ///
  /// Answers take minutes, now and then hours; contacts write again soon, or days later.
  mutating func wait(_ random: inout SplitMix) {
    let share = random.share()
    if isAnswerDue {
      second +=
        share < 0.75
        ? 20 + random.below(800)
        : share < 0.97 ? random.below(14_400) : random.below(100_000)
    } else {
      second += share < 0.25 ? 90_000 + random.below(500_000) : 30 + random.below(1_200)
    }
  }
}
