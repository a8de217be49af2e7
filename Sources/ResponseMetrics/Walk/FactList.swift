/// Facts of one sort of one conversation, in memory that is used for one after the other.
struct FactList<Fact: BitwiseCopyable>: ~Copyable, Sendable {
  private var memory = OwnedMemory<Fact>(capacity: 0)
  private(set) var count = 0

  /// Makes room for so many facts; those that it holds are lost.
  mutating func reserve(_ room: Int) {
    count = 0
    memory.reserve(room, keeping: 0)
  }

  /// Takes the facts that stand in their places, up to the place of the next one.
  @inline(__always)
  mutating func fill(to next: UnsafeMutablePointer<Fact>) {
    count = next - memory.base
    assert(count <= memory.capacity, "rows give more facts than there is room for")
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Adds a fact, for which there has to be room.
  @inline(__always)
  mutating func append(_ fact: Fact) {
    assert(count < memory.capacity, "rows give more facts than there is room for")
    memory.base[count] = fact
    count &+= 1
  }

  /// The facts, valid until the list is emptied.
  @inline(__always)
  var all: UnsafeMutableBufferPointer<Fact> {
    UnsafeMutableBufferPointer(start: memory.base, count: count)
  }

  /// Where the first fact is, or will be.
  @inline(__always)
  var base: UnsafeMutablePointer<Fact> { memory.base }
}

extension FactList<UInt32> {
  /// Whether one of the facts, from an index on, is this one.
  @inline(__always)
  func contains(_ fact: UInt32, from start: Int) -> Bool {
    var index = start
    while index < count {
      if all[index] == fact { return true }
      index &+= 1
    }
    return false
  }
}
