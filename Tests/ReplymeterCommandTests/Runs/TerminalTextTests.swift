import Testing

@testable import ReplymeterCommand

struct TerminalTextTests {
  @Test(arguments: [
    ("plain é 🙏", "plain é 🙏"), ("two\nlines\r\n\tof text", "two lines   of text"),
    ("\u{1B}[2Jcleared", "\u{FFFD}[2Jcleared"), ("bell\u{7}", "bell\u{FFFD}"),
    ("\u{9B}31m", "\u{FFFD}31m"), ("\u{202E}txt.exe", "\u{FFFD}txt.exe"),
    ("a\u{2066}b\u{2069}", "a\u{FFFD}b\u{FFFD}"), ("del\u{7F}", "del\u{FFFD}"), ("", ""),
  ])
  func showsTextOnOneLineWithoutAnythingThatSteers(text: String, shown: String) {
    #expect(TerminalText.oneLine(text.utf8) == shown)
  }

  @Test(arguments: [
    ("two\nlines\tof text", "two\nlines\tof text"), ("back\r", "back\u{FFFD}"),
    ("line\r\nend", "line\u{FFFD}\nend"), ("\u{1B}[2J\u{9B}m", "\u{FFFD}[2J\u{FFFD}m"),
    ("\u{202E}é\u{2069}", "\u{FFFD}é\u{FFFD}"),
  ])
  func keepsLinesAndTabsOfItsOwn(text: String, shown: String) {
    #expect(TerminalText.lines(text) == shown)
  }

  @Test func showsBytesThatAreNoTextAsReplacements() {
    #expect(TerminalText.oneLine([0x61, 0xFF, 0x62]) == "a\u{FFFD}b")
  }
}
