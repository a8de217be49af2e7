import CSystem
import Glibc
import Reports

/// How standard output shows lines: how wide it is, and whether it has colours.
struct TerminalStyle: Equatable {
  /// Columns of a line; nil where nobody looks on, and lines are as long as they are.
  var width: Int?
  var hasColours = false

  /// What holds for standard output: COLUMNS, else the terminal's width; colours on a terminal
  /// only, and not where NO_COLOR is set or the terminal is a dumb one.
  static func standardOutput(_ environment: [String: String]) -> TerminalStyle {
    TerminalStyle(
      isTerminal: isatty(STDOUT_FILENO) == 1,
      terminalWidth: Int(csystem_terminal_width(STDOUT_FILENO)), environment)
  }

  init(isTerminal: Bool, terminalWidth: Int, _ environment: [String: String]) {
    let columns = environment["COLUMNS"].flatMap { Int($0) } ?? 0
    width = columns > 0 ? columns : isTerminal && terminalWidth > 0 ? terminalWidth : nil
    hasColours =
      isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// A line with the terminal's colours, where it has any.
  ///
  /// What the inputs brought in cannot steer the terminal.
  func text(of line: [TextSpan]) -> String {
    line.map { span in
      let text = TerminalText.lines(span.text)
      guard hasColours, let code = Self.code(of: span.role) else { return text }
      return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }.joined()
  }

  /// The terminal's own colours, which suit its background, dark or light.
  private static func code(of role: TextSpan.Role) -> String? {
    switch role {
    case .plain: nil
    case .name: "1"
    case .bar: "34"
    case .good: "32"
    case .bad: "33"
    }
  }
}
