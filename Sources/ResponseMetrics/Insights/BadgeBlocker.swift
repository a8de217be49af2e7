package import MessageHistory

/// An opener of a badge's sample that holds the badge back.
package struct BadgeBlocker: Sendable {
  /// What became of it by the instant of the verdict.
  package enum Outcome: Sendable, Equatable {
    /// No response yet; how long ago the opener came.
    case unanswered(Milliseconds)
    /// A response after the policy's reply deadline, which counts as none.
    case answeredTooLate(Milliseconds)
    /// A response that counts and is slower than the limit.
    case answered(Milliseconds)
  }

  package var opener: BadgeOpener
  package var outcome: Outcome
}

extension BadgePolicy {
  /// The openers of a sample that, had each been answered at once, would help the badge most.
  ///
  /// First those without a response that counts, oldest first, since each costs the rate: where the
  /// rate is lost they alone can win it back. Then those whose response time enters the statistic
  /// and is over the limit, slowest first. A mean takes in all of them, the mean of the fastest
  /// nine tenths those, a median its slower half: what lies faster moves it nowhere. A time within
  /// the limit never holds a mean or median over it.
  ///
  /// - Parameters:
  ///   - sample: the sample at `instant`, oldest first.
  ///   - instant: later responses are not known.
  ///   - most: how many at most.
  /// - Returns: none where every opener was answered within the limit.
  package func blockers(
    among sample: ArraySlice<BadgeOpener>, at instant: Instant, most: Int = 5
  ) -> [BadgeBlocker] {
    guard most > 0 else { return [] }
    var blockers: [BadgeBlocker] = []
    var answered: [(opener: Int, time: Int64)] = []
    for (index, opener) in zip(sample.indices, sample) {
      if let time = responseTime(of: opener, knownAt: instant) {
        answered.append((index, time))
      } else {
        blockers.append(
          BadgeBlocker(opener: opener, outcome: outcome(ofUnanswered: opener, at: instant)))
        if blockers.count == most { return blockers }
      }
    }
    answered.sortByNumber(\.time)
    let slowest = entering(answered).reversed().prefix(most - blockers.count)
      .prefix { $0.time > responseTimeLimit.count }
    return blockers
      + slowest.map { index, time in
        BadgeBlocker(opener: sample[index], outcome: .answered(Milliseconds(time)))
      }
  }

  private func outcome(
    ofUnanswered opener: BadgeOpener, at instant: Instant
  ) -> BadgeBlocker.Outcome {
    if let response = opener.response, response <= instant {
      return .answeredTooLate(response - opener.instant)
    }
    return .unanswered(instant - opener.instant)
  }

  /// Of sorted times those that the policy's statistic can be helped by.
  private func entering<Time>(_ times: [Time]) -> ArraySlice<Time> {
    switch responseTime {
    case .mean: times[...]
    case .fastest90Mean: times.prefix((9 * times.count + 9) / 10)
    case .median: times.suffix(times.count / 2 + 1)
    }
  }
}
