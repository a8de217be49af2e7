/// Words of a closed list and what they mean, in any case of ASCII letters.
struct Vocabulary<Meaning: Sendable>: Sendable {
  private var short: [(word: PackedWord, meaning: Meaning)] = []
  private var long: [[UInt8]: Meaning] = [:]
  /// What any other word means, but for an empty one; nil where it means nothing.
  private var otherwise: Meaning?

  init(_ words: KeyValuePairs<String, Meaning>) {
    for (word, meaning) in words { add(word, meaning: meaning) }
  }

  /// Adds a word, or gives a known one another meaning.
  mutating func add(_ word: String, meaning: Meaning) {
    let bytes = Array(word.utf8)
    bytes.withUnsafeBytes { bytes in
      if let packed = PackedWord(bytes) {
        short.removeAll { $0.word == packed }
        short.append((packed, meaning))
      } else {
        long[bytes.map(\.asciiLowercased)] = meaning
      }
    }
  }

  /// Gives every other word a meaning, but for an empty one.
  mutating func addEveryOther(meaning: Meaning) {
    otherwise = meaning
  }

  /// What `cell` means; nil where it is none of the words.
  func meaning(of cell: UnsafeRawBufferPointer) -> Meaning? {
    if let packed = PackedWord(cell) {
      for entry in short where entry.word == packed { return entry.meaning }
      return cell.isEmpty ? nil : otherwise
    }
    return long.isEmpty ? otherwise : long[cell.map(\.asciiLowercased)] ?? otherwise
  }
}

/// A word of at most 16 bytes in two numbers, in lower case, so that comparing costs next to
/// nothing.
struct PackedWord: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Nil where the word is longer, or holds a zero byte, which would look like its end.
  init?(_ word: UnsafeRawBufferPointer) {
    guard word.count <= 16 else { return nil }
    for (index, byte) in word.enumerated() {
      guard byte != 0 else { return nil }
      let shifted = UInt64(byte.asciiLowercased) << UInt64((index & 7) * 8)
      if index < 8 { low |= shifted } else { high |= shifted }
    }
  }
}

extension UInt8 {
  /// The byte in lower case where it is an ASCII letter.
  var asciiLowercased: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }
}
