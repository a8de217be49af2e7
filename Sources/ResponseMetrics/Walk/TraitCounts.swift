import MessageHistory

/// How many rows there are of each traits, inside the period and outside it, and whose seat it is that
/// messages of them are sent from.
///
/// A history has fewer traits than rows, and all that is counted of rows alone follows from theirs: so
/// a row costs one addition, wherever it belongs, and slices and seats are added up afterwards.
struct TraitCounts: ~Copyable, Sendable {
  /// What is noted of traits, side by side: who counts a message asks for its seat next.
  struct Entry: BitwiseCopyable {
    /// Rows that are not yet added to their slices, fewer than 2³².
    fileprivate(set) var rows: UInt32 = 0
    /// The seat's number, `unknownSeat` or `noSeat`.
    var seat = TraitCounts.unknownSeat
  }

  /// Nobody has asked for the seat yet.
  static var unknownSeat: UInt32 { .max }
  /// Messages of the traits are nobody's, since their slice is not chosen.
  ///
  /// No seat has a greater number; `unknownSeat` is the next.
  static var noSeat: UInt32 { .max - 1 }

  /// By traits, those of rows in the period, and behind them the same of rows outside it.
  private var entries = OwnedMemory<Entry>(capacity: 0)
  /// By traits: `TraitMarks.sliceAndSort`, since the traits are at hand during the walk alone.
  private var sorts = OwnedMemory<UInt32>(capacity: 0)
  private var known = 0
  /// Rows that are not yet added to their slices, at most.
  private var pending = 0
  /// Whether human outbound messages of any traits have the name of their sender.
  private(set) var haveSenderNames = false

  /// Makes sure that so many rows of traits can be counted, which are all of the history and always the
  /// same.
  ///
  /// - Returns: whether those counted so far have to be added to their slices first.
  mutating func reserve(rows: Int, _ traits: TraitsView) -> Bool {
    if traits.marks.count != known { know(traits) }
    let isFull = pending > Int(UInt32.max) - rows
    pending = isFull ? rows : pending + rows
    return isFull
  }

  @inline(never)
  private mutating func know(_ traits: TraitsView) {
    assert(known == 0, "rows of another history are counted")
    known = traits.marks.count
    entries = OwnedMemory(repeating: Entry(), count: 2 * known)
    sorts = OwnedMemory(capacity: known)
    for (index, marks) in traits.marks.enumerated() {
      (sorts.base + index).initialize(to: marks.sliceAndSort)
      if marks.further.contains(.senderName) { haveSenderNames = true }
    }
  }

  /// Counts a row up to as-of; without a branch by what it is.
  @inline(__always)
  func count(_ traits: UInt32, isInPeriod: Bool) {
    entries.base[Int(traits) &+ (isInPeriod ? 0 : known)].rows &+= 1
  }

  /// Where a seat is noted, for messages of the period.
  @inline(__always)
  func entry(_ traits: UInt32) -> UnsafeMutablePointer<Entry> { entries.base + Int(traits) }

  /// Adds what was counted to the slices' counts and the seats' messages, and begins anew.
  mutating func pour(into counts: borrowing OwnedMemory<Int>, _ seats: inout SeatNotes) {
    for traits in 0..<known {
      let (inside, outside) = (entries.base + traits, entries.base + (known + traits))
      RowCounts.count(
        inside.pointee.rows, sliceAndSort: sorts.base[traits], isInPeriod: true, in: counts.base)
      RowCounts.count(
        outside.pointee.rows, sliceAndSort: sorts.base[traits], isInPeriod: false, in: counts.base)
      if inside.pointee.seat < Self.noSeat {
        seats.noteMessages(Int(inside.pointee.rows), of: Int(inside.pointee.seat))
      }
      inside.pointee.rows = 0
      outside.pointee.rows = 0
    }
    pending = 0
  }
}
