import CSystem
import MessageHistory

/// What a worker counts of single rows: by slice, by seat, and the newest names of employees.
///
/// Rows of many conversations are counted before these are walked over: loops that have no branch by
/// what a row is go on with the next rows while they wait for memory, and what they load the walk
/// finds in the cache.
struct RowTally: ~Copyable, Sendable {
  /// A human outbound message among the rows at hand.
  struct Sent: BitwiseCopyable {
    let row: Int32
    /// Index of its conversation.
    let conversation: Int32
  }

  private let asOf: Int64
  private let period: InstantSpan
  private let counts: OwnedMemory<Int>
  private var hints = TraitHints()
  /// By conversation at hand: index of its slice's first count.
  private var firstCounts = OwnedMemory<Int32>(capacity: 0)
  /// By conversation at hand: what the traits of any of its rows up to as-of have.
  private var further = OwnedMemory<FurtherTraits>(capacity: 0)
  /// The human outbound messages at hand.
  private var sent = OwnedMemory<Sent>(capacity: 0)
  /// Conversations that were at hand before.
  private var conversationsBefore = 0
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

  /// What the traits of any row up to as-of have of a conversation of those that were counted last.
  @inline(__always)
  func further(_ conversation: Int) -> FurtherTraits { further.base[conversation] }

  /// Counts rows up to as-of by their sort and by who sent them.
  ///
  /// - Parameters:
  ///   - rows: those of some conversations.
  ///   - traits: those of the history, always the same.
  ///   - slices: the rules by slice.
  mutating func count(
    _ rows: SettledRows, _ traits: TraitsView, _ slices: borrowing OwnedMemory<SliceRules>
  ) {
    guard !rows.records.isEmpty else { return }
    further.reserve(rows.starts.count, keeping: 0)
    firstCounts.reserve(rows.starts.count, keeping: 0)
    sent.reserve(rows.records.count + 1, keeping: 0)
    hints.reserve(traits)
    findSlices(rows, traits)
    let messages = countRows(rows)
    seats.reserve(messages: messages)
    countSent(messages, rows.records, traits, slices)
    conversationsBefore += rows.starts.count - 1
  }

  @inline(__always)
  private mutating func findSlices(_ rows: SettledRows, _ traits: TraitsView) {
    let records = rows.records.baseAddress.unsafelyUnwrapped
    for index in 0..<rows.starts.count &- 1 {
      let slice = traits.marks[Int(records[Int(rows.starts[index])].traits)].slice
      (firstCounts.base + index).initialize(
        to: Int32(truncatingIfNeeded: Int(slice) &* RowCounts.countPerSlice))
      // Status and contact are mostly those of the last row.
      let last = records[Int(rows.starts[index &+ 1]) &- 1].traits
      csystem_prefetch(traits.marks.baseAddress.unsafelyUnwrapped + Int(last))
    }
  }

  /// - Returns: how many human outbound messages were noted.
  @inline(__always)
  private mutating func countRows(_ rows: SettledRows) -> Int {
    let (asOf, period, counts) = (asOf, period, counts.base)
    let records = rows.records.baseAddress.unsafelyUnwrapped
    var conversation = CurrentConversation(before: records[0])
    var messages = sent.base
    for row in 0..<rows.records.count {
      conversation.advance(to: records[row])
      let moment = records[row].inlinedMoment
      if moment >> 3 <= asOf {
        let further = hints.further(records[row].traits)
        conversation.further.formUnion(further)
        RowCounts.count(
          moment, further, from: firstCounts.base[Int(conversation.index)],
          isInPeriod: period.contains(moment >> 3), in: counts)
        messages.initialize(
          to: Sent(row: Int32(truncatingIfNeeded: row), conversation: conversation.index))
        messages += MessageClass.isHumanOutbound(moment)
      } else {
        rowsAfterAsOf &+= 1
      }
      further.base[Int(conversation.index)] = conversation.further
    }
    return messages - sent.base
  }

