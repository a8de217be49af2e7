/// Words of a column with a closed list that mean nothing in it, and how often each occurs.
///
/// Only such columns are looked at: their words are vocabulary, never what a customer wrote.
package struct UnknownWords: Equatable, Sendable {
  /// By the word in lower case, cut.
  private var counts: [[UInt8]: Int] = [:]
  /// By the packed word: nearly all are short, and looked up without a copy.
  private var shortCounts: [PackedWord: Int] = [:]
  /// All cells, also those whose words are not kept.
  package private(set) var total = 0

  /// A column of ever new words is no column of words: what comes after these is only counted.
  private static let mostWords = 4_096
  /// Bytes of a word that are kept.
  private static let longestWord = 48

  package init() {}

  mutating func note(_ cell: UnsafeRawBufferPointer) {
    total += 1
    if let word = PackedWord(cell) {
      if shortCounts[word] != nil || shortCounts.count < Self.mostWords {
        shortCounts[word, default: 0] += 1
      }
      return
    }
    let word = cell.prefix(Self.longestWord).map(\.asciiLowercased)
    if counts[word] != nil || counts.count < Self.mostWords { counts[word, default: 0] += 1 }
  }

  package static func += (sum: inout UnknownWords, other: UnknownWords) {
    sum.total += other.total
    sum.counts.merge(other.counts, uniquingKeysWith: +)
    sum.shortCounts.merge(other.shortCounts, uniquingKeysWith: +)
  }

  /// The words with their counts, the most frequent first, equal ones by bytes.
  package var words: [(word: [UInt8], count: Int)] {
    let all =
      shortCounts.map { (word: $0.key.bytes, count: $0.value) }
      + counts.map { (word: $0.key, count: $0.value) }
    return all.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.word.lexicographicallyPrecedes($1.word)
    }
  }
}

extension PackedWord {
  /// The word, in lower case.
  fileprivate var bytes: [UInt8] {
    withUnsafeBytes(of: self) { Array($0.prefix { $0 != 0 }) }
  }
}
