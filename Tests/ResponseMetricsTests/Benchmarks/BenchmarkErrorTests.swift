import ResponseMetrics
import Testing

@Suite struct BenchmarkErrorTests {
  private static let header = [
    "metric", "industry", "channel", "value", "unit", "statistic", "year", "publisher",
    "source_title", "confidence",
  ]
  private static let row = [
    "response_rate", "retail", "social", "20", "percent", "share", "2020", "", "A study",
    "seed",
  ]

  /// The header's row of a good file with one cell changed.
  private static func wording(_ field: Int, _ cell: String, lines: [Int] = []) -> String? {
    var row = row
    row[field] = cell
    return wording(rows: [header, Self.row, row], lines: lines)
  }

  private static func wording(rows: [[String]], lines: [Int] = []) -> String? {
    do throws(BenchmarkError) {
      _ = try BenchmarkCatalogue(file: "own.csv", rows: rows, lines: lines)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    (
      1, "",
      """
      own.csv:3:2: error: a blank industry (found nothing, expected a value); \
      fill it in or remove the row
      """
    ),
    (
      1, "-/-",
      """
      own.csv:3:2: error: an industry without a letter or digit (found '-/-', \
      expected a slug such as retail, or all); write the slug
      """
    ),
    (
      3, "20 %",
      """
      own.csv:3:4: error: a value that is no plain decimal number (found '20 %', expected up to \
      9 digits and 6 decimals after a point); write it as published, without sign or unit
      """
    ),
    (
      3, "100.1",
      """
      own.csv:3:4: error: a share above the whole (found 100.1 percent, expected at most 100); \
      check value and unit
      """
    ),
    (
      4, "hours",
      """
      own.csv:3:5: error: a unit that does not measure response_rate (found hours, expected \
      percent); change unit or metric
      """
    ),
    (
      4, "%",
      """
      own.csv:3:5: error: an unknown unit (found '%', expected percent, seconds, minutes, hours, \
      days, count, ratio); use one of these words
      """
    ),
    (
      5, " ",
      """
      own.csv:3:6: error: a blank statistic (found nothing, expected a value); \
      fill it in or remove the row
      """
    ),
    (
      6, "Q3 2013",
      """
      own.csv:3:7: error: a year that is none (found 'Q3 2013', expected four digits or \
      nothing); write the year alone
      """
    ),
    (
      8, "",
      """
      own.csv:3:9: error: a blank source_title (found nothing, expected a value); \
      fill it in or remove the row
      """
    ),
    (
      9, "sure\u{1B}[2J",
      """
      own.csv:3:10: error: an unknown confidence (found 'sure\u{FFFD}[2J', expected \
      seen-primary, seen-secondary, seed); use one of these words
      """
    ),
  ])
  func namesPlaceAndRemedy(field: Int, cell: String, wording: String) {
    #expect(Self.wording(field, cell) == wording)
  }

  @Test func namesAllMetrics() {
    let metrics = BenchmarkMetric.allCases.map(\.rawValue).joined(separator: ", ")
    #expect(
      Self.wording(0, "rate")
        == "own.csv:3:1: error: an unknown metric (found 'rate', expected \(metrics)); "
        + "use one of these words")
  }

  @Test func namesTheLineThatTheReaderGave() {
    #expect(Self.wording(3, "x", lines: [4, 5, 9])?.hasPrefix("own.csv:9:4: error: ") == true)
  }

  @Test func aHundredPercentIsAShare() {
    #expect(Self.wording(3, "100") == nil)
  }

  @Test func refusesAFileWithoutAHeader() {
    let wording =
      """
      own.csv:1:1: error: a benchmark file without a header (found nothing, expected column \
      names); begin it with the header of the built-in one
      """
    #expect(Self.wording(rows: []) == wording)
    #expect(Self.wording(rows: [[""]]) == wording)
  }

  @Test func refusesAMissingColumn() {
    #expect(
      Self.wording(rows: [Self.header.filter { $0 != "unit" }])
        == """
        own.csv:1:1: error: the column unit is missing (found no such name in the header, \
        expected all of metric, industry, channel, value, unit, statistic, year, publisher, \
        source_title); add it
        """)
  }

  @Test func refusesARepeatedColumn() {
    #expect(
      Self.wording(rows: [Self.header + ["Unit"]])
        == """
        own.csv:1:11: error: the column unit stands twice (found a second one, expected one); \
        remove or rename one of them
        """)
  }
}
