import Testing

@testable import Reports

struct ShownTextTests {
  @Test(arguments: [
    ("Anna", "Anna"), ("", ""), ("a\u{0}b\nc", "a␀b␊c"), ("\u{7F}\u{85}", "␡\u{FFFD}"),
    ("👩‍👩‍👧 é", "👩‍👩‍👧 é"), ("\u{202E}abc", "\u{202E}abc"),
    ("Vie\u{302}\u{301}t שִׁ֑ ༀ", "Vie\u{302}\u{301}t שִׁ֑ ༀ"),
  ])
  func controlCharactersAreMadeVisible(text: String, shown: String) {
    #expect(Array(ShownText.shown(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func longTextsAreCut() {
    let long = String(repeating: "x", count: 10_000)
    #expect(ShownText.shown(long) == String(repeating: "x", count: 80) + "…")
    #expect(ShownText.shown(String(repeating: "x", count: 80)).utf8.count == 80)
  }

  @Test func aSingleCharacterOfThousandsOfMarksIsCutToo() {
    let tower = "e" + String(repeating: "\u{301}", count: 10_000)
    #expect(tower.count == 1)
    #expect(ShownText.shown(tower) == "e" + String(repeating: "\u{301}", count: 8) + "…")
  }
}
