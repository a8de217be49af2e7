/// Memory for elements without references, of one owner.
///
/// The walk passes millions of rows and adds to a dozen lists for each conversation. Arrays would ask
/// at each step whether they are shared; what cannot be copied need not ask.
struct OwnedMemory<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  // Nobody keeps the pointer beyond a call, so that the memory goes to the thread its owner goes to.
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var capacity: Int

  /// Room for so many elements, with nothing in it.
  init(capacity: Int) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  /// Room with so many equal elements in it.
  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    base.initialize(repeating: element, count: count)
  }

  /// Room with a copy of some elements in it.
  init(_ elements: [Element]) {
    self.init(capacity: elements.count)
    for (index, element) in elements.enumerated() {
      (base + index).initialize(to: element)
    }
  }

  deinit { base.deallocate() }

  /// Makes sure that there is room for so many elements, of which the first `count` are kept.
  @inline(__always)
  mutating func reserve(_ needed: Int, keeping count: Int) {
    if needed > capacity { grow(to: needed, keeping: count) }
  }

  @inline(never)
  private mutating func grow(to needed: Int, keeping count: Int) {
    let greater = UnsafeMutablePointer<Element>.allocate(capacity: max(needed, 2 * capacity))
    greater.initialize(from: base, count: count)
    base.deallocate()
    base = greater
    capacity = max(needed, 2 * capacity)
  }
}
