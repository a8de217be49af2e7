import ResponseMetrics
import Testing

@testable import Reports

/// How people read numbers; spaces are shown as plain ones here.
struct ReadableNumbersTests {
  private let numbers = ReadableNumbers(EnglishWording().numbers)

  private func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
  }

  @Test(
    arguments: [
      (0, "0 s"), (499, "0 s"), (500, "1 s"), (45_000, "45 s"), (59_499, "59 s"),
      (59_500, "1 min"), (60_000, "1 min"), (65_000, "1 min 05 s"), (420_000, "7 min"),
      (599_499, "9 min 59 s"), (599_500, "10 min"), (629_999, "10 min"), (630_000, "11 min"),
      (2_520_000, "42 min"), (3_569_999, "59 min"), (3_570_000, "1 h"), (3_600_000, "1 h"),
      (7_500_000, "2 h 05 min"), (86_369_999, "23 h 59 min"), (86_370_000, "24 h"),
      (86_400_000, "24 h"), (129_600_000, "36 h"), (171_000_000, "2 d"), (172_800_000, "2 d"),
      (273_600_000, "3 d 4 h"), (8_638_200_000, "100 d"), (172_800_000_000, "2 000 d"),
      (-65_000, "−1 min 05 s"),
    ] as [(Int64, String)])
  func durationsHaveAtMostTwoUnits(milliseconds: Int64, text: String) {
    #expect(plain(numbers.duration(milliseconds)) == text)
  }

  @Test(arguments: [
    (11, 12, "91.7 %"), (23, 25, "92 %"), (1, 1, "100 %"), (0, 7, "0 %"),
    (9_999, 10_000, "> 99.9 %"), (1, 10_000, "< 0.1 %"), (1, 1_000, "0.1 %"),
    (1_999, 2_000, "> 99.9 %"), (1, 3, "33.3 %"), (1, 8, "12.5 %"), (1, 16, "6.3 %"),
  ])
  func ratesHaveAtMostOneDecimalAndNeverClaimAllOrNothing(part: Int, whole: Int, text: String) {
    #expect(plain(numbers.rate(Fraction(part, over: whole))) == text)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1 000"), (1_234_567, "1 234 567"), (-1_000, "−1 000"),
  ])
  func thousandsAreParted(count: Int, text: String) {
    #expect(plain(numbers.count(count)) == text)
  }

  @Test(arguments: [
    (104, "+10.4"), (-104, "−10.4"), (0, "±0"), (-20, "−2"),
  ])
  func differencesOfRatesHaveASign(thousandths: Int, text: String) throws {
    #expect(numbers.points(try #require(Fraction(thousandths, over: 1_000))) == text)
  }

  @Test func whatIsNotDefinedIsADash() {
    #expect(numbers.rate(nil) == "–")
    #expect(numbers.duration(nil as Fraction?) == "–")
    #expect(numbers.duration(nil as Int64?) == "–")
    #expect(numbers.count(nil) == "–")
    #expect(numbers.decimal(nil) == "–")
  }
}
