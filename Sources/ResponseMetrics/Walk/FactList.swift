/// Facts of one sort of one conversation, in memory that is used for one after the other.
struct FactList<Fact: BitwiseCopyable>: ~Copyable, Sendable {
  private var memory = OwnedMemory<Fact>(capacity: 64)
  private(set) var count = 0

  /// Empties the list, and makes room for so many facts.
  @inline(__always)
  mutating func begin(room: Int) {
    count = 0
    memory.reserve(room, keeping: 0)
  }

  /// Adds a fact, for which there has to be room.
  @inline(__always)
  mutating func append(_ fact: Fact) {
    assert(count < memory.capacity, "a row gives more facts than there is room for")
    memory.base[count] = fact
    count &+= 1
  }

  @inline(__always)
  var isEmpty: Bool { count == 0 }

  /// The facts, valid until the list is emptied.
  @inline(__always)
  var all: UnsafeMutableBufferPointer<Fact> {
    UnsafeMutableBufferPointer(start: memory.base, count: count)
  }

  /// Where the first fact is.
  @inline(__always)
  var base: UnsafePointer<Fact> { UnsafePointer(memory.base) }

  /// The last of the facts, of which there has to be one.
  @inline(__always)
  var last: UnsafeMutablePointer<Fact> {
    assert(count > 0, "an empty list has no last fact")
    return memory.base + (count &- 1)
  }
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