  @inline(__always)
  private mutating func countSent(
    _ messages: Int, _ records: UnsafeBufferPointer<MessageRecord>, _ traits: TraitsView,
    _ slices: borrowing OwnedMemory<SliceRules>
  ) {
    let (period, before) = (period, conversationsBefore)
    let haveNames = hints.haveSenderNames
    for index in 0..<messages {
      prefetchSeat(of: index, messages, records)
      let message = sent.base[index]
      let record = records.baseAddress.unsafelyUnwrapped + Int(message.row)
      let instant = record.pointee.inlinedInstant
      // The walk asks for it.
      csystem_prefetch(
        traits.employees.baseAddress.unsafelyUnwrapped + Int(record.pointee.traits))
      let seat =
        period.contains(instant)
        ? self.seat(record.pointee.traits, traits, slices) : TraitHints.noSeat
      guard seat < TraitHints.noSeat else {
        if haveNames { noteName(record, traits) }
        continue
      }
      let count = seats.noteMessage(
        of: Int(seat), conversation: before &+ Int(message.conversation) &+ 1,
        day: clock.day(at: instant))
      // Mostly a newer name is known there.
      if haveNames, instant >= count.pointee.newestName, noteName(record, traits) {
        count.pointee.newestName = instant
      }
    }
  }

  /// Asks for the seats of messages that come soon, and then for what is counted of these: both take
  /// more than the nearest cache has.
  @inline(__always)
  private func prefetchSeat(
    of index: Int, _ messages: Int, _ records: UnsafeBufferPointer<MessageRecord>
  ) {
    let all = records.baseAddress.unsafelyUnwrapped
    let later = sent.base[min(index &+ 2 &* Self.messagesAhead, messages &- 1)].row
    csystem_prefetch(hints.seat(all[Int(later)].traits))
    let sooner = sent.base[min(index &+ Self.messagesAhead, messages &- 1)].row
    seats.prefetch(Int(hints.seat(all[Int(sooner)].traits).pointee))
  }

  /// Some tens of nanoseconds each, in which a farther cache answers.
  private static let messagesAhead = 8

  /// Notes the name of a message's sender, where that is given.
  ///
  /// - Returns: whether it is.
  @inline(never)
  @discardableResult
  private mutating func noteName(
    _ record: UnsafePointer<MessageRecord>, _ traits: TraitsView
  ) -> Bool {
    let index = record.pointee.traits
    guard hints.further(index).contains(.senderName) else { return false }
    let (instant, employee) = (record.pointee.inlinedInstant, traits.employees[Int(index)])
    if names.mayChange(of: employee, at: instant) {
      names.note(
        traits.all[Int(index)].senderName, of: employee, at: Instant(at: instant))
    }
    return true
  }

  /// The seat of messages of some traits, which there are in the period, or `TraitHints.noSeat`.
  @inline(__always)
  private mutating func seat(
    _ index: UInt32, _ traits: TraitsView, _ slices: borrowing OwnedMemory<SliceRules>
  ) -> UInt32 {
    let seat = hints.seat(index).pointee
    return seat == TraitHints.unknownSeat ? enterSeat(index, traits, slices) : seat
  }

  @inline(never)
  private mutating func enterSeat(
    _ index: UInt32, _ traits: TraitsView, _ slices: borrowing OwnedMemory<SliceRules>
  ) -> UInt32 {
    let slice = slices.base[Int(traits.marks[Int(index)].slice)]
    var seat = TraitHints.noSeat
    if slice.isChosen {
      seat = UInt32(
        truncatingIfNeeded: seats.enter(
          page: slice.page, employee: traits.employees[Int(index)]))
    }
    hints.seat(index).pointee = seat
    return seat
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
  private var tail: UInt8
  private(set) var index: Int32 = -1
  /// What the traits of its rows have.
  var further: FurtherTraits = []

  /// None yet: the first of the rows begins one.
  @inline(__always)
  init(before first: MessageRecord) {
    key = ~first.conversation
    tail = 0
  }

  /// Goes on to a row, which may be the first of the next conversation.
  ///
  /// The row itself tells it: where the next one begins would have to be waited for at each row.
  @inline(__always)
  mutating func advance(to record: MessageRecord) {
    let difference = key ^ record.conversation | UInt64(tail ^ record.inlinedTail)
    key = record.conversation
    tail = record.inlinedTail
    let isFirst: Int32 = difference == 0 ? 0 : 1
    index &+= isFirst
    further = FurtherTraits(
      rawValue: further.rawValue & UInt8(truncatingIfNeeded: isFirst &- 1))
  }
}

extension MessageClass {
  /// 1 for the moment of a human outbound message, else 0.
  @inline(__always)
  fileprivate static func isHumanOutbound(_ moment: Int64) -> Int {
    moment & 7 == 1 ? 1 : 0
  }
}
