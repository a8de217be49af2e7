/// What the first bytes of an input tell of how to read it.
package struct DialectDetection: Hashable, Sendable {
  /// How much of an input is looked at, in bytes.
  package static let sampleSize = 1 << 16
  /// The separators that are tried, the likeliest first.
  package static let separators = [Byte.comma, Byte.semicolon, Byte.tab, Byte.bar]

  /// The dialect to read with; `,` where no separator splits the header.
  package var dialect: Dialect
  /// The mark that the input begins with; the records begin after it.
  package var byteOrderMark: ByteOrderMark?
  /// Where the first zero byte of a sample is that is no UTF-16: what holds one is no text.
  package var firstZeroByte: Int?
  /// How the chosen separator splits the sample.
  package var split: SeparatorSplit

  /// Whether the input is no delimited text.
  package var isBinary: Bool { firstZeroByte != nil }

  /// Looks at the first `sampleSize` bytes of `sample`.
  ///
  /// With `isWholeInput` the input ends with `sample`; otherwise its last record may be cut and
  /// is left out of account. An empty input is read with the defaults.
  package init(sample: UnsafeRawBufferPointer, isWholeInput: Bool) {
    let isWhole = isWholeInput && sample.count <= Self.sampleSize
    let sample = UnsafeRawBufferPointer(rebasing: sample.prefix(Self.sampleSize))
    byteOrderMark = ByteOrderMark(startOf: sample)
    switch byteOrderMark {
    case .utf8, nil: firstZeroByte = sample.firstOffset(of: 0)
    case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian:
      firstZeroByte = nil
    }
    let text = UnsafeRawBufferPointer(
      rebasing: sample.dropFirst(byteOrderMark?.bytes.count ?? 0))
    var dialect = Dialect()
    dialect.lineEnd = LineEndEvidence(in: text, quote: dialect.quote).lineEnd
    var best = SeparatorSplit(of: text, dialect: dialect, isWholeInput: isWhole)
    for separator in Self.separators where separator != dialect.separator {
      var other = dialect
      other.separator = separator
      let split = SeparatorSplit(of: text, dialect: other, isWholeInput: isWhole)
      if split.isBetter(than: best) { best = split }
    }
    dialect.separator = best.separator
    self.dialect = dialect
    split = best
  }
}
