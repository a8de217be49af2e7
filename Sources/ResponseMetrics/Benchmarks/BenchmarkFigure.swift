/// A cited figure, as published: one row of a benchmark file.
package struct BenchmarkFigure: Hashable, Sendable {
  package var metric: BenchmarkMetric
  /// `all` for a figure over all industries.
  package var industry: IndustrySlug
  /// As it stands in the file; empty where the source says nothing.
  package var channel: String
  /// In `unit`, exactly as published.
  package var value: Fraction
  /// The digits of `value` as they stand in the file.
  package var published: String
  package var unit: BenchmarkUnit
  package var statistic: BenchmarkStatistic
  /// Empty where it was not in what was read.
  package var sample: String
  /// Nil where it was not in what was read.
  package var year: Int?
  /// Empty where it was not in what was read.
  package var publisher: String
  package var sourceTitle: String
  package var sourceURL: String
  package var confidence: BenchmarkConfidence
  /// What the source measures where that differs from the metrics of this program; may be empty.
  package var note: String

  /// Whether it may be shown as *the* benchmark of a page: it is about messages, and about the
  /// whole of them.
  package var mayBeChosen: Bool {
    !metric.isAboutOrganisations && statistic.segment == nil
  }

  /// What two rows have in common where one is meant to replace the other.
  package var identity: Identity {
    Identity(
      metric: metric, industry: industry, channel: channel, statistic: statistic.text,
      year: year, publisher: publisher)
  }

  package struct Identity: Hashable, Sendable {
    package let metric: BenchmarkMetric
    package let industry: IndustrySlug
    package let channel: String
    package let statistic: String
    package let year: Int?
    package let publisher: String
  }
}
