extension BenchmarkError: CustomStringConvertible {
  /// One line, `file:line:field: error: …`.
  package var description: String {
    "\(file):\(line):\(field): error: \(problem.wording)"
  }
}

extension BenchmarkError.Problem {
  fileprivate var wording: String {
    switch self {
    case .empty:
      "a benchmark file without a header (found nothing, expected column names); "
        + "begin it with the header of the built-in one"
    case .missingColumn(let column):
      "the column \(column.rawValue) is missing (found no such name in the header, "
        + "expected all of \(Self.neededColumns)); add it"
    case .repeatedColumn(let column):
      "the column \(column.rawValue) stands twice (found a second one, expected one); "
        + "remove or rename one of them"
    case .blank(let column):
      "a blank \(column.rawValue) (found nothing, expected a value); "
        + "fill it in or remove the row"
    case .unknownWord(let column, let found, let expected):
      "an unknown \(column.rawValue) (found '\(visible(found))', "
        + "expected \(expected.joined(separator: ", "))); use one of these words"
    case .notAnIndustry(let found):
      "an industry without a letter or digit (found '\(visible(found))', "
        + "expected a slug such as retail, or all); write the slug"
    case .notADecimal(let found):
      "a value that is no plain decimal number (found '\(visible(found))', expected up to "
        + "9 digits and 6 decimals after a point); write it as published, without sign or unit"
    case .notAYear(let found):
      "a year that is none (found '\(visible(found))', expected four digits or nothing); "
        + "write the year alone"
    case .unitMisfits(let metric, let found, let expected):
      "a unit that does not measure \(metric.rawValue) (found \(found.rawValue), expected "
        + "\(expected.map(\.rawValue).joined(separator: ", "))); change unit or metric"
    case .moreThanAll(let found):
      "a share above the whole (found \(found) percent, expected at most 100); "
        + "check value and unit"
    }
  }

  private static var neededColumns: String {
    BenchmarkColumn.allCases.filter(\.isNeeded).map(\.rawValue).joined(separator: ", ")
  }

  /// A cell in one short line, without what a terminal would obey.
  private func visible(_ cell: String) -> String {
    let shown = cell.unicodeScalars.prefix(60).map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
      default: String(scalar)
      }
    }
    return shown.joined() + (cell.unicodeScalars.count > 60 ? "…" : "")
  }
}
