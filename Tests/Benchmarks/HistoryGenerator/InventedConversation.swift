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
      second += pause(&random)
      return false
    }
    guard remaining > 0 else { return nil }
    remaining -= 1
    isAnswerDue = random.share() < 0.94
    if !isAnswerDue || random.share() < 0.25 { second += 20 + random.below(90) }
    return true
  }

  /// After a message: when the next one comes.
  mutating func wait(_ random: inout SplitMix) {
    second += random.share() < 0.35 ? 90_000 + random.below(900_000) : 30 + random.below(1_200)
  }

  /// Mostly minutes, now and then hours.
  private func pause(_ random: inout SplitMix) -> Int {
    let share = random.share()
    return share < 0.7 ? 20 + random.below(700) : share < 0.95 ? random.below(14_400) : random.below(200_000)
  }
}
