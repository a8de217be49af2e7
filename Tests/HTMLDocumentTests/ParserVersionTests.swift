import Testing

@testable import HTMLDocument

struct ParserVersionTests {
  @Test(arguments: [
    ("20914", "2.9.14"), ("21501-GITv2.15.1", "2.15.1"), ("30000", "3.0.0"), ("", ""),
    ("new", "new"),
  ])
  func readsTheDigitsOfLibxml2(digits: String, text: String) {
    #expect(ParserVersion.text(ofDigits: digits) == text)
  }

  @Test func knowsTheVersionThatRuns() {
    #expect(ParserVersion.text.hasPrefix("2."))
  }
}
