import MessageHistory
import Reports
import Testing

/// The key `median_intervals` of report.json.
struct MedianIntervalsTests {
  /// `median_intervals` of a report over one page with openers answered after so many minutes, in
  /// the period of 2 to 8 November and the seven days before it.
  private func intervals(this: [Int], before: [Int], comparesPeriods: Bool = true) throws -> String
  {
    var csv = "conversation_id,timestamp,direction,page\n"
    for (day, minutes) in [("2026-11-03", this), ("2026-10-27", before)] {
      for (index, minutes) in minutes.enumerated() {
        csv += "\(day)-\(index),\(day)T09:00:00Z,inbound,north\n"
        csv += "\(day)-\(index),\(day)T09:\(minutes):00Z,outbound,north\n"
      }
    }
    var history = try ReportedHistory(
      csv, asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09")
    history.comparesPeriods = comparesPeriods
    let bytes = JSONReport(clock: .utc).render(
      version: "1.0", parts: [], receiptsOf: try history.findings())
    let json = String(decoding: bytes, as: UTF8.self)
    let start = try #require(json.firstRange(of: "\"median_intervals\":"))
    return String(json[start.upperBound...])
  }

  @Test func pagesAndAllPagesHaveBothIntervalsInSeconds() throws {
    #expect(
      try intervals(this: [11, 12, 13, 14, 15, 16, 17], before: [20, 21, 22, 23, 24, 25]) == """
        [
        {"page":"north","this_low":660,"this_high":1020,"before_low":1200,"before_high":1500},
        {"page":"*","this_low":660,"this_high":1020,"before_low":1200,"before_high":1500}]}

        """)
  }

  @Test func tooFewTimesAndNoComparedPeriodAreNull() throws {
    #expect(
      try intervals(this: [11, 12, 13, 14, 15], before: [20, 21, 22, 23, 24, 25]) == """
        [
        {"page":"north","this_low":null,"this_high":null,"before_low":1200,"before_high":1500},
        {"page":"*","this_low":null,"this_high":null,"before_low":1200,"before_high":1500}]}

        """)
    #expect(
      try intervals(
        this: [11, 12, 13, 14, 15, 16], before: [20, 21, 22, 23, 24, 25], comparesPeriods: false)
          == """
          [
          {"page":"north","this_low":660,"this_high":960,"before_low":null,"before_high":null},
          {"page":"*","this_low":660,"this_high":960,"before_low":null,"before_high":null}]}

          """)
  }
}
