import MessageHistory

/// What a pass over rows asks of their traits, in tables so small that they stay in a core's cache.
struct TraitHints: ~Copyable, Sendable {
  /// By traits: what they have besides.
  private var further = OwnedMemory<FurtherTraits>(capacity: 0)
  /// By traits: the number of the seat that messages are sent from, `unknownSeat` or `noSeat`.
  private var seats = OwnedMemory<UInt32>(capacity: 0)
  private var known = 0
  /// Whether human outbound messages of any traits have the name of their sender.
  private(set) var haveSenderNames = false

  /// Nobody has asked for the seat yet.
  static var unknownSeat: UInt32 { .max }
  /// Messages of the traits are nobody's, since their slice is not chosen.
  ///
  /// No seat has a greater number; `unknownSeat` is the next.
  static var noSeat: UInt32 { .max - 1 }

  /// Makes sure that traits are known, which are all of the history and always the same.
  mutating func reserve(_ traits: TraitsView) {
    if traits.marks.count != known { know(traits) }
  }

  @inline(never)
  private mutating func know(_ traits: TraitsView) {
    assert(known == 0, "rows of another history are counted")
    known = traits.marks.count
    seats = OwnedMemory(repeating: Self.unknownSeat, count: known)
    further = OwnedMemory(capacity: known)
    for (index, marks) in traits.marks.enumerated() {
      (further.base + index).initialize(to: marks.further)
      if marks.further.contains(.senderName) { haveSenderNames = true }
    }
  }

  @inline(__always)
  func further(_ traits: UInt32) -> FurtherTraits { further.base[Int(traits)] }

  /// Where the seat is noted.
  @inline(__always)
  func seat(_ traits: UInt32) -> UnsafeMutablePointer<UInt32> { seats.base + Int(traits) }
}
