import Glibc

/// Elements without references, in memory of one owner that grows where it stands.
///
/// An array would be copied as it grows, and ask at each step whether it is shared. What is larger than
/// the allocator's pieces has pages of its own, which the system moves many at once.
struct OwnedList<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  // Nobody keeps a pointer beyond the owner's life, and the owner alone writes.
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private(set) var capacity: Int

  /// Room for so many elements, with nothing in it.
  init(capacity: Int = 0) {
    self.capacity = max(capacity, 1)
    base = Self.resized(nil, to: self.capacity)
  }

  deinit { free(base) }

  var all: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: base, count: count)
  }

  /// Makes room for so many more elements.
  ///
  /// - Returns: where the first of them goes.
  @inline(__always)
  mutating func reserve(_ further: Int) -> UnsafeMutablePointer<Element> {
    if capacity &- count < further { grow(further) }
    return base + count
  }

  /// Takes over so many elements that were written behind the others.
  @inline(__always)
  mutating func added(_ further: Int) { count &+= further }

  @inline(__always)
  mutating func append(_ element: Element) {
    reserve(1).pointee = element
    count &+= 1
  }

  /// Forgets all elements and keeps the room.
  mutating func removeAll() { count = 0 }

  mutating func removeLast() { count &-= 1 }

  @inline(never)
  private mutating func grow(_ further: Int) {
    capacity = max(count + further, capacity + capacity / 2)
    base = Self.resized(base, to: capacity)
  }

  /// A process that gets no memory ends, as with any other allocation.
  private static func resized(
    _ memory: UnsafeMutablePointer<Element>?, to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let resized = realloc(memory, capacity * MemoryLayout<Element>.stride)
    precondition(resized != nil, "out of memory")
    return resized.unsafelyUnwrapped.bindMemory(to: Element.self, capacity: capacity)
  }
}

extension OwnedList<UInt8> {
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    UnsafeMutableRawPointer(reserve(bytes.count)).copyMemory(from: base, byteCount: bytes.count)
    added(bytes.count)
  }
}
