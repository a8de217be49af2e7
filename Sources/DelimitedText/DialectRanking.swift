/// The dialects that may be meant, tried on a sample and put in order.
struct DialectRanking {
  /// Those that split the sample, the likeliest first.
  let candidates: [DialectCandidate]
  /// The likeliest dialect; the defaults, as far as they are not overruled, without any.
  let dialect: Dialect

  /// The separators that are tried, the likeliest first.
  private static let separators =
    [Byte.comma, Byte.semicolon, Byte.tab, Byte.bar] + Array("^~".utf8) + [0x1F, 0x01]
    + Array(": +?#*&!".utf8)

  init(of sample: DialectSample, overrides: DialectOverrides) {
    let tried = Self.candidates(of: sample, overrides: overrides)
    let found = tried.filter { $0.isPossible || overrides.separator != nil }
    // The order of trial stays where scores are equal, so that the plainer dialect wins.
    candidates = found.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element)
    var dialect =
      candidates.first?.dialect
      ?? overrides.applied(
        to: Dialect(lineEnd: LineEndEvidence(in: sample.beginning, quote: Byte.quote).lineEnd))
    dialect.lineEnd = Self.lineEnd(of: sample, readAs: dialect)
    self.dialect = dialect
  }

  /// All that is worth a trial: dialects whose bytes stand in the sample where they would have to.
  private static func candidates(
    of sample: DialectSample, overrides: DialectOverrides
  ) -> [DialectCandidate] {
    let census = sample.census()
    let separators =
      overrides.separator.map { [$0] } ?? Self.separators.filter { census.contains($0) }
    let escapes = overrides.escape.map { [$0] }
    func tries(_ quote: UInt8?) -> [DialectCandidate] {
      let lineEnd = LineEndEvidence(in: sample.beginning, quote: quote).lineEnd
      let likely: [Dialect.Escape] =
        quote.map(census.isEscaped) ?? false ? [.doubled, .backslash] : [.doubled]
      return separators.flatMap { separator in
        let isPadded =
          quote.map { isPadding(sample.beginning, separator: separator, quote: $0) } ?? false
        return (escapes ?? likely).map { escape in
          DialectCandidate(
            Dialect(
              separator: separator, quote: quote, escape: escape, lineEnd: lineEnd,
              isPadded: isPadded), of: sample)
        }
      }
    }
    switch overrides.quote {
    case .none: return tries(nil)
    case .byte(let quote): return tries(quote)
    case .detected:
      var candidates = tries(Byte.quote)
      if census.opensCells(Byte.apostrophe) { candidates += tries(Byte.apostrophe) }
      guard candidates.contains(where: \.speaksAgainstItsQuote) else { return candidates }
      // Quotes lose their meaning only where more records agree without it.
      let unquoted = tries(nil).filter { plain in
        candidates.allSatisfy {
          $0.dialect.separator != plain.dialect.separator
            || $0.agreeingRecords < plain.agreeingRecords
        }
      }
      return candidates + unquoted
    }
  }

  /// Whether nearly every separator has a space behind it and quotes follow such spaces.
  private static func isPadding(
    _ text: UnsafeRawBufferPointer, separator: UInt8, quote: UInt8
  ) -> Bool {
    guard separator != Byte.space else { return false }
    var separators = 0
    var spaced = 0
    var quoted = 0
    var bare = 0
    var index = text.startIndex
    while index < text.endIndex, let offset = text.firstOffset(of: separator, from: index) {
      separators += 1
      index = offset + 1
      guard index < text.endIndex else { break }
      if text[index] == quote { bare += 1 }
      guard text[index] == Byte.space else { continue }
      spaced += 1
      let next = text[index...].first { $0 != Byte.space }
      if next == quote { quoted += 1 }
    }
    return quoted > 0 && bare == 0 && spaced * 10 >= separators * 9
  }

  /// Whether both carriage returns and line feeds end records: where more of them agree in width
  /// that way; else only what ends the first line.
  private static func lineEnd(
    of sample: DialectSample, readAs dialect: Dialect
  ) -> Dialect.LineEnd {
    let evidence = LineEndEvidence(in: sample.beginning, quote: dialect.quote)
    guard evidence.isMixed else { return dialect.lineEnd }
    var plain = dialect
    plain.lineEnd = evidence.firstLineEnd
    var mixed = dialect
    mixed.lineEnd = .any
    let own = DialectCandidate(plain, of: sample)
    let other = DialectCandidate(mixed, of: sample)
    // Two records out of one, and each as wide as the others: that is no chance. A line end in a
    // text makes two records that are not.
    let isBetter =
      other.width > 1
      && other.agreeingRecords - own.agreeingRecords > other.records - own.records
    return isBetter ? .any : plain.lineEnd
  }
}
