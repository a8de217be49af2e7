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

  /// The words that may be told to a person, the most frequent first, equal ones by bytes.
  ///
  /// They stand in more than one of a hundred rows and in two at least: what comes once may be
  /// anything, of a column that is none of words. Addresses and numbers are somebody's.
  package func frequent(ofRows rows: Int) -> [(word: [UInt8], count: Int)] {
    let all =
      shortCounts.map { (word: $0.key.bytes, count: $0.value) }
      + counts.map { (word: $0.key, count: $0.value) }
    return all.filter { $0.count >= 2 && $0.count * 100 > rows && !Self.isPersonal($0.word) }
      .sorted {
        $0.count != $1.count ? $0.count > $1.count : $0.word.lexicographicallyPrecedes($1.word)
      }
  }

  private static func isPersonal(_ word: [UInt8]) -> Bool {
    let digits = word.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return word.contains(UInt8(ascii: "@")) || digits >= 5
  }
}

extension PackedWord {
  /// The word, in lower case.
  fileprivate var bytes: [UInt8] {
    withUnsafeBytes(of: self) { Array($0.prefix { $0 != 0 }) }
  }
}
