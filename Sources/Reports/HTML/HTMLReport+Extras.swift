package import MessageHistory
package import ResponseMetrics

extension HTMLReport {
  /// What the report shows beyond the findings; each part may be missing.
  package struct Extras: Sendable {
    /// The goals of pages and how far they were reached, in the order of the configuration.
    package var targets: [PageTarget]
    /// The cited figures, peers and expectations of pages that have them.
    package var benchmarks: [PageBenchmarks]
    /// From when on a waiting conversation is overdue.
    package var overdueAfter: Milliseconds

    package init(
      targets: [PageTarget] = [], benchmarks: [PageBenchmarks] = [],
      overdueAfter: Milliseconds = .hours(24)
    ) {
      self.targets = targets
      self.benchmarks = benchmarks
      self.overdueAfter = overdueAfter
    }
  }
}

/// A goal of a page for one metric, and the page's own figure.
package struct PageTarget: Sendable {
  /// What the figure is compared with.
  package enum Goal: Sendable {
    /// A share that the figure should at least reach; own is a share.
    case least(Fraction)
    /// A time that the figure should not exceed; own is in milliseconds.
    case most(Milliseconds)
  }

  package enum State: Sendable {
    case met, missed, undefined
  }

  /// The page's id.
  package var page: String
  /// The metric's name as the configuration writes it, such as `first_response_median`.
  package var metric: String
  package var goal: Goal
  /// Nil where the figure is undefined.
  package var own: Fraction?

  package init(page: String, metric: String, goal: Goal, own: Fraction?) {
    self.page = page
    self.metric = metric
    self.goal = goal
    self.own = own
  }

  /// Compared exactly, before rounding.
  package var state: State {
    guard let own else { return .undefined }
    switch goal {
    case .least(let share): return own >= share ? .met : .missed
    case .most(let time): return own <= Fraction(time.count) ? .met : .missed
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
