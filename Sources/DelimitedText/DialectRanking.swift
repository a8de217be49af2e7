/// The dialects that may be meant, tried on a sample and put in order.
struct DialectRanking {
  /// Those that split the sample, the likeliest first.
  let candidates: [DialectCandidate]
  /// The likeliest dialect; the defaults, as far as they are not overruled, without any.
  let dialect: Dialect

  /// The separators that are tried, the likeliest first.
  private static let separators = [
    Byte.comma, Byte.semicolon, Byte.tab, Byte.bar, UInt8(ascii: "^"), UInt8(ascii: "~"), 0x1F,
    0x01, UInt8(ascii: ":"), Byte.space,
  ]
  /// Below this score a separator is chance.
  private static let leastScore = 0.02

  init(of sample: DialectSample, overrides: DialectOverrides) {
    let census = sample.census()
    let found = Self.dialects(in: sample, census: census, overrides: overrides)
      .map { DialectCandidate($0, of: sample) }
      .filter { $0.width > 1 && $0.score > Self.leastScore || overrides.separator != nil }
    // The order of trial stays where scores are equal, so that the plainer dialect wins.
    let ranked = found.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element)
    candidates = ranked
    var dialect =
      ranked.first?.dialect
      ?? overrides.applied(
        to: Dialect(lineEnd: LineEndEvidence(in: sample.beginning, quote: Byte.quote).lineEnd))
    if dialect.lineEnd == .lf, census.contains(Byte.carriageReturn) {
      dialect.lineEnd = Self.lineEnd(of: sample, readAs: dialect)
    }
    self.dialect = dialect
  }

  /// The dialects worth a trial: those whose bytes stand in the sample at all.
  private static func dialects(
    in sample: DialectSample, census: ByteCensus, overrides: DialectOverrides
  ) -> [Dialect] {
    let separators =
      overrides.separator.map { [$0] } ?? Self.separators.filter(census.contains)
    var quotes: [UInt8?] = [Byte.quote]
    switch overrides.quote {
    case .none: quotes = [nil]
    case .byte(let quote): quotes = [quote]
    case .detected:
      if census.contains(Byte.apostrophe) { quotes.append(Byte.apostrophe) }
      if census.contains(Byte.quote) { quotes.append(nil) }
    }
    var escapes: [Dialect.Escape] = [.doubled]
    if let escape = overrides.escape {
      escapes = [escape]
    } else if census.hasEscapedQuotes {
      escapes.append(.backslash)
    }
    return quotes.flatMap { quote in
      let lineEnd = LineEndEvidence(in: sample.beginning, quote: quote).lineEnd
      return separators.flatMap { separator in
        let isPadded =
          quote.map { isPadding(sample.beginning, separator: separator, quote: $0) } ?? false
        return (quote == nil ? [.doubled] : escapes).map { escape in
          Dialect(
            separator: separator, quote: quote, escape: escape, lineEnd: lineEnd,
            isPadded: isPadded)
        }
      }
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

  /// Whether carriage returns end records too: where more records agree in width that way.
  private static func lineEnd(
    of sample: DialectSample, readAs dialect: Dialect
  ) -> Dialect.LineEnd {
    let evidence = LineEndEvidence(in: sample.beginning, quote: dialect.quote)
    guard evidence.carriageReturnsAmongLineFeeds > 0 else { return dialect.lineEnd }
    var mixed = dialect
    mixed.lineEnd = .any
    let own = DialectCandidate(dialect, of: sample)
    let other = DialectCandidate(mixed, of: sample)
    // All that a carriage return cuts off is as wide as a record.
    let isBetter =
      other.width > 1
      && other.agreeingRecords - own.agreeingRecords > other.records - own.records
    return isBetter ? .any : dialect.lineEnd
  }
}
