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
  /// Counts what a policy left out among the openers from `starts` on.
  ///
  /// - Parameters:
  ///   - policy: the policy's index in the rules.
  ///   - starts: by page index, the sample's oldest opener; nil for a page that is not asked for.
  /// - Returns: by page index.
  /// - Throws: where openers beyond the memory could not be written or read.
  package func badgeLeftOut(
    policy: Int, from starts: [Instant?]
  ) throws(MessageHistoryError) -> [BadgeLeftOut] {
    var leftOut = Array(repeating: BadgeLeftOut(), count: starts.count)
    let all = tally.badgeOpeners[rules.badgeOpenersIndex(ofPolicy: policy)]
    try all.forEachBlock { openers in
      for opener in openers where opener.reasons != [] {
        let slice = rules.slices[Int(opener.slice)]
        guard slice.isJudged[policy], let start = starts[slice.page], opener.instant >= start,
          let reason = rules.policies[policy].exclusion(of: opener)
        else { continue }
        leftOut[slice.page].add(reason)
      }
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
