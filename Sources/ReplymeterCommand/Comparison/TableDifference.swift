import Foundation
import Reports

/// What differs between two tables of one file.
struct TableDifference {
  struct Figure: Equatable {
    var column: String
    var before: ComparedValue
    var after: ComparedValue

    /// After − before, where both are numbers.
    var difference: Decimal? {
      guard let before = before.number, let after = after.number else { return nil }
      return after - before
    }
  }

  struct ChangedRow {
    var key: String
    /// Whether it is the row of all pages.
    var isTotal: Bool
    var figures: [Figure]
  }

  let file: ReportFile
  private(set) var changed: [ChangedRow] = []
  /// Keys in words.
  private(set) var onlyBefore: [String] = []
  private(set) var onlyAfter: [String] = []

  init(_ file: ReportFile, before: ComparedTable, after: ComparedTable) {
    self.file = file
    let columns =
      before.columns + after.columns.filter { !before.columns.contains($0) }
    let figures = columns.filter { file.isFigure($0) }
    var rowsAfter = Dictionary(
      after.rows.map { ($0.key, $0.values) }, uniquingKeysWith: { first, _ in first })
    for row in before.rows {
      guard let values = rowsAfter.removeValue(forKey: row.key) else {
        onlyBefore.append(before.words(row.key))
        continue
      }
      let differing = figures.compactMap { column -> Figure? in
        let (old, new) = (row.values[column] ?? .blank, values[column] ?? .blank)
        return old == new ? nil : Figure(column: column, before: old, after: new)
      }
      if !differing.isEmpty {
        changed.append(
          ChangedRow(
            key: before.words(row.key), isTotal: row.values["page"]?.text == "*",
            figures: differing))
      }
    }
    onlyAfter = after.rows.filter { rowsAfter[$0.key] != nil }.map { after.words($0.key) }
  }

  var isEmpty: Bool { changed.isEmpty && onlyBefore.isEmpty && onlyAfter.isEmpty }

  var figureCount: Int { changed.reduce(0) { $0 + $1.figures.count } }

  // MARK: Words

  /// What heads the file: `summary.csv: 3 figures in 2 rows, 1 row only in B`.
  var heading: String {
    var parts: [String] = []
    if !changed.isEmpty {
      parts.append(
        "\(counted(figureCount, "figure")) in \(counted(changed.count, "row"))")
    }
    if !onlyBefore.isEmpty { parts.append("\(counted(onlyBefore.count, "row")) only in A") }
    if !onlyAfter.isEmpty { parts.append("\(counted(onlyAfter.count, "row")) only in B") }
    return "\(file.fileName): " + parts.joined(separator: ", ")
  }

  /// Every difference, a line each, under the rows' keys; those of all pages first.
  var lines: [String] {
    (changed.filter(\.isTotal) + changed.filter { !$0.isTotal }).flatMap { row in
      ["  " + row.key] + row.figures.map { "    " + Self.words($0) }
    } + onlyBefore.map { "  only in A: " + $0 } + onlyAfter.map { "  only in B: " + $0 }
  }

  private static func words(_ figure: Figure) -> String {
    "\(TerminalText.oneLine(figure.column.utf8))  \(figure.before.shown) → \(figure.after.shown)"
      + (figure.difference.map { "  (\($0 > 0 ? "+" : "")\($0))" } ?? "")
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
