import DelimitedText
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
    case .blank: return nil
    case .word(let text), .text(let text): return text
    case .integer, .share, .bound, .seconds, .decimal, .instant, .date, .flag:
      var bytes: [UInt8] = []
      append(cell, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Appends the text of a cell as it is, in UTF-8; nothing where it is blank.
  package func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .blank: break
    case .word(let text), .text(let text): bytes.append(contentsOf: text.utf8)
    case .integer(let integer): bytes.appendDecimal(integer)
    case .share(let share): NumberText.append(share: share, to: &bytes)
    case .bound(let bound): NumberText.append(share: bound, to: &bytes)
    case .seconds(let milliseconds): NumberText.append(seconds: milliseconds, to: &bytes)
    case .decimal(let number, let places):
      NumberText.append(decimal: number, places: places, to: &bytes)
    case .instant(let instant): instants.write(instant, to: &bytes)
    case .date(let date): bytes.append(contentsOf: date.description.utf8)
    case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
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
