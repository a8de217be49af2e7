import ResponseMetrics
import Testing

@Suite struct BenchmarkChannelTests {
  @Test(
    arguments: [
      ("messenger", "messenger", .same),
      ("messenger", "facebook-messenger", .same),
      ("instagram", "instagram-dm", .sameNetworkPrivate),
      ("facebook", "messenger", .sameNetworkPrivate),
      ("messenger", "facebook-public", .sameNetworkPublic),
      ("messenger", "facebook", .sameNetworkPublic),
      ("messenger", "facebook-public+twitter+instagram", .sameNetworkPublic),
      ("instagram", "facebook-public+twitter+instagram", .sameNetworkPublic),
      ("messenger", "social", .social),
      ("whatsapp", "social-comments", .social),
      ("instagram", "facebook-public+twitter", .otherNetwork),
      ("whatsapp", "twitter-dm", .otherNetwork),
      ("", "facebook-public", .otherNetwork),
      ("default", "social", .social),
      ("messenger", "helpdesk", .other),
      ("messenger", "", .other),
      ("email", "helpdesk", .other),
      ("email", "webform", .other),
      ("webform", "email", .other),
      ("mail", "email", .same),
      ("messenger", "email", nil),
      ("messenger", "webform", nil),
      ("messenger", "webchat", nil),
      ("default", "email", nil),
      ("sms", "webchat", nil),
      ("email", "messenger", nil),
      ("email", "social", nil),
      ("webform", "facebook-public+twitter", nil),
      ("webchat", "twitter", nil),
      ("webchat", "email", nil),
      ("email", "webchat", nil),
    ] as [(String, String, ChannelMatch?)])
  func figuresMatchAPageByChannel(page: String, figure: String, match: ChannelMatch?) {
    #expect(
      ChannelMatch(page: BenchmarkChannel(page), figure: BenchmarkChannel(figure)) == match)
  }

  @Test(
    arguments: [
      ("messenger", .privateMessages), ("whatsapp", .privateMessages),
      ("twitter-dm", .privateMessages), ("twitter", .publicMessages), ("x", .publicMessages),
      ("facebook-public+twitter+instagram", .publicMessages), ("comment", .publicMessages),
      ("social-comments", .publicMessages), ("facebook", nil), ("instagram", nil),
      ("social", nil), ("messenger+instagram", nil), ("", nil),
    ] as [(String, BenchmarkChannel.Side?)])
  func aNameSaysWhichSideOfANetwork(name: String, side: BenchmarkChannel.Side?) {
    #expect(BenchmarkChannel(name).side == side)
  }

  @Test(
    arguments: [
      ([("messenger", 3), ("email", 5)], "email"),
      ([("messenger", 5), ("email", 5), ("whatsapp", 5)], "email"),
      ([("b", 0), ("a", 0)], "a"),
      ([], nil),
    ] as [([(String, Int)], String?)])
  func theLeadingChannelHasTheMostOpeners(channels: [(String, Int)], leading: String?) {
    #expect(
      BenchmarkChoice.leadingChannel(channels.map { (channel: $0.0, openers: $0.1) }) == leading)
  }
}
