/// What a `KeyedTable` finds its values by.
protocol KeyedTableKey: Equatable, BitwiseCopyable {
  /// What no key is equal to: it stands where a table has no entry.
  static var vacant: Self { get }

  var isVacant: Bool { get }

  /// A number whose low bits say where a table looks first; nobody who does not know the secret of
  /// `hash` can make many keys meet in one place.
  func place(by hash: KeyedHash) -> UInt64
}

/// A worker's own table of small, trivial values, found in a few nanoseconds.
///
/// Entries stand at the place of their key or after it, and half of the slots are vacant at least, of
/// small tables seven of eight, so that nearly every look-up ends at the first slot. A `Dictionary`
/// would take several times as long: it hashes byte by byte and counts references.
struct KeyedTable<Key: KeyedTableKey, Value>: ~Copyable {
  fileprivate struct Slot {
    var key: Key
    var value: Value
  }

  /// A table as it is until something is noted, for loops that look up much.
  struct LookUp {
    fileprivate let slots: UnsafeMutablePointer<Slot>
    /// The number of slots, a power of two, less one.
    fileprivate let mask: Int
    fileprivate let hash: KeyedHash

    /// The value of a key; nil where it was never noted.
    @inline(always)
    func value(of key: Key) -> Value? {
      var slot = place(of: key)
      // No key is equal to what stands in vacant slots, and most keys are in the first one.
      while slots[slot].key != key {
        if slots[slot].key.isVacant { return nil }
        slot = (slot &+ 1) & mask
      }
      return slots[slot].value
    }

    @inline(always)
    fileprivate func place(of key: Key) -> Int {
      Int(truncatingIfNeeded: key.place(by: hash)) & mask
    }
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var capacity: Int
  private var count = 0
  private let hash: KeyedHash
  /// What stands in vacant slots.
  private let blank: Value

  private static var smallestCapacity: Int { 64 }
  /// Up to which a table is a small one.
  private static var sparseCapacity: Int { 1 << 13 }

  /// - Parameters:
  ///   - hash: keyed with the run's secret.
  ///   - blank: any value, for the slots without an entry.
  init(hash: KeyedHash, blank: Value) {
    self.hash = hash
    self.blank = blank
    capacity = Self.smallestCapacity
    slots = Self.vacantSlots(capacity, blank)
  }

  deinit {
    slots.deallocate()
  }

  /// What looks keys up; valid until the next one is noted or all are forgotten.
  @inline(always)
  var lookUp: LookUp { LookUp(slots: slots, mask: capacity &- 1, hash: hash) }

  /// The value of a key; nil where it was never noted.
  @inline(always)
  func value(of key: Key) -> Value? { lookUp.value(of: key) }

  /// Notes the value of a key that has none yet.
  @inline(never)
  mutating func note(_ key: Key, _ value: Value) {
    count += 1
    if count * (capacity < Self.sparseCapacity ? 8 : 2) > capacity { grow() }
    place(Slot(key: key, value: value))
  }

  /// Forgets everything.
  mutating func removeAll() {
    guard count > 0 else { return }
    slots.deallocate()
    capacity = Self.smallestCapacity
    count = 0
    slots = Self.vacantSlots(capacity, blank)
  }

  private mutating func place(_ entry: Slot) {
    var slot = lookUp.place(of: entry.key)
    while !slots[slot].key.isVacant { slot = (slot + 1) & (capacity - 1) }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = UnsafeMutableBufferPointer(start: slots, count: capacity)
    capacity *= 2
    slots = Self.vacantSlots(capacity, blank)
    for entry in old where !entry.key.isVacant { place(entry) }
    old.deallocate()
  }

  private static func vacantSlots(_ count: Int, _ blank: Value) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(key: .vacant, value: blank), count: count)
    return slots
  }
}
