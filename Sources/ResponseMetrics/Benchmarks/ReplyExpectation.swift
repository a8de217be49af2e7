import MessageHistory

/// The share of openers that a page answered within a time, beside the share of consumers who
/// expect that: a row of expectations.csv.
package struct ReplyExpectation: Sendable, Hashable {
  /// 15 minutes, one hour or one day.
  package let threshold: ResponseThreshold
  /// Nil without openers.
  package let ownShare: Fraction?
  /// The cited figure; nil where the catalogue has none about exactly this time.
  package let choice: BenchmarkChoice?

  /// The times, in the order of the rows.
  package static let thresholds: [ResponseThreshold] = [.fifteenMinutes, .oneHour, .oneDay]

  package var figure: BenchmarkFigure? { choice?.chosen.figure }

  /// The share of consumers, from 0 to 1; nil where there is no figure.
  package var expectedShare: Fraction? { figure.flatMap { $0.value / Fraction(100) } }

  /// The caveats of the figure; none without one.
  package func caveats(asOfYear: Int?) -> [BenchmarkCaveat] {
    choice.map { BenchmarkCaveat.caveats(ofExpectation: $0.chosen, asOfYear: asOfYear) } ?? []
  }

  /// The rows of a page.
  ///
  /// Figures are those over all industries about exactly the time, chosen as any other, but one
  /// about every kind of enquiry before one about complaints.
  ///
  /// - Parameters:
  ///   - channel: the page's leading channel; nil where it has none.
  ///   - catalogue: the figures to choose from.
  ///   - ownShare: the share of the page's openers answered within a time.
  /// - Returns: a row for each of the three times.
  package static func rows(
    channel: String?, in catalogue: BenchmarkCatalogue,
    ownShare: (ResponseThreshold) -> Fraction?
  ) -> [ReplyExpectation] {
    rows(of: choices(channel: channel, in: catalogue), ownShare: ownShare)
  }

  /// The same with figures that are chosen already.
  package static func rows(
    of choices: [BenchmarkChoice?], ownShare: (ResponseThreshold) -> Fraction?
  ) -> [ReplyExpectation] {
    zip(thresholds, choices).map { threshold, choice in
      ReplyExpectation(threshold: threshold, ownShare: ownShare(threshold), choice: choice)
    }
  }

  /// The figures of a channel, one for each of the three times: the same for all pages that it leads.
  package static func choices(
    channel: String?, in catalogue: BenchmarkCatalogue
  ) -> [BenchmarkChoice?] {
    thresholds.map { threshold in
      BenchmarkChoice(industry: .all, channel: channel, in: catalogue) { figure in
        guard figure.metric == .expectReplyWithin, figure.statistic.limit == threshold.duration
        else { return nil }
        return figure.statistic.isAboutComplaints ? 1 : 0
      }
    }
  }
}
