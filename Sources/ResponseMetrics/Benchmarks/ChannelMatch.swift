/// How the channel of a figure stands to a page's, the preferred first.
package enum ChannelMatch: Int, Comparable, Sendable {
  case same
  /// Private messages of the page's network.
  case sameNetworkPrivate
  /// Public messages of the page's network, or messages that are not said to be private.
  case sameNetworkPublic
  /// Social media at large.
  case social
  /// Another social network.
  case otherNetwork
  /// Something else, or not said.
  case other

  /// Nil where the figure must not stand beside the page: never mail, web form or web chat for a
  /// messenger page, nor the other way round; and web chat, where someone sits and waits, only for
  /// web chat.
  package init?(page: BenchmarkChannel, figure: BenchmarkChannel) {
    if page.name == figure.name, !page.name.isEmpty {
      self = .same
      return
    }
    switch (page.family, figure.family) {
    case (.webchat, .social), (.mail, .social), (_, .webchat), (.webchat, .mail),
      (.social, .mail), (.other, .mail):
      return nil
    case (.mail, .mail), (_, .other):
      self = .other
    case (.social, .social), (.other, .social):
      if !page.networks.isDisjoint(with: figure.networks) {
        self = figure.side == .privateMessages ? .sameNetworkPrivate : .sameNetworkPublic
      } else {
        self = figure.isSocialAtLarge ? .social : .otherNetwork
      }
    }
  }

  package static func < (left: ChannelMatch, right: ChannelMatch) -> Bool {
    left.rawValue < right.rawValue
  }
}
