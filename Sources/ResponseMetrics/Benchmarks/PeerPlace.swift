/// A page's place among the pages of its industry in the data, by one metric: a row of peers.csv.
package struct PeerPlace: Sendable, Hashable {
  /// The fewest pages among which a place means something.
  package static let fewestPages = 5

  package let page: String
  package let industry: IndustrySlug
  package let metric: PeerMetric
  /// A share, or a time in milliseconds; nil where it is undefined.
  package let value: Fraction?
  /// 1 + the number of pages that are better, so that 1 is best and equals share a rank; nil
  /// under five pages and where the value is.
  package let rank: Int?
  /// The number of pages of the industry where the metric is defined, this one included.
  package let of: Int
  /// (of − rank) / (of − 1): 1 for the best, 0 for the worst; nil where the rank is.
  package let percentile: Fraction?

  /// Places all pages.
  ///
  /// - Parameters:
  ///   - pages: the pages that have an industry, in any order.
  ///   - value: of a page, by its index in `pages`; a share, or milliseconds.
  /// - Returns: the places by the bytes of the pages' ids, then by metric.
  package static func places(
    of pages: [(id: String, industry: IndustrySlug)], value: (Int, PeerMetric) -> Fraction?
  ) -> [PeerPlace] {
    var members: [IndustrySlug: [Int]] = [:]
    for (index, page) in pages.enumerated() {
      members[page.industry, default: []].append(index)
    }
    let order = pages.indices.sorted { left, right in
      pages[left].id.utf8.lexicographicallyPrecedes(pages[right].id.utf8)
    }
    let values = pages.indices.map { index in PeerMetric.allCases.map { value(index, $0) } }
    return order.flatMap { index in
      PeerMetric.allCases.enumerated().map { column, metric in
        let peers = members[pages[index].industry, default: []].compactMap { values[$0][column] }
        return PeerPlace(
          page: pages[index].id, industry: pages[index].industry, metric: metric,
          value: values[index][column], among: peers)
      }
    }
  }

  /// Places one page.
  ///
  /// - Parameters:
  ///   - page: its id.
  ///   - industry: its industry.
  ///   - metric: of the values.
  ///   - value: its own.
  ///   - peers: the defined values of the industry's pages, this one's included.
  private init(
    page: String, industry: IndustrySlug, metric: PeerMetric, value: Fraction?,
    among peers: [Fraction]
  ) {
    self.page = page
    self.industry = industry
    self.metric = metric
    self.value = value
    of = peers.count
    if let value, peers.count >= Self.fewestPages {
      let rank = 1 + peers.count { metric.isBetter($0, than: value) }
      self.rank = rank
      percentile = Fraction(peers.count - rank, over: peers.count - 1)
    } else {
      rank = nil
      percentile = nil
    }
  }
}
