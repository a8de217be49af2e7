import ResponseMetrics

/// A word for an industry that the figures or the configuration know.
struct IndustryWord {
  let slug: IndustrySlug

  /// - Parameters:
  ///   - word: as it was given.
  ///   - configuration: its `industries` and the words of its pages are known.
  ///   - catalogue: its industries are known.
  /// - Throws: `RunError` (64) with the nearest for a word that is nowhere known.
  init(
    _ word: String, _ configuration: Configuration, _ catalogue: BenchmarkCatalogue
  ) throws(RunError) {
    let directory = IndustryDirectory(
      figures: catalogue.figures,
      words: configuration.industries.map {
        (word: $0.word.value, meaning: $0.replacement.value)
      })
    let own =
      configuration.industries.map(\.word.value)
      + configuration.pages.compactMap { $0.industry?.value }
    let isOwn = own.contains { IndustrySlug.fold($0) == IndustrySlug.fold(word) }
    if let slug = directory.slug(of: word), isOwn || directory.knows(slug) {
      self.slug = slug
      return
    }
    var known: [String] = []
    for name in directory.slugs.map(\.text) + own where !known.contains(name) { known.append(name) }
    let nearest = nearestNames(to: word, among: known, atMost: 3)
      .map { "'\(TerminalText.oneLine($0.utf8))'" }
    throw RunError(
      .usage,
      "error: unknown industry in '--industry' (neither a slug of the figures nor a word of the "
        + "configuration)"
        + (nearest.isEmpty
          ? "; 'replymeter benchmarks' lists all"
          : "; did you mean \(nearest.joined(separator: " or "))?"))
  }
}
