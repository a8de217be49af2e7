import CSystem
import Glibc

/// Elements without references, in memory of one owner that grows where it stands.
///
/// Listings are hundreds of megabytes. An array would be copied as it grows, and ask at each step
/// whether it is shared. Long lists have pages of their own, which the system provides and moves many
/// at once; the allocator would keep what is given up, and provide anew in small pages what is longer
/// than its pieces.
struct OwnedList<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  // Nobody keeps a pointer beyond the owner's life, and the owner alone writes.
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private(set) var capacity = 0
  /// The size of its own pages; 0 where the memory is the allocator's.
  private var pageBytes = 0

  /// Room for so many elements, with nothing in it.
  init(capacity: Int = 0) {
    base = .allocate(capacity: 1)
    self.capacity = 1
    if capacity > 1 { resize(to: capacity) }
  }

  deinit { Self.free(base, pageBytes) }

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
    if pageBytes > 0 {
      resizePages(to: (max(count, 1) * MemoryLayout<Element>.stride).roundedUp(to: Self.page))
    } else {
      resize(to: max(count, 1))
    }
  }

  @inline(never)
  private mutating func grow(_ further: Int) {
    resize(to: max(count + further, capacity + capacity / 2))
  }

  private mutating func resize(to wanted: Int) {
    let bytes = wanted * MemoryLayout<Element>.stride
    if bytes >= Self.largeSize {
      resizePages(to: bytes.roundedUp(to: Self.largePage))
    } else {
      let other = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
      other.update(from: base, count: count)
      Self.free(base, pageBytes)
      (base, capacity, pageBytes) = (other, wanted, 0)
    }
  }

  /// A process that gets no memory ends, as with any other allocation.
  private mutating func resizePages(to bytes: Int) {
    let isMoved = pageBytes > 0
    let pages = csystem_resize_pages(isMoved ? base : nil, pageBytes, bytes)
    precondition(pages != nil, "out of memory")
    guard let pages = pages?.assumingMemoryBound(to: Element.self) else { return }
    if !isMoved {
      pages.update(from: base, count: count)
      Self.free(base, 0)
    }
    (base, capacity, pageBytes) = (pages, bytes / MemoryLayout<Element>.stride, bytes)
  }

  private static func free(_ memory: UnsafeMutablePointer<Element>, _ pageBytes: Int) {
    if pageBytes > 0 { munmap(memory, pageBytes) } else { memory.deallocate() }
  }

  /// Lists from so many bytes on have pages of their own.
  private static var largeSize: Int { 1 << 20 }
  private static var largePage: Int { 2 << 20 }
  private static var page: Int { Int(sysconf(Int32(_SC_PAGESIZE))) }
}

extension Int {
  fileprivate func roundedUp(to unit: Int) -> Int { (self + unit - 1) / unit * unit }
}

extension OwnedList<UInt8> {
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    UnsafeMutableRawPointer(reserve(bytes.count)).copyMemory(from: base, byteCount: bytes.count)
    added(bytes.count)
  }
}
