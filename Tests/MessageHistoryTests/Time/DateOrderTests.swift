import Testing

@testable import MessageHistory

/// The order of a column's dates, decided over all of it.
struct DateOrderTests {
  /// A file with one inbound message a timestamp.
  private func file(_ timestamps: [String]) -> String {
    "conversation_id,timestamp,direction\n"
      + timestamps.enumerated().map { "\($0.offset),\"\($0.element)\",in\n" }.joined()
  }

  private func instants(
    _ timestamps: [String], order: DateOrder? = nil, clock: LocalClock = .utc
  ) throws -> [Int64] {
    try HistoryReading(clock: clock, dateOrder: order).read(file(timestamps)).rows
      .map(\.milliseconds).sorted()
  }

  private func utc(_ instants: Instant...) -> [Int64] { instants.map(\.milliseconds) }

  @Test func oneDayOverTwelveAnywhereDecides() throws {
    let early = [String](repeating: "05/11/2026 09:00", count: 2)
    #expect(
      try instants(early + ["13/11/2026 09:00"])
        == utc(.utc(2026, 11, 5, 9), .utc(2026, 11, 5, 9), .utc(2026, 11, 13, 9)))
    #expect(
      try instants(early + ["5/13/2026 9:00 AM"])
        == utc(.utc(2026, 5, 11, 9), .utc(2026, 5, 11, 9), .utc(2026, 5, 13, 9)))
  }

  @Test func theRowThatDecidesMayLieFarBeyondTheSample() throws {
    // The sample is a quarter of a mebibyte, a row some 40 bytes.
    var rows = (0..<20_000).map { "05/\($0 % 12 + 1)/2026 09:\($0 % 50 + 10):11" }
    rows.append("5/13/2026 9:00")
    let read = try HistoryReading(workers: 2).read(file(rows))
    #expect(read.rows.count == 20_001)
    #expect(read.history.rejected == [])
    let oldest = read.rows.map(\.milliseconds).min()
    #expect(oldest == Instant.utc(2026, 5, 1, 9, 10, 11).milliseconds)
    #expect(read.history.counts[0].rowsRead == 20_001)
  }

  @Test func formsMayBeMixedInOneColumn() throws {
    #expect(
      try instants([
        "2022-10-05 15:38:40.369865", "2022-10-05 14:19:04", "05/10/2022 13:00",
        "31.10.2022, 20:40", "1664974800", "Oct 5, 2022 1:02 PM", "2022-10-05 13:03:00 UTC",
      ])
        == utc(
          .utc(2022, 10, 5, 13), .utc(2022, 10, 5, 13), .utc(2022, 10, 5, 13, 2),
          .utc(2022, 10, 5, 13, 3), .utc(2022, 10, 5, 14, 19, 4),
          .utc(2022, 10, 5, 15, 38, 40) + Milliseconds(369), .utc(2022, 10, 31, 20, 40)))
  }

  @Test func yearsOfTwoDigitsStandLast() throws {
    #expect(
      try instants(["[15.01.24, 10:30:45]", "[31.12.23, 10:30:45]"])
        == utc(.utc(2023, 12, 31, 10, 30, 45), .utc(2024, 1, 15, 10, 30, 45)))
    #expect(
      try instants(["7/12/21 10:48 AM", "7/13/21 10:48\u{202F}PM"])
        == utc(.utc(2021, 7, 12, 10, 48), .utc(2021, 7, 13, 22, 48)))
    // 99 is neither a day nor a month.
    #expect(
      try instants(["99-12-31 10:00", "01-12-11 10:00"])
        == utc(.utc(1999, 12, 31, 10), .utc(2001, 12, 11, 10)))
  }

  @Test func datesThatAreTheSameInEveryOrderNeedNone() throws {
    #expect(
      try instants(["05/05/2026 09:00", "06/06/2026 09:00"])
        == utc(.utc(2026, 5, 5, 9), .utc(2026, 6, 6, 9)))
  }

  @Test(arguments: [
    (DateOrder.dayMonthYear, [Instant.utc(2026, 11, 5, 9), .utc(2026, 12, 6, 9)]),
    (.monthDayYear, [.utc(2026, 5, 11, 9), .utc(2026, 6, 12, 9)]),
  ])
  func theConfigurationDecidesWhatIsOpen(order: DateOrder, expected: [Instant]) throws {
    #expect(
      try instants(["05/11/2026 09:00", "06/12/2026 09:00"], order: order)
        == expected.map(\.milliseconds))
  }

  @Test func theConfigurationWinsAndRowsOfAnotherOrderAreRejected() throws {
    let read = try HistoryReading(dateOrder: .dayMonthYear)
      .read(file(["05/11/2026 09:00", "5/13/2026 09:00", "13/5/2026 09:00"]))
    #expect(
      read.rows.map(\.milliseconds).sorted()
        == utc(.utc(2026, 5, 13, 9), .utc(2026, 11, 5, 9)))
    #expect(read.history.rejected.map(\.reason) == [.badTimestamp])
  }

  @Test func aDateWithoutATimeIsNoTimestampAndNoEvidence() throws {
    let read = try HistoryReading().read(
      file(["2026-11-05", "13/11/2026", "2026-11-05 09:00", "11/13/2026"]))
    #expect(read.rows.count == 1)
    #expect(read.history.counts[0].timestamps.datesAlone == 3)
    #expect(read.history.counts[0].timestamps.numericDates == 0)
    #expect(
      try HistoryReading().error(reading: file(["13/11/2026", "soon"]))
        == .noUsableTimestamp(path: "0.csv", rows: 2, datesAlone: 1))
  }

  @Test func eachFileHasItsOwnOrder() throws {
    let read = try readHistory(
      file(["13/11/2026 09:00", "05/11/2026 09:00"]),
      file(["11/14/2026 09:00", "11/06/2026 09:00"]))
    #expect(
      read.rows.map(\.milliseconds).sorted()
        == utc(
          .utc(2026, 11, 5, 9), .utc(2026, 11, 6, 9), .utc(2026, 11, 13, 9), .utc(2026, 11, 14, 9)))
  }

  @Test func naiveTimesOnAChangeOfTheClockAreCountedInEveryForm() throws {
    let read = try HistoryReading(clock: TestClocks.paris).read(
      file([
        "29/03/2026 02:30", "29.03.26, 2:31 AM", "Oct 25, 2026 2:30 AM", "25/10/2026 2:30 am",
        "2026-10-25 02:30:00 UTC", "13/11/2026 09:00",
      ]))
    #expect(read.totals.timesInGap == 2)
    #expect(read.totals.timesAmbiguous == 2)
    #expect(read.totals.naiveTimes == 5)
  }

  // MARK: Refusals

  private func message(_ timestamps: [String]) throws -> String? {
    try HistoryReading().error(reading: file(timestamps))?.message
  }

  @Test func anOpenOrderIsRefusedWithBothReadings() throws {
    #expect(
      try message(["05/05/2026 09:00", "05/11/2026 09:00", "06/12/2026 09:00"])
        == "0.csv:3: error: the order of day, month and year is open (found 05/11/2026, which is "
        + "2026-11-05 as dmy, with rows from 2026-05-05 to 2026-12-06, or 2026-05-11 as mdy, with "
        + "rows from 2026-05-05 to 2026-06-12; expected one of 3 dates to decide it); write the "
        + "right one into the input's entry of the configuration: date_order: dmy, or "
        + "date_order: mdy")
  }

  @Test func aYearOfTwoDigitsThatMayStandFirstIsOpenToo() throws {
    #expect(
      try message(["24-01-15 09:00", "24-01-16 09:00"])
        == "0.csv:2: error: the order of day, month and year is open (found 24-01-15, which is "
        + "2015-01-24 as dmy, with rows from 2015-01-24 to 2016-01-24, or 2024-01-15 as ymd, with "
        + "rows from 2024-01-15 to 2024-01-16; expected one of 2 dates to decide it); write the "
        + "right one into the input's entry of the configuration: date_order: dmy, or "
        + "date_order: ymd")
    // Days vary more than years, or nothing varies: an iPhone's chat of a day.
    #expect(try message(["24-01-05 09:00", "05-01-06 09:00"]) == nil)
    #expect(
      try instants(["[14.11.23, 22:13]", "[14.11.23, 22:15]"])
        == utc(.utc(2023, 11, 14, 22, 13), .utc(2023, 11, 14, 22, 15)))
  }

  @Test func ordersThatContradictAreRefusedWithBothLines() throws {
    #expect(
      try message(["05/11/2026 09:00", "5/13/2026 09:00", "13/5/2026 09:00"])
        == "0.csv:4: error: dates are in different orders (found 5/13/2026 in line 3, a date only "
        + "as mdy, and 13/5/2026 here, one only as dmy, expected one order); correct the rows, or "
        + "write an order into the input's entry of the configuration, which rejects the rows of "
        + "another: date_order: mdy, or date_order: dmy")
    #expect(
      try message(["15.01.2024 09:00", "99-12-31 09:00"])
        == "0.csv:3: error: dates are in different orders (found 15.01.2024 in line 2, a date only "
        + "as dmy, and 99-12-31 here, one only as ymd, expected one order); correct the rows, or "
        + "write an order into the input's entry of the configuration, which rejects the rows of "
        + "another: date_order: dmy, or date_order: ymd")
  }

  @Test func whatIsNoDateInAnyOrderIsNoEvidence() throws {
    let read = try HistoryReading().read(
      file(["31/31/2026 09:00", "13/11/2026 09:00", "31/02/2026 09:00"]))
    #expect(read.rows.count == 1)
    #expect(read.history.rejected.count == 2)
  }
}
