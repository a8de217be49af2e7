import ResponseMetrics
import Testing

/// What machines answered: metrics.md, section 8.
@Suite struct AutomationTests {
  @Test(
    arguments: [
      ([.inbound(0)], false, false),
      ([.inbound(0), .automatic(1)], true, true),
      ([.inbound(0), .automatic(1), .automatic(2)], true, true),
      ([.inbound(0), .automatic(1), .reply(2)], true, false),
      ([.inbound(0), .reply(1), .automatic(2)], false, false),
      ([.inbound(0), .automatic(1), .inbound(2)], true, false),
      ([.inbound(0), .inbound(1), .automatic(2)], true, false),
      ([.inbound(0), .note(1), .automatic(2)], true, true),
      // What was sent before the opener belongs to no exchange.
      ([.automatic(0), .inbound(1)], false, false),
    ] as [([HistoryRow], Bool, Bool)])
  func exchangeIsHandledByAutomationWhereNothingElseFollows(
    rows: [HistoryRow], isFirst: Bool, isHandled: Bool
  ) {
    let figures = TestHistory(rows).openers
    #expect(figures.automatedFirst == (isFirst ? 1 : 0))
    #expect(figures.handledByAutomation == (isHandled ? 1 : 0))
  }

  @Test func eachExchangeIsJudgedByItself() {
    let facts = TestHistory([
      .inbound(0), .automatic(1), .inbound(.days(2)), .reply(.days(2)), .inbound(.days(4)),
      .automatic(.days(5)), .inbound(.days(6)),
    ]).openers
    #expect(facts.automatedFirst == 2)
    #expect(facts.handledByAutomation == 2)
    #expect(facts.automatedFirstShare == Fraction(1, over: 2))
    #expect(facts.handledByAutomationShare == Fraction(1, over: 2))
  }

  @Test func excludedOpenersAreLeftOut() {
    let figures = TestHistory([.inbound(0), .automatic(1), .closed(2)], [.inbound(0)]).openers
    #expect(figures.automatedFirst == 0)
    #expect(figures.handledByAutomation == 0)
  }
}
