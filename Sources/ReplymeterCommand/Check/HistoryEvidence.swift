import MessageHistory

/// What a history's conversations say of how well its inputs were understood: one walk over them.
struct HistoryEvidence: Sendable {
  /// Messages that people on the business side wrote, and those of them that name an employee.
  var written = 0
  var withEmployee = 0
  /// Numbers of the local days with a message.
  var days: Set<Int> = []
  /// Conversations with messages of both sides, and those of them that the business began.
  var answeredConversations = 0
  var begunByBusiness = 0
  /// Neighbours in time, one of each side, from one input: in the order of its rows, or against it.
  var inOrder = SidePairs()
  var againstOrder = SidePairs()

  /// Pairs of messages, and the first row of them.
  struct SidePairs: Sendable {
    var count = 0
    /// The row of the later message.
    var first: Place?

    mutating func add(_ place: Place) {
      count += 1
      first = min(first ?? place, place)
    }

    static func += (sum: inout SidePairs, other: SidePairs) {
      sum.count += other.count
      if let place = other.first { sum.first = min(sum.first ?? place, place) }
    }
  }

  private init() {}

  /// - Parameters:
  ///   - history: the rows.
  ///   - clock: whose days are counted.
  ///   - workers: how many threads work at once.
  /// - Throws: `MessageHistoryError` where records cannot be read back.
  init(_ history: History, clock: LocalClock, workers: Int) throws(MessageHistoryError) {
    let parts = try history.walk(workers: workers, from: HistoryEvidence()) {
      $0.add($1, clock: clock, inputs: history.inputs)
    }
    self = parts.reduce(into: HistoryEvidence()) { $0 += $1 }
  }

  private mutating func add(
    _ conversation: Conversation, clock: LocalClock, inputs: PreparedInputs
  ) {
    var previous: Message?
    var first: MessageClass?
    var sides: Set<MessageClass> = []
    for index in 0..<conversation.count {
      let message = conversation[index]
      let messageClass = message.traits.messageClass
      guard messageClass.isSentOrReceived else { continue }
      days.insert(clock.date(at: message.instant).dayNumber)
      guard messageClass.isVisible else { continue }
      if messageClass == .humanOutbound {
        written += 1
        if message.traits.employee != 0 { withEmployee += 1 }
      }
      first = first ?? messageClass
      sides.insert(messageClass)
      if let previous { compare(previous, message, inputs) }
      previous = message
    }
    guard sides.count == 2 else { return }
    answeredConversations += 1
    if first == .humanOutbound { begunByBusiness += 1 }
  }

  private mutating func compare(
    _ earlier: Message, _ later: Message, _ inputs: PreparedInputs
  ) {
    guard earlier.traits.messageClass != later.traits.messageClass,
      earlier.instant < later.instant,
      inputs.extent(around: earlier.place).places.contains(later.place)
    else { return }
    if earlier.place < later.place {
      inOrder.add(later.place)
    } else {
      againstOrder.add(later.place)
    }
  }

  static func += (sum: inout HistoryEvidence, other: HistoryEvidence) {
    sum.written += other.written
    sum.withEmployee += other.withEmployee
    sum.days.formUnion(other.days)
    sum.answeredConversations += other.answeredConversations
    sum.begunByBusiness += other.begunByBusiness
    sum.inOrder += other.inOrder
    sum.againstOrder += other.againstOrder
  }

  /// The pairs that do not stand as nearly all of the others do; nil where there are none, or where
  /// rows have no order at all.
  var pairsOutOfOrder: SidePairs? {
    let (few, many) =
      inOrder.count < againstOrder.count ? (inOrder, againstOrder) : (againstOrder, inOrder)
    return few.count > 0 && few.count * 4 <= many.count ? few : nil
  }
}
