/// The one figure that stands beside a page's own, and all others that could.
///
/// Figures are neither blended nor averaged. Of those about messages, and about the whole of
/// them, the first is taken by industry, channel, nearness to the publisher, year (the newest
/// first, no year last) and order in the file.
package struct BenchmarkChoice: Sendable, Hashable {
  /// A figure, and how it came to be considered.
  package struct Match: Sendable, Hashable {
    package var figure: BenchmarkFigure
    package var matchedBy: IndustryMatch
    package var channelMatch: ChannelMatch
  }

  package let chosen: Match
  /// The others, the preferred first.
  package let others: [Match]

  /// Nil where no figure matches.
  ///
  /// - Parameters:
  ///   - metric: of the figure.
  ///   - industry: of the page.
  ///   - channel: of the page; nil where it has none, or it is not known: social media is then
  ///     preferred, since these figures are about it.
  ///   - catalogue: the figures to choose from.
  package init?(
    of metric: BenchmarkMetric, industry: IndustrySlug, channel: String?,
    in catalogue: BenchmarkCatalogue
  ) {
    self.init(industry: industry, channel: channel, in: catalogue) { figure in
      figure.metric == metric ? 0 : nil
    }
  }

  /// Nil where no figure matches.
  ///
  /// - Parameters:
  ///   - industry: of the page.
  ///   - channel: of the page; nil where it has none, or it is not known.
  ///   - catalogue: the figures to choose from.
  ///   - preference: the lesser the better, before all else; nil for no match.
  init?(
    industry: IndustrySlug, channel: String?, in catalogue: BenchmarkCatalogue,
    preference: (BenchmarkFigure) -> Int?
  ) {
    let steps = IndustryMatch.steps(for: industry)
    let page = BenchmarkChannel(channel ?? "")
    var matches: [(match: Match, rank: Rank)] = []
    for (order, figure) in catalogue.figures.enumerated() {
      guard let preference = preference(figure),
        let step = steps.first(where: { $0.industry == figure.industry }),
        figure.mayBeChosen,
        let channelMatch = ChannelMatch(page: page, figure: BenchmarkChannel(figure.channel))
      else { continue }
      let rank = Rank(
        preference: preference, industry: step.rank, channel: channelMatch,
        confidence: figure.confidence, age: figure.year.map { -$0 } ?? Int.max, order: order)
      matches.append(
        (Match(figure: figure, matchedBy: step.match, channelMatch: channelMatch), rank))
    }
    matches.sort { $0.rank < $1.rank }
    guard let first = matches.first else { return nil }
    chosen = first.match
    others = matches.dropFirst().map(\.match)
  }

  /// The keys of the order, the first that differs decides.
  private struct Rank: Comparable {
    var preference: Int
    var industry: Int
    var channel: ChannelMatch
    var confidence: BenchmarkConfidence
    var age: Int
    var order: Int

    static func < (left: Rank, right: Rank) -> Bool {
      if left.preference != right.preference { return left.preference < right.preference }
      if left.industry != right.industry { return left.industry < right.industry }
      if left.channel != right.channel { return left.channel < right.channel }
      if left.confidence != right.confidence { return left.confidence < right.confidence }
      return (left.age, left.order) < (right.age, right.order)
    }
  }
}

extension BenchmarkChoice {
  /// A page's channel for its benchmarks: the one with the most eligible openers in the period,
  /// the least by bytes of several; nil where the page has none.
  package static func leadingChannel(
    _ channels: some Sequence<(channel: String, openers: Int)>
  ) -> String? {
    channels.min { left, right in
      left.openers != right.openers
        ? left.openers > right.openers
        : left.channel.utf8.lexicographicallyPrecedes(right.channel.utf8)
    }?.channel
  }
}
