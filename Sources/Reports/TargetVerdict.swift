package import MessageHistory
package import ResponseMetrics

/// How a page's own figure stands to a goal that its configuration sets.
package struct TargetVerdict: Sendable, Equatable {
  /// What the figure should reach.
  package enum Goal: Sendable, Equatable {
    /// A share that the figure should at least reach; the own value is a share.
    case least(Fraction)
    /// A time that the figure should not exceed; the own value is in milliseconds.
    case most(Milliseconds)
  }

  package enum State: String, Sendable, CaseIterable {
    case met, missed, undefined
  }

  /// The page's id.
  package var page: String
  /// The metric as the configuration writes it, such as `first_response_median`.
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

  /// Compared exactly, before rounding; a value that equals its goal meets it.
  package var state: State {
    guard let own else { return .undefined }
    switch goal {
    case .least(let share): return own >= share ? .met : .missed
    case .most(let time): return own <= Fraction(time.count) ? .met : .missed
    }
  }

  /// Own value − goal, a share or milliseconds; nil where the figure is undefined.
  package var distance: Fraction? {
    own.map { own in
      switch goal {
      case .least(let share): own - share
      case .most(let time): own - Fraction(time.count)
      }
    }
  }
}
