import CSystem
import Glibc

/// Elements without references, in memory of one owner that grows where it stands.
///
/// Listings are hundreds of megabytes. The allocator moves such pieces by their pages and not by
/// their bytes, and what no element was written to takes no memory; an array would be copied as it
/// grows, and ask at each step whether it is shared.
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

  /// Gives back what room is left over.
  mutating func trim() {
    capacity = max(count, 1)
    base = Self.resized(base, to: capacity)
  }

  @inline(never)
  private mutating func grow(_ further: Int) {
    capacity = max(count + further, capacity + capacity / 2)
    base = Self.resized(base, to: capacity)
  }

  /// A process that gets no memory ends, as with any other allocation.
  private static func resized(
    _ memory: UnsafeMutablePointer<Element>?, to count: Int
  ) -> UnsafeMutablePointer<Element> {
    let resized = realloc(memory, count * MemoryLayout<Element>.stride)
    precondition(resized != nil, "out of memory")
    csystem_use_large_pages(resized, count * MemoryLayout<Element>.stride)
    guard let resized else { return .allocate(capacity: count) }
    return resized.assumingMemoryBound(to: Element.self)
  }
}

extension OwnedList<UInt8> {
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    UnsafeMutableRawPointer(reserve(bytes.count)).copyMemory(from: base, byteCount: bytes.count)
    added(bytes.count)
  }
}
