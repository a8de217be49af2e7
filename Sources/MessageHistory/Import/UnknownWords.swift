/// Words of a column with a closed list that mean nothing in it, and how often each occurs.
///
/// A column may be mapped wrongly, and its cells be what customers wrote: words are told only where
/// they are few and short.
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
  /// anything. None where they are no vocabulary.
  package func frequent(ofRows rows: Int) -> [(word: [UInt8], count: Int)] {
    guard areVocabulary else { return [] }
    return words.filter { $0.count >= 2 && $0.count * 100 > rows }
      .sorted {
        $0.count != $1.count ? $0.count > $1.count : $0.word.lexicographicallyPrecedes($1.word)
      }
  }

  /// Whether all words that stand here, rare ones too, can be words of a closed list: at most three
  /// of them, none longer than 24 letters, with no more in them than one space, `-`, `_` and `/`.
  ///
  /// One cell of another kind makes the column one that may hold what a customer wrote.
  package var areVocabulary: Bool {
    let told = words.filter { !$0.word.isEmpty }
    return told.count <= Self.mostToldWords && told.allSatisfy { Self.mayBeVocabulary($0.word) }
  }

  private var words: [(word: [UInt8], count: Int)] {
    shortCounts.map { (word: $0.key.bytes, count: $0.value) }
      + counts.map { (word: $0.key, count: $0.value) }
  }

  private static let mostToldWords = 3
  private static let mostToldLetters = 24

  private static func mayBeVocabulary(_ word: [UInt8]) -> Bool {
    guard let text = String(validating: word, as: UTF8.self) else { return false }
    let scalars = text.unicodeScalars
    return scalars.count <= mostToldLetters && scalars.count { $0 == " " } <= 1
      && scalars.allSatisfy { $0.properties.isAlphabetic || " -_/".unicodeScalars.contains($0) }
  }
}

extension PackedWord {
  /// The word, in lower case.
  fileprivate var bytes: [UInt8] {
    withUnsafeBytes(of: self) { Array($0.prefix { $0 != 0 }) }
  }
}
