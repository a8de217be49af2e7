/// Which step of the look-up led from a page's industry to that of a figure; the raw value is the
/// word in the column `matched_by`.
package enum IndustryMatch: String, CaseIterable, Sendable {
  /// The page's own slug.
  case exact
  /// A slug above it.
  case parent
  /// A publisher's group that joins it with another.
  case joined
  /// All industries.
  case all

  /// The slugs that are looked up for a page, in this order.
  package static func steps(
    for industry: IndustrySlug
  ) -> [(industry: IndustrySlug, match: IndustryMatch, rank: Int)] {
    var steps = [(industry, IndustryMatch.exact, 0)]
    for (distance, ancestor) in industry.ancestors.enumerated() {
      steps.append((ancestor, .parent, 1 + distance))
    }
    let joined = 1 + industry.ancestors.count
    for group in IndustryTaxonomy.groups(of: industry) { steps.append((group, .joined, joined)) }
    if industry != .all { steps.append((.all, .all, joined + 1)) }
    return steps
  }
}
