/// What a reader must be told beside a published figure.
package enum BenchmarkCaveat: Sendable, Hashable {
  /// More than five years old at as-of.
  case olderThanFiveYears(published: Int)
  /// No year was found, so that its age is not known.
  case undated
  /// A figure about public messages beside a page whose messages are private.
  case publicBesidePrivate
  /// A figure about another channel than the page's.
  case otherChannel(String, page: String)
  /// A figure about a wider industry than the page's.
  case widerIndustry(IndustrySlug)
  /// A figure about a publisher's group that joins the page's industry with another.
  case joinedIndustries(IndustrySlug)
  /// A figure over all industries beside a page of one.
  case allIndustries
  /// Mean against median, or a statistic that is neither: no verdict.
  case otherStatistic(ComparedMetric, BenchmarkStatistic)
  /// Published times are calendar times, and so is ours beside them.
  case calendarTime
  /// Too few openers for a verdict.
  case fewOpeners(Int)
  /// The value was published with a word that keeps it from being exact.
  case hedged(BenchmarkStatistic.Hedge)
  /// Not read in the publisher's own text, but in the text of this title.
  case quoted(by: String)
  /// A wish stated in a survey, no measurement.
  case statedWish
  /// Publishers have customers to win; said once in a report, not beside each figure.
  case publishersInterest
}

extension BenchmarkCaveat {
  /// The caveats of a figure beside a page's own, in the order in which they are said.
  ///
  /// - Parameters:
  ///   - match: the figure.
  ///   - own: the page's own figure.
  ///   - channel: the page's channel; nil where it has none.
  ///   - asOfYear: nil where there is no as-of; nothing is then called old.
  /// - Returns: none where nothing need be said.
  package static func caveats(
    of match: BenchmarkChoice.Match, beside own: OwnFigure, channel: String?, asOfYear: Int?
  ) -> [BenchmarkCaveat] {
    var caveats = age(of: match.figure, asOfYear: asOfYear)
    caveats += channels(of: match, page: channel)
    caveats += industries(of: match)
    if !own.metric.agrees(with: match.figure.statistic) {
      caveats.append(.otherStatistic(own.metric, match.figure.statistic))
    }
    if match.figure.unit.dimension == .time { caveats.append(.calendarTime) }
    if own.openers < BenchmarkComparison.fewestOpeners { caveats.append(.fewOpeners(own.openers)) }
    return caveats + reading(of: match.figure)
  }

  /// The caveats of an expectation.
  ///
  /// - Parameters:
  ///   - match: the figure.
  ///   - asOfYear: nil where there is no as-of; nothing is then called old.
  /// - Returns: at least that it is a wish.
  package static func caveats(
    ofExpectation match: BenchmarkChoice.Match, asOfYear: Int?
  ) -> [BenchmarkCaveat] {
    age(of: match.figure, asOfYear: asOfYear) + reading(of: match.figure) + [.statedWish]
  }

  /// Of a figure only the year is known, so that it is old for certain from the sixth year on.
  private static func age(of figure: BenchmarkFigure, asOfYear: Int?) -> [BenchmarkCaveat] {
    guard let year = figure.year else { return [.undated] }
    guard let asOfYear, asOfYear - year > 5 else { return [] }
    return [.olderThanFiveYears(published: year)]
  }

  private static func channels(
    of match: BenchmarkChoice.Match, page: String?
  ) -> [BenchmarkCaveat] {
    let own = BenchmarkChannel(page ?? "")
    let published = BenchmarkChannel(match.figure.channel)
    var caveats: [BenchmarkCaveat] = []
    if match.channelMatch != .same, !published.name.isEmpty, let page {
      caveats.append(.otherChannel(match.figure.channel, page: page))
    }
    // A page's channel that does not say so is an inbox.
    let isInbox = (own.family == .social || own.family == .other) && own.side != .publicMessages
    if isInbox, published.side == .publicMessages { caveats.append(.publicBesidePrivate) }
    return caveats
  }

  private static func industries(of match: BenchmarkChoice.Match) -> [BenchmarkCaveat] {
    switch match.matchedBy {
    case .exact: []
    case .parent: [.widerIndustry(match.figure.industry)]
    case .joined: [.joinedIndustries(match.figure.industry)]
    case .all: [.allIndustries]
    }
  }

  private static func reading(of figure: BenchmarkFigure) -> [BenchmarkCaveat] {
    var caveats: [BenchmarkCaveat] = []
    if let hedge = figure.statistic.hedge { caveats.append(.hedged(hedge)) }
    switch figure.confidence {
    case .primary: break
    case .secondary, .seed: caveats.append(.quoted(by: figure.sourceTitle))
    }
    return caveats
  }
}
