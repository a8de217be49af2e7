import MessageHistory
import Reports
import ResponseMetrics

/// Numbers as `explain` shows them: as the files have them, then for people.
enum FigureText {
  /// A share as the files have it and in percent: `0.916667 (91.7 %)`.
  static func share(_ share: Fraction) -> String {
    "\(NumberText.share(share)) (\(NumberText.decimal(share * Fraction(100), places: 1)) %)"
  }

  static func share(_ share: Double) -> String { NumberText.share(share) }

  /// A time in milliseconds as the files have it, then shorter: `412.5 s (6 min 52 s)`.
  static func time(_ time: Fraction) -> String {
    let seconds = NumberText.seconds(time) + " s"
    let short = DurationText.short(Milliseconds(Int64(time.rounded())))
    return short == seconds || time < Fraction(1_000) ? seconds : "\(seconds) (\(short))"
  }

  static func time(_ time: Milliseconds) -> String { self.time(Fraction(time.count)) }

  /// A cell of a table; a dash where it is blank.
  static func cell(_ cell: Cell) -> String {
    switch cell {
    case .blank: "not defined"
    case .word(let text), .text(let text): TerminalText.oneLine(text.utf8)
    case .integer(let count): "\(count)"
    case .share(let share): Self.share(share)
    case .bound(let bound): Self.share(bound)
    case .seconds(let time): Self.time(time)
    case .decimal(let number, let places): NumberText.decimal(number, places: places)
    case .instant, .date, .flag: ""
    }
  }

  /// A count with its noun: `1 opener`, `2 openers`.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
