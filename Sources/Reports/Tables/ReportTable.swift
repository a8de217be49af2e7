/// The rows of one file of a report; each row has a cell for each column.
package struct ReportTable: Sendable {
  package let file: ReportFile
  package let rows: [[Cell]]

  package init(_ file: ReportFile, rows: [[Cell]]) {
    self.file = file
    self.rows = rows
  }

  package var columns: [String] { file.columns }

  /// The index of a column; nil where the file has none of that name.
  package func index(of column: String) -> Int? { columns.firstIndex(of: column) }
}
