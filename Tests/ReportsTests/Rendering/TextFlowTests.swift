import Testing

@testable import Reports

struct TextFlowTests {
  private func lines(_ text: String, width: Int?, margin: Int) -> [String] {
    TextFlow(width: width).lines([TextSpan(text)], margin: margin)
      .map { $0.map(\.text).joined() }
  }

  @Test func goesOnUnderItsBeginning() {
    #expect(
      lines("Rate  one two three four five six", width: 22, margin: 6)
        == ["Rate  one two three", "      four five six"])
  }

  @Test func keepsANumberWithItsUnit() {
    #expect(
      lines("median 9 min, p90 in 12 min 30 s", width: 23, margin: 0)
        == ["median 9 min, p90 in", "12 min 30 s"])
  }

  @Test(arguments: [nil, 15])
  func staysWholeWithoutAWidthOrRoom(width: Int?) {
    #expect(
      lines("aa bb cc dd ee ff gg hh", width: width, margin: 4) == ["aa bb cc dd ee ff gg hh"])
  }

  @Test func aWordThatDoesNotFitStandsAlone() {
    #expect(
      lines("a 0123456789abcdefghij b", width: 16, margin: 0)
        == ["a", "0123456789abcdefghij", "b"])
  }

  @Test func everySpanKeepsItsRole() {
    let spans = [TextSpan("Name  ", .name), TextSpan("alpha beta gamma delta", .bad)]
    #expect(
      TextFlow(width: 22).lines(spans, margin: 6) == [
        [TextSpan("Name  ", .name), TextSpan("alpha beta gamma", .bad)],
        [TextSpan("      "), TextSpan("delta", .bad)],
      ])
  }

  @Test(arguments: [
    ("abc", 3), ("e\u{301}te\u{301}", 3), ("日本", 4), ("👍🏽", 2), ("", 0), ("░█", 2),
  ])
  func columnsAreThoseOfATerminal(text: String, columns: Int) {
    #expect(text.terminalColumns == columns)
  }

  @Test func aCutTextHasAnEllipsisAndFits() {
    #expect("Atelier Centre".cut(toColumns: 8) == "Atelier…")
    #expect("日本日本".cut(toColumns: 6) == "日本…")
    #expect("whole".cut(toColumns: 5) == "whole")
    #expect("7".filled(toColumns: 3, isNumber: true) == "  7")
    #expect("é".filled(toColumns: 3) == "é  ")
  }
}
