import MessageHistory
import ResponseMetrics
import Testing

/// Conversations and openers one by one: conversations.csv and openers.csv.
@Suite struct ConversationListingTests {
  @Test func conversationIsListedWithItsMessagesOfThePeriod() throws {
    let history = TestHistory(
      [
        .inbound("2026-11-02T10:00"), .reply("2026-11-02T11:00", by: .cleo),
        .inbound("2026-11-05T10:00", status: .open), .automatic("2026-11-05T10:01"),
        .reply("2026-11-05T10:05", by: .ben), .reply("2026-11-05T10:06", by: .anna),
        .reply("2026-11-05T10:07", by: .nobody), .note("2026-11-05T11:00").rated(3_000_000),
        .inbound("2026-11-09T10:00", status: .pending),
      ], from: "2026-11-05T00:00", to: "2026-11-06T00:00")
    let listing = history.tally().listing
    let listed = try #require(listing.conversations.first)
    #expect(listing.conversations.count == 1)
    #expect(listed.firstAt == instant("2026-11-05T10:00"))
    #expect(listed.lastAt == instant("2026-11-05T10:07"))
    #expect(listed.inbound == 1 && listed.outboundHuman == 3 && listed.outboundAutomated == 1)
    #expect(listed.openers == 1 && listed.answered == 1)
    #expect(listed.firstResponse == .minutes(5))
    // The keys of the period, without the blank one.
    #expect(
      Set(listing.employees[listed.employees]) == [Person.anna.rawValue, Person.ben.rawValue])
    #expect(listed.status == .pending)
    #expect(listed.rating.millionths == 3_000_000)
  }

  @Test func firstResponseIsThatOfTheFirstEligibleOpener() throws {
    let history = TestHistory([
      .inbound(0), .inbound(.days(2)), .reply(.days(2) + .minutes(1)),
    ])
    let listed = try #require(history.tally().listing.conversations.first)
    #expect(listed.openers == 2 && listed.answered == 1)
    #expect(listed.firstResponse == nil)
  }

  @Test func excludedOpenersAreListedWithTheirResponse() throws {
    let history = TestHistory([.inbound(0, status: .spam), .reply(3, by: .ben)])
    let opener = try #require(history.tally().listing.openers.first)
    #expect(opener.outcome == .excludedSpam)
    #expect(opener.response?.instant == instant(3))
    #expect(opener.response?.employee == Person.ben.rawValue)
    let listed = try #require(history.tally().listing.conversations.first)
    #expect(listed.openers == 0 && listed.answered == 0 && listed.firstResponse == nil)
  }

  @Test func conversationsListedAreThoseCounted() {
    let history = TestHistory(
      [.inbound(0)], [.note(0)], [.inbound("2026-10-01T00:00")], [.automatic(0)])
    #expect(history.tally().listing.conversations.count == 2)
    #expect(history.counts.conversations == 2)
  }

  @Test func nothingIsListedUnlessAsked() {
    let history = TestHistory([.inbound(0), .reply(1)])
    var rules = history.rules
    rules.listsConversations = false
    let tally = history.tally(of: [0], by: rules)
    #expect(tally.listing.openers.isEmpty && tally.listing.conversations.isEmpty)
    #expect(history.summary(of: tally, by: rules).total.openers == history.openers)
  }
}
