import CRowKeys

/// A worker's memory of the traits of rows, by their words, the people whom they name, and what they
/// show of their contact, as all that stands in the file.
struct RowTraitsMemo: ~Copyable {
  /// What rows have in common, in four bytes.
  struct Known: BitwiseCopyable {
    private let packed: UInt32

    /// Nil for traits of a greater index than there is room for.
    init?(traits: UInt32, messageClass: MessageClass) {
      guard traits < 1 << 29 else { return nil }
      packed = traits << 3 | UInt32(messageClass.rawValue)
    }

    fileprivate init() { packed = 0 }

    @inline(always)
    var traits: UInt32 { packed >> 3 }

    /// Of those that a sender sent who may be a machine.
    @inline(always)
    var messageClass: MessageClass {
      MessageClass(rawValue: UInt8(truncatingIfNeeded: packed & 7)) ?? .event
    }
  }

  /// What tells rows of other traits apart: 95 bits, as there are no more than some hundred thousand.
  ///
  /// With its value it takes 16 bytes of a table: that of a history with many employees is larger
  /// than the nearest caches, and every second row asks it.
  struct Key: KeyedTableKey {
    private let low: UInt64
    /// Never zero: the lowest bit is set.
    private let high: UInt32

    @inline(always)
    init(_ hash: row_hash) {
      low = hash.low
      high = UInt32(truncatingIfNeeded: hash.high >> 32) | 1
    }

    private init(low: UInt64, high: UInt32) {
      self.low = low
      self.high = high
    }

    static let vacant = Key(low: 0, high: 0)

    @inline(always)
    var isVacant: Bool { high == 0 }

    @inline(always)
    func place(by hash: KeyedHash) -> UInt64 { low >> 32 }

    @inline(always)
    static func == (left: Key, right: Key) -> Bool {
      (left.low ^ right.low) | UInt64(left.high ^ right.high) == 0
    }
  }

  private var known: KeyedTable<Key, Known>

  /// More are not remembered at once: a file may name another sender in every row.
  private static let mostEntries = 1 << 18

  init(hash: KeyedHash) {
    known = KeyedTable(
      hash: hash, blank: Known(), mostEntries: Self.mostEntries, filledEighths: 5)
  }

  /// Forgets everything, before the rows of an input whose cells stand in other fields.
  mutating func removeAll() {
    known.removeAll()
  }

  /// The traits of a row; nil where they were not noted.
  @inline(always)
  func traits(of row: Key) -> Known? { known.value(of: row) }

  /// What tells the traits of rows; valid until something is noted.
  @inline(always)
  var lookUp: KeyedTable<Key, Known>.LookUp { known.lookUp }

  /// Notes the traits of rows that were not known.
  mutating func note(_ row: Key, _ traits: Known) {
    known.note(row, traits)
  }
}
