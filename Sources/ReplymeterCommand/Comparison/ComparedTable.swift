import Reports

/// The rows of one file of a report, by key.
struct ComparedTable {
  /// What tells a row from the others; `occurrence` where several have the same cells.
  struct Key: Hashable {
    var cells: [ComparedValue]
    var occurrence: Int
  }

  struct Row {
    var key: Key
    var values: [String: ComparedValue]
  }

  let file: ReportFile
  let columns: [String]
  private(set) var rows: [Row] = []
  private var occurrences: [[ComparedValue]: Int] = [:]

  init(_ file: ReportFile, columns: [String]) {
    self.file = file
    self.columns = columns
  }

  /// Adds a row; a column that it lacks is blank.
  mutating func add(_ values: [String: ComparedValue]) {
    let cells = file.keyColumns.map { values[$0] ?? .blank }
    let occurrence = occurrences[cells, default: 0]
    occurrences[cells] = occurrence + 1
    rows.append(Row(key: Key(cells: cells, occurrence: occurrence), values: values))
  }

  /// A key in words: `page shop, channel email`.
  func words(_ key: Key) -> String {
    zip(file.keyColumns, key.cells).map { "\($0) \($1.shown)" }.joined(separator: ", ")
      + (key.occurrence > 0 ? " (\(key.occurrence + 1). of this key)" : "")
  }
}
