/// How the channel of a figure stands to a page's, the preferred first.
package enum ChannelMatch: Int, Comparable, Sendable {
  case same
  /// Private messages of the page's network.
  case sameNetworkPrivate
  /// Public messages of the page's network, or messages that are not said to be private.
  case sameNetworkPublic
  /// Social media at large.
  case social

  /// Nil where the figure must not stand beside the page: another network's, a channel that is not
  /// said, mail or web form or web chat for a messenger page, or the other way round.
  package init?(page: BenchmarkChannel, figure: BenchmarkChannel) {
    if page.name == figure.name, !page.name.isEmpty {
      self = .same
      return
    }
    switch (page.family, figure.family) {
    case (.social, .social), (.other, .social):
      if !page.networks.isDisjoint(with: figure.networks) {
        self = figure.side == .privateMessages ? .sameNetworkPrivate : .sameNetworkPublic
      } else if figure.isSocialAtLarge {
        self = .social
      } else {
        return nil
      }
    case (.mail, _), (.webchat, _), (_, .mail), (_, .webchat), (_, .other):
      return nil
    }
  }

  package static func < (left: ChannelMatch, right: ChannelMatch) -> Bool {
    left.rawValue < right.rawValue
  }
}
