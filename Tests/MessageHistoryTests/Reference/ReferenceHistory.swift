import MessageHistory

/// What the rules make of files, in the plainest and slowest way.
struct ReferenceHistory {
  /// By page, channel and conversation, within one in reading order.
  private(set) var rows: [ReferenceRow] = []
  private(set) var counts = InputCounts()
  private(set) var duplicates = DuplicateCounts()
  /// Reasons in the order of files and rows.
  private(set) var rejected: [RejectReason] = []
  private let automation: [String]

  /// Reads files in RFC 4180 with the canonical column names.
  init(_ files: [String], automation: [String]) {
    self.automation = automation
    var all: [ReferenceRow] = []
    for (number, text) in files.enumerated() { all += read(text, file: number) }
    rows = withoutDuplicates(all).sorted { $0.precedes($1) }
  }

  private mutating func read(_ text: String, file: Int) -> [ReferenceRow] {
    var records = PlainRecords.of(text)
    let header = records.removeFirst()
    let hasEmployees = header.contains("employee_id") || header.contains("employee_name")
    var rows: [ReferenceRow] = []
    for record in records where record != header {
      if record.allSatisfy({ trimmed($0).isEmpty }) { continue }
      let cell = { (column: Column) -> String in
        guard let field = header.firstIndex(of: column.rawValue), field < record.count else {
          return ""
        }
        return column == .text ? record[field] : trimmed(record[field])
      }
      counts.rowsRead += 1
      if let row = accept(cell, file: file, hasEmployees: hasEmployees) { rows.append(row) }
    }
    return rows
  }

  private mutating func accept(
    _ cell: (Column) -> String, file: Int, hasEmployees: Bool
  ) -> ReferenceRow? {
    let kind = cell(.kind).lowercased()
    let direction = ReferenceRow.directions[cell(.direction).lowercased()]
    let needsDirection = ["", "human", "bot"].contains(kind)
    guard !cell(.conversationID).isEmpty else { return reject(.noConversationID) }
    guard let milliseconds = ReferenceRow.milliseconds(cell(.timestamp)) else {
      return reject(.badTimestamp)
    }
    guard direction != nil || !needsDirection else { return reject(.badDirection) }
    if !ReferenceRow.knownKinds.contains(kind) { counts.unknownKind += 1 }
    let row = ReferenceRow(
      file: file, milliseconds: milliseconds, hasEmployees: hasEmployees, automation: automation,
      cell: cell)
    if !cell(.status).isEmpty, row.status.isEmpty { counts.unknownStatus += 1 }
    if !cell(.rating).isEmpty, row.rating.isEmpty { counts.unknownRating += 1 }
    return row
  }

  private mutating func reject(_ reason: RejectReason) -> ReferenceRow? {
    rejected.append(reason)
    return nil
  }

  private mutating func withoutDuplicates(_ all: [ReferenceRow]) -> [ReferenceRow] {
    var newest: [[String]: ReferenceRow] = [:]
    var others: [[String]: [Int: [ReferenceRow]]] = [:]
    for row in all {
      if row.messageID.isEmpty {
        others[row.wholeKey, default: [:]][row.file, default: []].append(row)
      } else if newest.updateValue(row, forKey: row.conversationKey + [row.messageID]) != nil {
        duplicates.withID += 1
      }
    }
    let kept = others.values.flatMap { byFile in
      byFile.values.max { $0.count < $1.count } ?? []
    }
    duplicates.wholeRow = all.count { $0.messageID.isEmpty } - kept.count
    return newest.values + kept
  }
}

private func trimmed(_ cell: String) -> String {
  var scalars = cell.unicodeScalars[...]
  while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
  while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
  return String(scalars)
}
