import MessageHistory
import ResponseMetrics
import Testing

/// How long openers of an hour of the week waited in all.
@Suite struct HourWaitsTests {
  /// Monday 9:00, in hours from Monday 0:00.
  private let mondayNine = 9

  @Test func openersWaitUntilTheirFirstResponse() {
    let history = TestHistory(
      [.inbound(0), .reply(90), .reply(200)], [.inbound(30), .reply(40)])
    let hour = history.summary().hourWaits[0][mondayNine]
    #expect(hour.total == 100 * 60_000)
    #expect(hour.longest == 90 * 60_000)
  }

  @Test func unansweredOpenersWaitUntilTheNextOneElseUntilAsOf() {
    // Monday 9:00, again on Wednesday 9:00 (48 h later), as-of on Friday 9:00 (48 h after that).
    let history = TestHistory([.inbound(0), .inbound(.days(2))], asOf: .days(4))
    let hours = history.summary().hourWaits[0]
    #expect(hours[mondayNine].total == 48 * 3_600_000)
    #expect(hours[48 + mondayNine].total == 48 * 3_600_000)
    #expect(hours[mondayNine + 1] == HourWaits())
  }

  @Test func openersThatDoNotCountDoNotWait() {
    let history = TestHistory([.inbound(0, status: .spam)], [.inbound(0, status: .done)])
    #expect(history.summary().hourWaits[0][mondayNine] == HourWaits())
  }

  @Test func pagesAddUpWithoutThoseThatAreNotChosen() {
    var history = TestHistory([.inbound(0), .reply(5)])
    history.channels = (0..<3).map { TestHistory.Channel(page: $0) }
    history.officeHours = [nil, nil, nil]
    history.away = [.never, .never, .never]
    history.isPageChosen = [true, true, false]
    history.add([.inbound(0), .reply(7)], slice: 1)
    history.add([.inbound(0), .reply(11)], slice: 2)
    let waits = history.summary().hourWaits.map { $0[mondayNine].total / 60_000 }
    #expect(waits == [5, 7, 11, 12])
  }

  @Test func hoursAddUp() {
    let history = TestHistory([.inbound(0), .reply(5)], [.inbound(60), .reply(67)])
    let hours = history.summary().hourWaits[0]
    var sum = hours[mondayNine]
    sum += hours[mondayNine + 1]
    #expect(sum.total == 12 * 60_000)
    #expect(sum.longest == 7 * 60_000)
  }
}
