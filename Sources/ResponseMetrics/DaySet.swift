package import MessageHistory

/// A set of local dates as bits, since an employee's days lie close together.
package struct DaySet: Sendable, Equatable {
  /// The 64-day block that the first word stands for.
  private var firstBlock = 0
  private var words: [UInt64] = []

  package init() {}

  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  package mutating func insert(_ date: LocalDate) {
    let day = Int(date.dayNumber)
    reserve(block: day >> 6)
    words[day >> 6 - firstBlock] |= 1 << UInt64(day & 63)
  }

  /// Inserts dates of a 64-day block, as bits from the first one on.
  mutating func insert(_ word: UInt64, block: Int) {
    guard word != 0 else { return }
    reserve(block: block)
    words[block - firstBlock] |= word
  }

  package mutating func formUnion(_ other: DaySet) {
    guard !other.words.isEmpty else { return }
    reserve(block: other.firstBlock)
    reserve(block: other.firstBlock + other.words.count - 1)
    for (index, word) in other.words.enumerated() {
      words[other.firstBlock + index - firstBlock] |= word
    }
  }

  private mutating func reserve(block: Int) {
    if words.isEmpty { firstBlock = block }
    if block < firstBlock {
      words.insert(contentsOf: repeatElement(0, count: firstBlock - block), at: 0)
      firstBlock = block
    }
    if block - firstBlock >= words.count {
      words.append(contentsOf: repeatElement(0, count: block - firstBlock - words.count + 1))
    }
  }
}
