import MessageHistory
import ResponseMetrics
import Testing

/// Messages after the messaging window has closed: metrics.md, section 8.
@Suite struct MessagingWindowTests {
  /// The number of messages outside the window, and allowed there.
  private struct Uses: Equatable {
    var outside: Int
    var allowed: Int
  }

  private func uses(_ history: TestHistory) -> Uses {
    Uses(outside: history.counts.outsideWindow, allowed: history.counts.allowedOutsideWindow)
  }

  @Test(
    arguments: [
      (.hours(24), .other, Uses(outside: 0, allowed: 0)),
      (.hours(24) + tick, .other, Uses(outside: 1, allowed: 0)),
      (.hours(24), .humanAgent, Uses(outside: 0, allowed: 0)),
      (.hours(24) + tick, .humanAgent, Uses(outside: 0, allowed: 1)),
      (.days(7), .humanAgent, Uses(outside: 0, allowed: 1)),
      (.days(7) + tick, .humanAgent, Uses(outside: 1, allowed: 0)),
      (.hours(24), .update, Uses(outside: 0, allowed: 0)),
      (.days(9), .update, Uses(outside: 0, allowed: 1)),
    ] as [(Milliseconds, MessageTag, Uses)])
  private func windowClosesAfter24Hours(wait: Milliseconds, tag: MessageTag, expected: Uses) {
    #expect(uses(TestHistory([.inbound(0), .reply(Moment.start + wait, tag: tag)])) == expected)
  }

  @Test func windowIsCountedFromTheNewestInboundMessage() {
    let history = TestHistory([.inbound(0), .inbound(.hours(20)), .reply(.hours(30))])
    #expect(uses(history) == Uses(outside: 0, allowed: 0))
  }

  @Test func messageBeforeAnyInboundOneIsNotCounted() {
    let history = TestHistory([.reply(0), .reply(.days(8)), .inbound(.days(9))])
    #expect(uses(history) == Uses(outside: 0, allowed: 0))
  }

  @Test func inboundMessageOfTheSameInstantStandsBeforeTheReply() {
    let history = TestHistory([.inbound(0), .reply(.days(8)), .inbound(.days(8))])
    #expect(uses(history) == Uses(outside: 0, allowed: 0))
  }

  @Test func everyLateMessageCounts() {
    let history = TestHistory([.inbound(0), .reply(.days(2)), .reply(.days(3))])
    #expect(uses(history) == Uses(outside: 2, allowed: 0))
  }

  @Test func automatedMessageIsNotCounted() {
    let history = TestHistory([.inbound(0), .automatic(.days(2))])
    #expect(uses(history) == Uses(outside: 0, allowed: 0))
  }

  @Test func channelWithoutAWindowHasNone() {
    var history = TestHistory([.inbound(0), .reply(.days(2))])
    history.channels[0].hasWindow = false
    #expect(uses(history) == Uses(outside: 0, allowed: 0))
    #expect(history.figures(of: .anna)?.counts.outsideWindow == 0)
    #expect(history.tally().kept.hasWindowChannel == false)
    history.channels[0].hasWindow = true
    #expect(history.tally().kept.hasWindowChannel)
  }

  @Test func employeesHaveTheirOwnMessagesOutsideTheWindow() {
    let history = TestHistory([
      .inbound(0), .reply(.days(2), by: .anna), .reply(.days(3), by: .ben, tag: .humanAgent),
    ])
    #expect(history.figures(of: .anna)?.counts.outsideWindow == 1)
    #expect(history.figures(of: .ben)?.counts.outsideWindow == 0)
  }

  @Test func messageCountsInThePeriodInWhichItWasSent() {
    let rows: [HistoryRow] = [.inbound("2026-11-02T12:00"), .reply("2026-11-05T12:00")]
    let second = TestHistory(rows, from: "2026-11-02T00:00", to: "2026-11-05T00:00")
    #expect(uses(second) == Uses(outside: 0, allowed: 0))
    let fifth = TestHistory(rows, from: "2026-11-05T00:00", to: "2026-11-06T00:00")
    #expect(uses(fifth) == Uses(outside: 1, allowed: 0))
  }
}
