package import MessageHistory

/// How many openers a badge policy left out of a page's sample, each under the first reason that
/// holds, in the order of the policy's exclusions.
package struct BadgeLeftOut: Sendable, Equatable {
  package private(set) var counts: [BadgePolicy.Exclusion: Int] = [:]

  package init() {}

  /// How many for one reason; 0 where there is none.
  package subscript(reason: BadgePolicy.Exclusion) -> Int { counts[reason] ?? 0 }

  mutating func add(_ reason: BadgePolicy.Exclusion) { counts[reason, default: 0] += 1 }
}

extension MetricsSummary {
  /// Counts what a policy left out of a page's openers from `start` on.
  ///
  /// - Parameters:
  ///   - policy: the policy's index in the rules.
  ///   - page: the page's index.
  ///   - start: the sample's oldest opener.
  ///   - openers: the page's, where they were put in order before.
  /// - Returns: the openers that were left out, by reason.
  /// - Throws: where openers beyond the memory could not be written or read.
  package func badgeLeftOut(
    policy: Int, page: Int, from start: Instant, among openers: PageOpeners? = nil
  ) throws(MessageHistoryError) -> BadgeLeftOut {
    let rule = rules.policies[policy]
    var leftOut = BadgeLeftOut()
    for opener in try self.openers(policy: policy, page: page, known: openers)
      .openers(leftOutBy: rule) where opener.instant >= start
    {
      if let reason = rule.exclusion(of: opener) { leftOut.add(reason) }
    }
    return leftOut
  }
}

extension BadgePolicy {
  /// Why the policy leaves an opener out; nil for one that counts.
  fileprivate func exclusion(of opener: BadgeOpener) -> Exclusion? {
    Exclusion.allCases.first { exclusions.contains($0) && opener.reasons.contains($0.reason) }
  }
}

extension BadgePolicy.Exclusion {
  /// The reason of an opener by which it is left out.
  var reason: BadgeOpener.Reasons {
    switch self {
    case .spam: .spam
    case .done: .done
    case .away: .away
    case .pageStarted: .pageStarted
    }
  }
}
