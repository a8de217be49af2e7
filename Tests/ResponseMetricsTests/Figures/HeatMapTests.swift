import MessageHistory
import ResponseMetrics
import Testing

/// Openers by local weekday and hour: metrics.md, section 8.
@Suite struct HeatMapTests {
  /// The cells with openers, by their place in the week, of all pages.
  private func cells(_ history: TestHistory) throws -> [Int: HourFigures] {
    let total = try #require(history.summary().heatMap.last)
    #expect(total.count == 168)
    return Dictionary(
      uniqueKeysWithValues: total.enumerated().filter { $1.openers > 0 }.map { ($0, $1) })
  }

  @Test(
    arguments: [
      ("2026-11-02T00:00", 0), ("2026-11-02T09:59:59.999", 9), ("2026-11-02T10:00", 10),
      ("2026-11-03T00:00", 24), ("2026-11-08T23:59", 167),
    ] as [(Moment, Int)])
  func weekBeginsOnMondayAtMidnight(moment: Moment, cell: Int) throws {
    #expect(try cells(TestHistory([.inbound(moment)])).keys.sorted() == [cell])
  }

  @Test func weekdayAndHourAreLocal() throws {
    var history = TestHistory([.inbound("2026-11-08T23:30")])
    history.clock = LocalClock(name: "East", initialOffset: 3_600)
    #expect(try cells(history).keys.sorted() == [0])
  }

  @Test func cellHasItsOpenersAnsweredOnesAndMedian() throws {
    let history = TestHistory(
      [.inbound(0), .reply(2)], [.inbound(5), .reply(15)], [.inbound(59)],
      [.inbound(30, status: .spam)],
      [.inbound(.days(7) + .minutes(1)), .reply(.days(7) + .minutes(7))])
    let cell = try #require(try cells(history)[9])
    #expect(cell.openers == 4)
    #expect(cell.answered == 3)
    #expect(cell.median == Fraction(360_000))
  }

  @Test func pagesHaveCellsOfTheirOwn() {
    var history = TestHistory([.inbound(0)])
    history.channels.append(.init(page: 1))
    history.officeHours = [nil, nil]
    history.away = [.never, .never]
    history.add([.inbound(0)], slice: 1)
    #expect(history.summary().heatMap.map { $0[9].openers } == [1, 1, 2])
  }
}
