extension BenchmarkCatalogue {
  /// All figures that bear on an industry, whatever they measure and whether or not they may be
  /// chosen, for a list.
  ///
  /// - Parameter industry: as a page has it.
  /// - Returns: by the steps of the look-up (its own slug, those above it, joined groups, all),
  ///   within a step in the order of the file.
  package func figures(
    bearingOn industry: IndustrySlug
  ) -> [(figure: BenchmarkFigure, matchedBy: IndustryMatch)] {
    IndustryMatch.steps(for: industry).flatMap { step in
      figures.filter { $0.industry == step.industry }.map { ($0, step.match) }
    }
  }
}
