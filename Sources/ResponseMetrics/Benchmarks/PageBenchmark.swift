/// A page's own figure with the one published figure that stands beside it: a row of
/// benchmarks.csv.
package struct PageBenchmark: Sendable, Hashable {
  package let metric: ComparedMetric
  package let own: OwnFigure
  package let choice: BenchmarkChoice
  package let comparison: BenchmarkComparison
  package let caveats: [BenchmarkCaveat]

  package var figure: BenchmarkFigure { choice.chosen.figure }

  /// What the figure measures where that differs from ours, then the caveats, in English, parted
  /// by `; `.
  package var note: String {
    ((figure.note.isEmpty ? [] : [figure.note]) + caveats.map(\.wording)).joined(separator: "; ")
  }

  /// The rows of a page.
  ///
  /// - Parameters:
  ///   - industry: of the page.
  ///   - channel: the page's leading channel; nil where it has none.
  ///   - asOfYear: the year of as-of in the report's zone; nil without as-of.
  ///   - catalogue: the figures to choose from.
  ///   - own: the page's own figure for a metric.
  /// - Returns: a row for each metric, in their order, that has a figure.
  package static func rows(
    industry: IndustrySlug, channel: String?, asOfYear: Int?, in catalogue: BenchmarkCatalogue,
    own: (ComparedMetric) -> OwnFigure
  ) -> [PageBenchmark] {
    ComparedMetric.allCases.compactMap { metric in
      guard
        let choice = BenchmarkChoice(
          of: metric.benchmark, industry: industry, channel: channel, in: catalogue)
      else { return nil }
      let own = own(metric)
      return PageBenchmark(
        metric: metric, own: own, choice: choice,
        comparison: BenchmarkComparison(own, beside: choice.chosen.figure),
        caveats: BenchmarkCaveat.caveats(
          of: choice.chosen, beside: own, channel: channel, asOfYear: asOfYear))
    }
  }
}
