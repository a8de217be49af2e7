import Reports
import Testing

@testable import ReplymeterCommand

struct TerminalStyleTests {
  @Test(
    arguments: [
      (true, 80, [:], 80, true),
      (true, 80, ["COLUMNS": "60"], 60, true),
      (true, 0, ["COLUMNS": "many"], nil, true),
      (true, 80, ["NO_COLOR": "1"], 80, false),
      (true, 80, ["NO_COLOR": ""], 80, true),
      (true, 80, ["TERM": "dumb"], 80, false),
      (false, 0, [:], nil, false),
      (false, 0, ["COLUMNS": "100"], 100, false),
    ] as [(Bool, Int, [String: String], Int?, Bool)])
  func followsTheTerminalAndTheEnvironment(
    isTerminal: Bool, terminalWidth: Int, environment: [String: String], width: Int?,
    hasColours: Bool
  ) {
    let style = TerminalStyle(
      isTerminal: isTerminal, terminalWidth: terminalWidth, environment)
    #expect(style.width == width)
    #expect(style.hasColours == hasColours)
  }

  @Test func coloursNeverComeFromTheInput() {
    let line = [TextSpan("Badge ", .name), TextSpan("\u{1B}[31mshop", .bad), TextSpan(" x")]
    let plain = TerminalStyle(isTerminal: false, terminalWidth: 0, [:])
    #expect(plain.text(of: line) == "Badge \u{FFFD}[31mshop x")
    let coloured = TerminalStyle(isTerminal: true, terminalWidth: 80, [:])
    #expect(
      coloured.text(of: line)
        == "\u{1B}[1mBadge \u{1B}[0m\u{1B}[33m\u{FFFD}[31mshop\u{1B}[0m x")
  }
}
