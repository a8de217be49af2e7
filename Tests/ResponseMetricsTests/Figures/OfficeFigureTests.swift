import MessageHistory
import ResponseMetrics
import Testing

/// Times inside office hours: metrics.md, sections 5 and 9.
@Suite struct OfficeFigureTests {
  /// Open every day from 09:00 to 17:00 in UTC.
  private func dailyHours() throws -> OfficeHours {
    let shifts = try (1...7).map { weekday in
      try #require(WeeklySchedule.Shift(weekday: weekday, startMinute: 540, endMinute: 1_020))
    }
    return OfficeHours(
      schedule: WeeklySchedule(shifts: shifts), holidays: [], clock: .utc,
      covering: instant("2026-11-01T00:00")..<instant("2026-12-01T00:00"))
  }

  @Test func officeTimeIsThePartInsideTheHours() throws {
    var history = TestHistory([
      .inbound("2026-11-02T16:00").assigned(to: .anna), .reply("2026-11-03T09:30", by: .anna),
    ])
    history.officeHours = [try dailyHours()]
    let total = history.summary().total
    #expect(total.openers.firstResponse.mean == Fraction(63_000_000))
    #expect(total.firstResponseOffice?.mean == Fraction(5_400_000))
    #expect(total.replyOffice?.mean == Fraction(5_400_000))
    #expect(history.figures(of: .anna)?.firstResponseOffice?.mean == Fraction(5_400_000))
    #expect(history.tally().listing.openers.map(\.officeResponse) == [.seconds(5_400)])
  }

  @Test func intervalOutsideAllOfficeHoursCountsAsZero() throws {
    var history = TestHistory([.inbound("2026-11-02T20:00"), .reply("2026-11-02T21:00")])
    history.officeHours = [try dailyHours()]
    let office = history.summary().total.firstResponseOffice
    #expect(office?.count == 1)
    #expect(office?.mean == Fraction(0))
  }

  @Test func pageWithoutAScheduleHasNoOfficeFigures() throws {
    let history = TestHistory([.inbound(0), .reply(1)])
    #expect(history.summary().total.firstResponseOffice == nil)
    #expect(history.summary().total.replyOffice == nil)
    #expect(try #require(history.figures(of: .anna)).firstResponseOffice == nil)
    #expect(history.tally().listing.openers.map(\.officeResponse) == [nil])
  }

  @Test func figureOverSeveralPagesTakesThoseWithASchedule() throws {
    var history = TestHistory([.inbound(0), .reply(10)])
    history.channels = [.init(page: 0), .init(page: 1)]
    history.officeHours = [try dailyHours(), nil]
    history.away = [.never, .never]
    history.add([.inbound(0), .reply(50)], slice: 1)
    let summary = history.summary()
    #expect(summary.total.firstResponseOffice?.count == 1)
    #expect(summary.total.firstResponseOffice?.mean == Fraction(600_000))
    #expect(summary.total.replyOffice?.count == 1)
    #expect(summary.pages.map { $0.firstResponseOffice?.count } == [1, nil])
    #expect(summary.employees(onPage: 1).map { $0.firstResponseOffice?.count } == [nil])
  }

  @Test func pageWithAScheduleButWithoutRowsCountsZero() throws {
    // A page of the configuration of which the data knows nothing has a row too.
    var history = TestHistory([.inbound(0), .reply(10)])
    history.officeHours = [nil, try dailyHours()]
    history.away = [.never, .never]
    let summary = history.summary()
    #expect(summary.pages.map { $0.firstResponseOffice?.count } == [nil, 0])
    #expect(summary.pages.map { $0.replyOffice?.count } == [nil, 0])
    #expect(summary.total.firstResponseOffice?.count == 0)
    #expect(summary.total.firstResponseOffice?.mean == nil)
  }

  @Test func excludedOpenersHaveNoOfficeTime() throws {
    var history = TestHistory([.inbound(0, status: .spam), .reply(10)])
    history.officeHours = [try dailyHours()]
    #expect(history.summary().total.firstResponseOffice?.count == 0)
  }

  @Test func waitingConversationHasItsOfficeTime() throws {
    var history = TestHistory([.inbound("2026-11-02T16:00")], asOf: "2026-11-03T10:00")
    history.officeHours = [try dailyHours()]
    #expect(history.tally().waiting.map(\.officeWait) == [.hours(2)])
  }
}
