/// Finds the slug that a word for an industry means.
///
/// A word is looked up in the user's own words, then among the slugs, then among publishers'
/// labels, all folded; a word that stands nowhere is folded into a slug of its own.
package struct IndustryDirectory: Sendable {
  private var own: [String: IndustrySlug] = [:]
  private var known: [String: IndustrySlug] = [:]
  /// The slugs of the taxonomy, then those of further figures, in their order.
  package private(set) var slugs: [IndustrySlug] = []

  /// The directory of the taxonomy alone.
  package static let builtIn = IndustryDirectory(figures: [], words: [])

  /// - Parameters:
  ///   - figures: whose industries are slugs too.
  ///   - words: the user's own words, each with the slug or label that it stands for; of words
  ///     that fold alike the first holds.
  package init(figures: [BenchmarkFigure], words: [(word: String, meaning: String)]) {
    add(.all)
    for entry in IndustryTaxonomy.labels {
      if let slug = IndustrySlug(folding: entry.slug) { add(slug) }
    }
    for entry in IndustryTaxonomy.labels {
      guard let slug = IndustrySlug(folding: entry.slug) else { continue }
      for label in entry.labels { learn(label, slug) }
    }
    for figure in figures { add(figure.industry) }
    for (word, meaning) in words {
      let folded = IndustrySlug.fold(word)
      guard own[folded] == nil else { continue }
      own[folded] = slug(known: meaning)
    }
  }

  /// The slug of a word; nil where nothing is left of it after folding.
  package func slug(of word: String) -> IndustrySlug? {
    own[IndustrySlug.fold(word)] ?? slug(known: word)
  }

  /// Whether a slug is in the taxonomy or in a figure.
  package func knows(_ slug: IndustrySlug) -> Bool { slugs.contains(slug) }

  /// Without the user's own words, so that these cannot run in a circle.
  private func slug(known word: String) -> IndustrySlug? {
    known[IndustrySlug.fold(word)] ?? IndustrySlug(folding: word)
  }

  private mutating func add(_ slug: IndustrySlug) {
    guard !slugs.contains(slug) else { return }
    slugs.append(slug)
    learn(slug.text, slug)
  }

  private mutating func learn(_ word: String, _ slug: IndustrySlug) {
    let folded = IndustrySlug.fold(word)
    if known[folded] == nil { known[folded] = slug }
  }
}
