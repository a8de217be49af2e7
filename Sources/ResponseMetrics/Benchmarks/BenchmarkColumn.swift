/// The columns of a benchmark file, in the order of the built-in one; a file may have them in any
/// order, with others between, which are ignored.
package enum BenchmarkColumn: String, CaseIterable, Sendable {
  case metric, industry, channel, value, unit, statistic, sample, year, publisher
  case sourceTitle = "source_title"
  case sourceURL = "source_url"
  case confidence, note

  /// Whether a file without it cannot be understood.
  package var isNeeded: Bool {
    switch self {
    case .metric, .industry, .channel, .value, .unit, .statistic, .year, .publisher,
      .sourceTitle:
      true
    case .sample, .sourceURL, .confidence, .note: false
    }
  }

  /// Whether a row must have it: a figure without a source is no citation.
  package var mayBeBlank: Bool {
    switch self {
    case .metric, .industry, .value, .unit, .statistic, .sourceTitle: false
    case .channel, .sample, .year, .publisher, .sourceURL, .confidence, .note: true
    }
  }
}
