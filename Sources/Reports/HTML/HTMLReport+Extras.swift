package import MessageHistory
package import ResponseMetrics

extension HTMLReport {
  /// What the report shows beyond the findings; each part may be missing.
  package struct Extras: Sendable {
    /// The cited figures, peers and expectations of pages that have them.
    package var benchmarks: [PageBenchmarks]
    /// From when on a waiting conversation is overdue.
    package var overdueAfter: Milliseconds

    package init(
      benchmarks: [PageBenchmarks] = [], overdueAfter: Milliseconds = .hours(24)
    ) {
      self.benchmarks = benchmarks
      self.overdueAfter = overdueAfter
    }
  }
}

/// What stands beside one page's figures: published ones, those of its industry's pages, wishes.
package struct PageBenchmarks: Sendable {
  /// The page's id.
  package var page: String
  package var figures: [PageBenchmark]
  package var expectations: [ReplyExpectation]
  package var peers: [PeerPlace]

  package init(
    page: String, figures: [PageBenchmark], expectations: [ReplyExpectation], peers: [PeerPlace]
  ) {
    self.page = page
    self.figures = figures
    self.expectations = expectations
    self.peers = peers
  }
}
