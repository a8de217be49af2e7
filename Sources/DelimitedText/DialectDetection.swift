/// What samples of an input tell of how to read it, and on what evidence.
package struct DialectDetection: Hashable, Sendable {
  /// How much of an input's beginning is looked at, in bytes.
  package static let sampleSize = 1 << 16
  /// How much is looked at in the middle and at the end, in bytes.
  package static let laterSampleSize = 1 << 13

  /// Why the dialect is the one that it is.
  package enum Reason: Hashable, Sendable {
    /// It has the best score of the candidates.
    case bestScore
    /// No separator splits the sample: one column, or nothing at all.
    case nothingSeparated
  }

  /// The dialect to read with; `,` where no separator splits anything.
  package private(set) var dialect: Dialect
  package let reason: Reason
  /// The dialects that split the sample, the likeliest first.
  package let candidates: [DialectCandidate]
  /// Where the table begins.
  package let table: TableStart
  /// The mark that the input begins with; the records begin after it.
  package let byteOrderMark: ByteOrderMark?
  /// Where the first zero byte of the first sample is that is no UTF-16: what holds one is no text.
  package let firstZeroByte: Int?

  /// Looks at one sample, which is the input's beginning.
  package init(sample: UnsafeRawBufferPointer, isWholeInput: Bool) {
    self.init(samples: [sample], isWholeInput: isWholeInput)
  }

  /// Looks at the beginning of an input and at other places of it.
  ///
  /// An empty input is read with the defaults.
  ///
  /// - Parameters:
  ///   - samples: the bytes at `samplePlaces`, in their order: the input's beginning, of which
  ///     `sampleSize` bytes are looked at, then stretches that begin and end anywhere.
  ///   - isWholeInput: whether the input ends with the first sample; otherwise its last record may
  ///     be cut and is left out of account.
  ///   - overrides: what is not to be detected.
  package init(
    samples: [UnsafeRawBufferPointer], isWholeInput: Bool,
    overrides: DialectOverrides = DialectOverrides()
  ) {
    let first = samples.first ?? UnsafeRawBufferPointer(start: nil, count: 0)
    let beginning = UnsafeRawBufferPointer(rebasing: first.prefix(Self.sampleSize))
    let mark = ByteOrderMark(startOf: beginning)
    byteOrderMark = mark
    switch mark {
    case .utf8, nil: firstZeroByte = beginning.firstOffset(of: 0)
    case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian:
      firstZeroByte = nil
    }
    let sample = DialectSample(
      beginning: UnsafeRawBufferPointer(rebasing: beginning.dropFirst(mark?.bytes.count ?? 0)),
      laterStretches: samples.dropFirst().map {
        UnsafeRawBufferPointer(rebasing: $0.prefix(Self.laterSampleSize))
      },
      isWholeInput: isWholeInput && first.count <= Self.sampleSize)
    let ranking = DialectRanking(of: sample, overrides: overrides)
    candidates = ranking.candidates
    reason = ranking.candidates.isEmpty ? .nothingSeparated : .bestScore
    dialect = ranking.dialect
    table = TableStart(
      in: sample.beginning, dialect: dialect, isWholeInput: sample.isWholeInput)
  }

  /// The places that are worth a look in an input of `size` bytes: its beginning, its middle, its
  /// end, as far as they do not overlap.
  package static func samplePlaces(size: Int) -> [Range<Int>] {
    let beginning = 0..<min(max(size, 0), sampleSize)
    let end = size - laterSampleSize
    let middle = (size - laterSampleSize) / 2
    return [beginning]
      + [middle, end].filter {
        $0 >= beginning.upperBound && ($0 == end || $0 + laterSampleSize <= end)
      }
      .map { $0..<$0 + laterSampleSize }
  }
}
