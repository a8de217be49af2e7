import MessageHistory
import ReplymeterCommand
import Testing

@Suite("Durations, shares and dates as they are written")
struct ConfiguredValuesTests {
  @Test(
    "a duration is a number of seconds or a number with a unit",
    arguments: [
      ("0", 0), ("90", 90_000), ("1.5", 1_500), ("0.001", 1), (".5", 500), ("007", 7_000),
      ("250ms", 250), ("2.000ms", 2), ("30s", 30_000), ("15m", 900_000), ("1.5h", 5_400_000),
      ("24h", 86_400_000), ("2d", 172_800_000), ("1w", 604_800_000), ("0.0001d", 8_640),
      ("0.00001m", nil), ("3652500d", 315_576_000_000_000), ("3652500.0d", 315_576_000_000_000),
      ("3652501d", nil), ("999999999999999999w", nil), ("1000000000000000000", nil),
      ("", nil), ("h", nil), ("-5m", nil), ("+5m", nil), ("5 m", nil), ("5.", nil), (".", nil),
      ("1.2.3", nil), ("1e3", nil), ("1h30m", nil), ("5M", nil), ("5min", nil), ("0.0005", nil),
      ("½h", nil), ("٣m", nil), ("1_000", nil), ("1,5h", nil), ("soon", nil), ("0.5ms", nil),
    ] as [(String, Int64?)])
  func durations(text: String, milliseconds: Int64?) {
    #expect(Milliseconds(writtenAs: text)?.count == milliseconds)
  }

  @Test(
    "a share is the exact fraction that is written",
    arguments: [
      ("0.95", 95, 100), ("0.950000000", 95, 100), ("0.9", 9, 10), ("1", 1, 1), ("1.0", 1, 1),
      ("0", 0, 1), ("0.0", 0, 1), (".5", 5, 10), ("0.333333", 333_333, 1_000_000),
      ("0.000001", 1, 1_000_000), ("0.999999", 999_999, 1_000_000), ("00.25", 25, 100),
    ] as [(String, Int64, Int64)])
  func shares(text: String, numerator: Int64, denominator: Int64) throws {
    let share = try #require(ConfiguredShare(text))
    #expect(share.numerator == numerator)
    #expect(share.denominator == denominator)
  }

  @Test(
    "what is no number from 0 to 1 is no share",
    arguments: [
      "", "1.1", "1.000001", "2", "95", "95%", "-0.5", "0.1234567", "1e-1", "0,5", "half", "1.",
    ])
  func noShares(text: String) {
    #expect(ConfiguredShare(text) == nil)
  }

  @Test(
    "dates follow the Gregorian calendar",
    arguments: [
      ("2026-12-25", [2026, 12, 25]), ("2024-02-29", [2024, 2, 29]), ("2000-02-29", [2000, 2, 29]),
      ("0001-01-01", [1, 1, 1]), ("9999-12-31", [9999, 12, 31]), ("2026-04-30", [2026, 4, 30]),
      ("2026-02-29", nil), ("1900-02-29", nil), ("2026-04-31", nil), ("2026-13-01", nil),
      ("2026-00-10", nil), ("2026-01-00", nil), ("0000-01-01", nil), ("2026-1-1", nil),
      ("26-01-01", nil), ("2026-01-01 ", nil), ("2026/01/01", nil), ("-026-01-01", nil), ("", nil),
    ] as [(String, [Int]?)])
  func dates(text: String, parts: [Int]?) {
    #expect(ConfiguredDate(text).map { [$0.year, $0.month, $0.day] } == parts)
  }
}
