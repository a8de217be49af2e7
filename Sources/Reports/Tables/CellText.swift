package import MessageHistory

/// Writes cells as the CSV and JSON files show them, in the report's zone.
package struct CellText: Sendable {
  private let instants: InstantFormat

  package init(clock: LocalClock) {
    instants = InstantFormat(clock: clock)
  }

  /// The text of a cell; nil where it is blank.
  package func text(of cell: Cell) -> String? {
    switch cell {
    case .blank: nil
    case .word(let word): word
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .share(let share): NumberText.share(share)
    case .bound(let bound): NumberText.share(bound)
    case .seconds(let milliseconds): NumberText.seconds(milliseconds)
    case .decimal(let number, let places): NumberText.decimal(number, places: places)
    case .instant(let instant): instants.string(instant)
    case .date(let date): date.description
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}

extension Cell {
  /// Whether JSON shows it as a number.
  package var isNumber: Bool {
    switch self {
    case .integer, .share, .bound, .seconds, .decimal: true
    case .blank, .word, .text, .instant, .date, .flag: false
    }
  }
}
