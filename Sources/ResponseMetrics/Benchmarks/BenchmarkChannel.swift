/// What the name of a channel says, of a page as of a published figure.
///
/// A name is one network or several joined by `+`, each with a side of it or none:
/// `facebook-public+twitter`, `messenger`, `twitter-dm`.
package struct BenchmarkChannel: Hashable, Sendable {
  package enum Network: String, Sendable, CaseIterable {
    case facebook, instagram, whatsapp, twitter, telegram, viber, line, wechat, linkedin
    case tiktok, youtube
  }

  package enum Side: Sendable {
    /// Seen by anybody: posts, comments, wall.
    case publicMessages
    /// Seen by the two who write.
    case privateMessages
  }

  /// Channels between which figures may be shown at all.
  package enum Family: Sendable {
    /// Social networks and messengers.
    case social
    /// E-mail and web forms.
    case mail
    case webchat
    /// Phone, sms, marketplaces, help desks, what is not known.
    case other
  }

  /// In lower case, as written but for a few other spellings of one channel.
  package let name: String
  package let family: Family
  package let networks: Set<Network>
  /// Nil where the name leaves it open or the parts differ.
  package let side: Side?
  /// Whether it is social media at large, no network named.
  package let isSocialAtLarge: Bool

  package init(_ written: String) {
    let lowered = written.lowercased().replacing("_", with: "-")
    let name = Self.spellings[lowered] ?? lowered
    let parts = name.split(separator: "+").map(Part.init)
    self.name = name
    networks = Set(parts.compactMap(\.network))
    isSocialAtLarge = parts.contains(where: \.isSocialAtLarge)
    side =
      if parts.contains(where: { $0.side == .publicMessages }) {
        .publicMessages
      } else if !parts.isEmpty, parts.allSatisfy({ $0.side == .privateMessages }) {
        .privateMessages
      } else {
        nil
      }
    family =
      switch name {
      case "email", "webform": .mail
      case "webchat": .webchat
      default: networks.isEmpty && !isSocialAtLarge ? .other : .social
      }
  }

  private static let spellings = [
    "mail": "email", "e-mail": "email", "web-form": "webform", "contact-form": "webform",
    "web-chat": "webchat", "live-chat": "webchat", "livechat": "webchat", "chat": "webchat",
    "facebook-messenger": "messenger", "x": "twitter", "comments": "comment",
  ]

  /// One of the names that are joined by `+`.
  private struct Part {
    let network: Network?
    let side: Side?
    let isSocialAtLarge: Bool

    init(_ name: Substring) {
      let words = name.split(separator: "-", maxSplits: 1)
      let base = words.first ?? ""
      isSocialAtLarge = base == "social" || base == "comment"
      network = base == "messenger" ? .facebook : Network(rawValue: String(base))
      side =
        switch (base, words.dropFirst().first) {
        case ("comment", _), (_, "public"), (_, "comment"), (_, "comments"): .publicMessages
        case ("messenger", _), ("whatsapp", _), ("telegram", _), ("viber", _), ("line", _),
          ("wechat", _), (_, "dm"), (_, "direct"), (_, "private"), (_, "messages"):
          .privateMessages
        // Published figures name the private side of Twitter `twitter-dm`.
        case ("twitter", nil): .publicMessages
        default: nil
        }
    }
  }
}
