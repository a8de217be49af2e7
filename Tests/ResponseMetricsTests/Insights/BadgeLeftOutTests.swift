import MessageHistory
import ResponseMetrics
import Testing

/// What a badge policy left out of a page's sample, by reason.
@Suite struct BadgeLeftOutTests {
  private func leftOut(
    _ history: TestHistory, from start: Moment = 0
  ) throws -> [BadgePolicy.Exclusion: Int] {
    try history.summary().badgeLeftOut(policy: 0, page: 0, from: start.instant).counts
  }

  @Test func openersAreCountedUnderTheirReason() throws {
    let history = TestHistory(
      [.inbound(0, status: .spam)], [.inbound(1, status: .done)], [.inbound(2, status: .done)],
      [.reply(0), .inbound(3)], [.inbound(4), .reply(5)], [.inbound(6)])
    #expect(try leftOut(history) == [.spam: 1, .done: 2, .pageStarted: 1])
  }

  @Test func eachIsCountedOnceUnderTheFirstReason() throws {
    var history = TestHistory([.inbound(0, status: .spam)], [.inbound(1, status: .done)])
    let day = Moment.minutes(-60).instant..<Moment.days(1).instant
    history.away = [AwayCalendar(intervals: [day], outside: nil)]
    #expect(try leftOut(history) == [.spam: 1, .done: 1])
  }

  @Test func reasonsThatThePolicyDoesNotKnowLeaveNothingOut() throws {
    var history = TestHistory([.inbound(0, status: .done)], [.inbound(1, status: .spam)])
    history.policies[0].exclusions = [.spam]
    #expect(try leftOut(history) == [.spam: 1])
  }

  @Test func openersBeforeTheStartAreNotCounted() throws {
    let history = TestHistory([.inbound(0, status: .spam)], [.inbound(5, status: .spam)])
    #expect(try leftOut(history, from: 5) == [.spam: 1])
    #expect(try leftOut(history, from: 6) == [:])
  }
}
