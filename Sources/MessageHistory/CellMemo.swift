/// A worker's own memory of cells and the number that each stands for.
///
/// A cell of up to fifteen bytes is its own key, a longer one is known by a keyed hash of 120 bits.
/// The place of a key in the table depends on the run's secret too, so that nobody can make
/// many cells of a file meet in one place.
struct CellMemo: ~Copyable {
  /// What tells cells apart; `high` is never zero.
  struct Key: Equatable {
    var low: UInt64
    /// The top byte holds the length plus one, or 0xFF for a hash.
    var high: UInt64
  }

  private struct Slot {
    var key: Key
    var number: UInt32
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var capacity: Int
  private var count = 0
  private let hash: KeyedHash

  init(hash: KeyedHash) {
    self.hash = hash
    capacity = 64
    slots = Self.emptySlots(capacity)
  }

  deinit {
    slots.deallocate()
  }

  /// Forgets everything.
  mutating func removeAll() {
    slots.update(repeating: Self.emptySlot, count: capacity)
    count = 0
  }

  /// The number of `cell`; nil where it was never noted.
  @inline(__always)
  func number(of cell: UnsafeRawBufferPointer) -> UInt32? {
    number(of: Key(cell, hash: hash))
  }

  /// The number of a key of the caller's own making, of which no other kind is in this memo.
  @inline(__always)
  func number(of key: Key) -> UInt32? {
    var slot = place(of: key)
    while slots[slot].key.high != 0 {
      if slots[slot].key == key { return slots[slot].number }
      slot = (slot + 1) & (capacity - 1)
    }
    return nil
  }

  /// Notes the number of a cell that has none yet.
  @inline(never)
  mutating func note(_ cell: UnsafeRawBufferPointer, _ number: UInt32) {
    note(Key(cell, hash: hash), number)
  }

  /// Notes the number of a key that has none yet.
  @inline(never)
  mutating func note(_ key: Key, _ number: UInt32) {
    count += 1
    if count * 2 > capacity { grow() }
    place(Slot(key: key, number: number))
  }

  @inline(__always)
  private func place(of key: Key) -> Int {
    Int(truncatingIfNeeded: hash.mix(key.low, key.high)) & (capacity - 1)
  }

  private mutating func place(_ entry: Slot) {
    var slot = place(of: entry.key)
    while slots[slot].key.high != 0 { slot = (slot + 1) & (capacity - 1) }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = UnsafeMutableBufferPointer(start: slots, count: capacity)
    capacity *= 2
    slots = Self.emptySlots(capacity)
    for entry in old where entry.key.high != 0 { place(entry) }
    old.deallocate()
  }

  private static let emptySlot = Slot(key: Key(low: 0, high: 0), number: 0)

  private static func emptySlots(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    slots.initialize(repeating: emptySlot, count: capacity)
    return slots
  }
}

extension CellMemo.Key {
  /// The bytes themselves where they fit, else their hash.
  @inline(__always)
  init(_ cell: UnsafeRawBufferPointer, hash: KeyedHash) {
    let count = cell.count
    guard count < 16 else {
      let long = hash.hash128(cell, domain: HashDomain.longCell)
      self.init(low: long.low, high: long.high | 0xFF << 56)
      return
    }
    var low: UInt64 = 0
    var high = UInt64(truncatingIfNeeded: count + 1) << 56
    if count >= 8 {
      low = cell.loadUnaligned(as: UInt64.self)
      // The bytes from the ninth on are the last ones of the word that ends with the cell.
      let last = cell.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      high |= (last >> 8) >> UInt64(truncatingIfNeeded: (15 - count) * 8)
    } else if count >= 4 {
      low =
        UInt64(cell.loadUnaligned(as: UInt32.self))
        | UInt64(cell.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) << 32
    } else if count > 0 {
      low = UInt64(cell[0]) | UInt64(cell[count / 2]) << 8 | UInt64(cell[count - 1]) << 16
    }
    self.init(low: low, high: high)
  }
}
