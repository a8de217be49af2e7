import MessageHistory

/// What a worker counts of single rows: by slice, by seat, and the newest names of employees.
///
/// Rows of many conversations are counted before these are walked over: loops that have no branch by
/// what a row is go on with the next rows while they wait for memory, and what they load the walk
/// finds in the cache.
struct RowTally: ~Copyable, Sendable {
  /// A conversation among rows that were counted.
  struct Found: BitwiseCopyable {
    /// Index of its first row.
    let start: Int32
    /// What the traits of any of its rows up to as-of have.
    let further: FurtherTraits
  }

  private let asOf: Int64
  private let period: InstantSpan
  private let counts: OwnedMemory<Int>
  /// The conversations at hand, and one behind them that begins where their rows end.
  private var found = OwnedMemory<Found>(capacity: 0)
  /// Indexes of the human outbound messages at hand.
  private var sent = OwnedMemory<Int32>(capacity: 0)
  private(set) var names = EmployeeNames()
  var seats: SeatNotes
  var clock: OffsetMemo
  /// How many rows were later than as-of, and so set aside.
  private(set) var rowsAfterAsOf = 0

  /// - Parameters:
  ///   - rules: what the report is about.
  ///   - days: the local dates of its period, since 1970-01-01.
  init(_ rules: MetricRules, days: Range<Int>) {
    asOf = rules.asOf.milliseconds
    period = InstantSpan(rules.period)
    counts = OwnedMemory(repeating: 0, count: rules.slices.count * RowCounts.countPerSlice)
    seats = SeatNotes(days: days)
    clock = OffsetMemo(clock: rules.clock)
  }

  /// The counts of a slice.
  @inline(__always)
  func counts(of slice: Int) -> RowCounts { RowCounts(counts, of: slice) }

  /// A conversation of those that were counted last; one behind them begins where the rows end.
  @inline(__always)
  func found(_ index: Int) -> Found { found.base[index] }

  /// Finds conversations among rows, and counts the rows up to as-of by their sort and by who sent
  /// them.
  ///
  /// - Parameters:
  ///   - records: those of whole conversations, one after another.
  ///   - traits: those of the history.
  ///   - slices: the rules by slice.
  /// - Returns: how many conversations there are.
  mutating func count(
    _ records: UnsafeBufferPointer<MessageRecord>, _ traits: TraitsView,
    _ slices: borrowing OwnedMemory<SliceRules>
  ) -> Int {
    found.reserve(records.count + 1, keeping: 0)
    sent.reserve(records.count + 1, keeping: 0)
    seats.reserve(traits: traits.marks.count)
    let (conversations, messages) = countRows(records, traits)
    countSent(messages, records, traits, slices)
    return conversations
  }

  /// - Returns: how many conversations and human outbound messages were noted.
  @inline(__always)
  private mutating func countRows(
    _ records: UnsafeBufferPointer<MessageRecord>, _ traits: TraitsView
  ) -> (conversations: Int, messages: Int) {
    let (asOf, period, counts) = (asOf, period, counts.base)
    var conversation = CurrentConversation(before: records)
    var newest = found.base - 1
    var messages = sent.base
    for row in 0..<records.count {
      newest += conversation.advance(to: records[row], row)
      let instant = records[row].moment >> 3
      let marks = traits.marks[Int(records[row].traits)]
      if instant <= asOf {
        conversation.further.formUnion(marks.further)
        RowCounts.count(marks, isInPeriod: period.contains(instant), in: counts)
        messages.initialize(to: Int32(truncatingIfNeeded: row))
        messages += marks.sent
      } else {
        rowsAfterAsOf &+= 1
      }
      newest.initialize(to: Found(start: conversation.start, further: conversation.further))
    }
    newest += 1
    newest.initialize(
      to: Found(start: Int32(truncatingIfNeeded: records.count), further: []))
    return (conversations: newest - found.base, messages: messages - sent.base)
  }

  @inline(__always)
  private mutating func countSent(
    _ messages: Int, _ records: UnsafeBufferPointer<MessageRecord>, _ traits: TraitsView,
    _ slices: borrowing OwnedMemory<SliceRules>
  ) {
    let (period, slices) = (period, slices.base)
    for index in 0..<messages {
      let record = records.baseAddress.unsafelyUnwrapped + Int(sent.base[index])
      let instant = record.pointee.moment >> 3
      let marks = traits.marks[Int(record.pointee.traits)]
      if marks.further.contains(.senderName), names.mayChange(of: marks.employee, at: instant) {
        names.note(
          traits.all[Int(record.pointee.traits)].senderName, of: marks.employee,
          at: Instant(at: instant))
      }
      let slice = slices + marks.slice
      if slice.pointee.isChosen, period.contains(instant) {
        seats.noteMessage(
          record, page: slice.pointee.page, employee: marks.employee,
          day: clock.day(at: instant))
      }
    }
  }

  // MARK: The end

  /// All that was counted of seats.
  consuming func ledger() -> EmployeeLedger { seats.ledger() }
}

/// The conversation that a pass over rows has come to.
///
/// Nobody foresees where a conversation ends: a branch there would throw away what was begun of the
/// next rows, most of all their way from memory. So each row does what a first row does, with masks.
private struct CurrentConversation {
  private var key: UInt64
  private var tail: UInt32
  /// Index of its first row.
  private(set) var start: Int32 = 0
  /// What the traits of its rows have.
  var further: FurtherTraits = []

  /// None yet: the first of the rows begins one.
  @inline(__always)
  init(before records: UnsafeBufferPointer<MessageRecord>) {
    key = records.isEmpty ? 0 : ~records[0].conversation
    tail = 0
  }

  /// - Returns: 1 where another conversation begins with the row, else 0.
  @inline(__always)
  mutating func advance(to record: MessageRecord, _ row: Int) -> Int {
    let difference = key ^ record.conversation | UInt64(tail ^ record.conversationTail)
    key = record.conversation
    tail = record.conversationTail
    let isFirst = difference == 0 ? 0 : 1
    let mask = Int32(truncatingIfNeeded: isFirst &- 1)
    start = start & mask | Int32(truncatingIfNeeded: row) & ~mask
    further = FurtherTraits(rawValue: further.rawValue & UInt8(truncatingIfNeeded: mask))
    return isFirst
  }
}
