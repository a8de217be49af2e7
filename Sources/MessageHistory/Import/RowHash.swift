/// A hash over the cells of a row, in order; each counts with its length.
struct RowHash {
  private(set) var value: UInt64 = 0
  private let hash: KeyedHash

  init(hash: KeyedHash) {
    self.hash = hash
  }

  mutating func combine(_ number: UInt64) {
    value = (value ^ number) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  mutating func combine(_ cell: UnsafeRawBufferPointer) {
    combine(cell.isEmpty ? 0 : hash.hash64(cell, domain: HashDomain.cell))
  }

  /// The cell in lower case; `word` where it is empty.
  mutating func combineLowercased(_ cell: UnsafeRawBufferPointer, emptyAs word: StaticString) {
    if cell.isEmpty {
      combine(UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    } else {
      cell.map(\.asciiLowercased).withUnsafeBytes { combine($0) }
    }
  }
}

/// What a hash is of: the same bytes hash differently in each.
enum HashDomain {
  static let rowSecret: UInt64 = 1
  static let cell: UInt64 = 3
  static let longCell: UInt64 = 4
}
