import MessageHistory
import ResponseMetrics
import Testing

/// A conversation's one rating, and whose it is: metrics.md, section 7.
@Suite struct RatingTests {
  @Test(
    arguments: [
      // By the last human reply before the rating.
      ([.inbound(0), .reply(1, by: .ben), .event(2).rated(5_000_000)], .ben),
      (
        [.inbound(0), .reply(1, by: .ben), .reply(2, by: .anna), .inbound(3).rated(5_000_000)],
        .anna
      ),
      // The rated row itself may be that reply.
      ([.inbound(0), .reply(1, by: .ben).rated(5_000_000)], .ben),
      // A reply after it does not count, an automated one never.
      (
        [.inbound(0), .reply(1, by: .ben), .event(2).rated(5_000_000), .reply(3, by: .anna)],
        .ben
      ),
      (
        [.inbound(0), .reply(1, by: .ben), .automatic(2), .event(3).rated(5_000_000)],
        .ben
      ),
      // Of equal instants the reply is read before the event.
      ([.inbound(0), .event(1).rated(5_000_000), .reply(1, by: .cleo)], .cleo),
      // A reply before the first opener is one too.
      ([.reply(0, by: .cleo), .inbound(1).rated(5_000_000)], .cleo),
      // Unattributed replies have ratings of their own.
      ([.inbound(0), .reply(1, by: .nobody), .event(2).rated(5_000_000)], .nobody),
    ] as [([HistoryRow], Person)])
  func ratingBelongsToTheLastHumanSender(rows: [HistoryRow], person: Person) {
    #expect(ConversationFacts(of: rows).outline.rating?.employee == person.rawValue)
  }

  @Test func ratingWithoutAReplyIsNobodys() throws {
    let history = TestHistory([.inbound(0).rated(5_000_000)])
    let rating = try #require(ConversationFacts(of: history.conversations[0].rows).outline.rating)
    #expect(rating.employee == nil)
    #expect(history.summary().employees(onPage: nil).isEmpty)
  }

  @Test func lastRatingCountsAlone() {
    let history = TestHistory([
      .inbound(0), .reply(1, by: .ben), .event(2).rated(1_000_000), .reply(3, by: .anna),
      .event(4).rated(4_500_000),
    ])
    #expect(history.figures(of: .ben)?.counts.ratings == 0)
    #expect(history.figures(of: .anna)?.counts.ratings == 1)
    #expect(history.figures(of: .anna)?.ratingMean == Fraction(9, over: 2))
  }

  @Test func goodRatingsAreThoseOfFourOrMore() throws {
    let history = TestHistory(
      [.inbound(0), .reply(1).rated(4_000_000)], [.inbound(0), .reply(1).rated(3_999_999)],
      [.inbound(0), .reply(1).rated(5_000_000)])
    let anna = try #require(history.figures(of: .anna))
    #expect(anna.counts.ratings == 3)
    #expect(anna.goodRatingShare == Fraction(2, over: 3))
    #expect(anna.ratingMean == Fraction(12_999_999, over: 3_000_000))
  }

  @Test func meanAndShareAreUndefinedWithoutRatings() throws {
    let anna = try #require(TestHistory([.inbound(0), .reply(1)]).figures(of: .anna))
    #expect(anna.counts.ratings == 0)
    #expect(anna.ratingMean == nil)
    #expect(anna.goodRatingShare == nil)
  }

  @Test func ratingCountsInThePeriodThatHoldsItsRow() {
    let rows: [HistoryRow] = [
      .inbound("2026-11-02T10:00"), .reply("2026-11-02T11:00"),
      .event("2026-11-05T10:00").rated(2_000_000),
    ]
    let before = TestHistory(rows, from: "2026-11-02T00:00", to: "2026-11-05T00:00")
    #expect(before.figures(of: .anna)?.counts.ratings == 0)
    // The rating alone gives Anna a row.
    let after = TestHistory(rows, from: "2026-11-05T00:00", to: "2026-11-06T00:00")
    #expect(after.figures(of: .anna)?.counts.ratings == 1)
    #expect(after.figures(of: .anna)?.counts.messages == 0)
  }

  @Test func ratingAfterAsOfIsUnknown() {
    let history = TestHistory(
      [.inbound(0), .reply(1), .event(5).rated(2_000_000)], asOf: .minutes(4))
    #expect(history.figures(of: .anna)?.counts.ratings == 0)
  }
}
