/// In which single-byte encoding the words of a sample can be words.
///
/// Text in the wrong one shows: symbols inside words, capitals behind small letters, letters of two
/// scripts beside each other. What the encodings share they read the same, so that nothing depends
/// on the choice there; what only the reader's language could tell is not certain.
struct SingleByteEvidence {
  private let words: Set<[UInt8]>

  /// More different words than these tell nothing more.
  private static let mostWords = 2_000

  init(_ samples: [[UInt8]]) {
    var words: Set<[UInt8]> = []
    for sample in samples {
      for word in sample.split(whereSeparator: { !$0.mayStandInWord }) {
        guard words.count < Self.mostWords else { break }
        if word.contains(where: { $0 >= 0x80 }) { words.insert(Array(word)) }
      }
    }
    self.words = words
  }

  /// The encoding that most words can be words in; nil where it is none, or nobody could tell.
  var best: (encoding: TextEncoding, evidence: EncodingEvidence)? {
    let found = Self.candidates.compactMap { name -> (table: LetterTable, plausible: Int)? in
      guard let table = LetterTable(.named(name)) else { return nil }
      return (table, words.count { table.canBeWord($0) })
    }
    guard let best = found.map(\.plausible).max(), best * 10 >= words.count * 9,
      let winner = found.first(where: { $0.plausible == best })
    else { return nil }
    if !winner.table.isLatin {
      let rivals = found.filter { !$0.table.isLatin && $0.plausible * 20 >= best * 19 }
      // Letters without case, as Hebrew has them, are words in many encodings.
      guard rivals.count == 1 else { return nil }
    }
    return (
      winner.table.encoding,
      .words(plausible: best, of: words.count, isCertain: isCertain(winner.table))
    )
  }

  /// In another script twenty words are many; in Latin ones the letters have to be usual, too.
  private func isCertain(_ table: LetterTable) -> Bool {
    guard table.isLatin else { return words.count >= 20 }
    let unusual = words.count { table.hasUnusualLetter($0) }
    return unusual * 20 < max(words.count, 20)
  }

  /// In the order in which they are taken where several fit equally: that of their use.
  private static let candidates = [
    "windows-1252", "iso-8859-15", "windows-1250", "iso-8859-2", "windows-1254", "windows-1257",
    "macintosh", "cp850", "windows-1251", "koi8-r", "iso-8859-5", "cp866", "windows-1253",
    "windows-1255", "windows-1256",
  ]
}

extension UInt8 {
  /// Whether it is an ASCII letter or no ASCII.
  fileprivate var mayStandInWord: Bool {
    self >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
