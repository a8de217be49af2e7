/// A worker's own memory of cells and the number that each stands for.
///
/// A cell of up to fourteen bytes is its own key, a longer one is known by a keyed hash of 120 bits.
struct CellMemo: ~Copyable {
  /// What tells cells apart.
  struct Key: KeyedTableKey {
    var low: UInt64
    /// The top byte holds the sort in its upper half, in the lower one the length, or 15 for a hash.
    var high: UInt64

    static let vacant = Key(low: 0, high: 0)

    @inline(always)
    var isVacant: Bool { high == 0 }

    @inline(always)
    func place(by hash: KeyedHash) -> UInt64 { hash.mix(low, high) }
  }

  private var numbers: KeyedTable<Key, UInt32>
  private let hash: KeyedHash

  init(hash: KeyedHash) {
    self.hash = hash
    numbers = KeyedTable(hash: hash, blank: 0)
  }

  /// Forgets everything.
  mutating func removeAll() {
    numbers.removeAll()
  }

  /// The number of `cell`; nil where it was never noted.
  ///
  /// Cells have sorts, from 1 to 15: equal ones of two sorts are two cells.
  @inline(always)
  func number(of cell: UnsafeRawBufferPointer, sort: UInt8) -> UInt32? {
    numbers.value(of: Key(cell, sort: sort, hash: hash))
  }

  /// Notes the number of a cell that has none yet.
  mutating func note(_ cell: UnsafeRawBufferPointer, sort: UInt8, _ number: UInt32) {
    numbers.note(Key(cell, sort: sort, hash: hash), number)
  }
}

extension CellMemo.Key {
  /// The bytes themselves where they fit, else their hash.
  @inline(always)
  init(_ cell: UnsafeRawBufferPointer, sort: UInt8, hash: KeyedHash) {
    let count = cell.count
    let sortBits = UInt64(sort) << 60
    guard count < 15 else {
      self.init(longCell: cell, sortBits: sortBits, hash: hash)
      return
    }
    var low: UInt64 = 0
    var high = UInt64(truncatingIfNeeded: count) << 56 | sortBits
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

  @inline(never)
  private init(longCell cell: UnsafeRawBufferPointer, sortBits: UInt64, hash: KeyedHash) {
    let long = hash.hash128(cell, domain: HashDomain.longCell)
    self.init(low: long.low, high: long.high & 0xFF_FFFF_FFFF_FFFF | 0xF << 56 | sortBits)
  }
}
