import MessageHistory

/// Invented rows that meet often, and files of them in many forms.
struct RandomHistory {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  private static let cells: [Column: [String]] = [
    .conversationID: ["c", " c ", "C", "d\"e", "f\ng", ""],
    .timestamp: [
      "1", "1.0", "1.5", "2.25", "-3", "soon", "", "1970-01-01T00:00:01Z", "1970-01-01T00:00:01Z",
      "1970-01-01 00:00:02Z", "1969-12-31T23:59:57Z", "1970-01-01T00:00:01.5Z",
    ],
    .direction: ["in", "IN", "inbound", "out", "Out", "outbound", "", "sideways"],
    .messageID: ["", "", "", "m1", " m1", "M1", "m2", "\u{E9}"],
    .page: ["", "", "Shop", "shop"], .channel: ["", "SMS", "sms", " Default"],
    .kind: ["", "", "", "human", "Bot", "note", "closed", "Unassigned", "tagged", "sticker"],
    .senderID: ["", "", "1", "2"], .senderName: ["", "Ann", " Ann", "Robot"],
    .employeeID: ["", "1", "9"], .employeeName: ["", "Ben", "Robot"],
    .contactID: ["", "", "7"], .contactName: ["", "Cleo", "cleo"],
    .assignee: ["", "", "Ann", "Ben "], .status: ["", "", "open", "CLOSED", "spam", "lost"],
    .tag: ["", "", "human_agent", "Human_Agent", "vip"],
    .rating: ["", "", "4", "4.0", "1.5", "9"],
    .text: ["", "a", "a", " a", "say \"b\", c", "d\r\ne", "\n"],
  ]

  /// Columns of a file: the needed ones and some others, in any order.
  private mutating func columns() -> [Column] {
    let others = Column.allCases.filter { column in
      let chances = column == .employeeID || column == .employeeName ? 6 : 2
      return !Column.needed.contains(column) && Int.random(in: 0..<chances, using: &random) == 0
    }
    return (Column.needed + others).shuffled(using: &random)
  }

  private mutating func row() -> [Column: String] {
    var row: [Column: String] = [:]
    for column in Column.allCases {
      row[column] = (Self.cells[column] ?? []).randomElement(using: &random)
    }
    return row
  }

  /// Between one and four files that share some rows, RFC 4180 in all its freedom.
  mutating func files() -> [String] {
    let shared = (0..<4).map { _ in row() }
    return (0..<Int.random(in: 1...4, using: &random)).map { _ in
      // The first row makes every file one that can be read.
      var rows = [[Column.conversationID: "c", .timestamp: "1", .direction: "in"]]
      for _ in 0..<Int.random(in: 0...14, using: &random) {
        let isShared = Int.random(in: 0..<2, using: &random) == 0
        rows.append(isShared ? shared.randomElement(using: &random) ?? [:] : row())
      }
      return text(rows, columns: columns())
    }
  }

  /// A file of these rows.
  mutating func text(_ rows: [[Column: String]], columns: [Column]) -> String {
    let lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
    let header = columns.map(\.rawValue).joined(separator: ",")
    var lines = [header]
    for row in rows {
      var cells = columns.map { written(row[$0] ?? "") }
      switch Int.random(in: 0..<12, using: &random) {
      case 0: lines.append(header)
      case 1: lines.append(["", ",,", " ,\t"].randomElement(using: &random) ?? "")
      case 2: cells.append("beyond")
      case 3: while cells.count > 3, cells.last == "" { cells.removeLast() }
      default: break
      }
      lines.append(cells.joined(separator: ","))
    }
    let text = lines.joined(separator: lineEnd)
    return Bool.random(using: &random) ? text + lineEnd : text
  }

  private mutating func written(_ cell: String) -> String {
    let needsQuotes = cell.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    guard needsQuotes || Int.random(in: 0..<5, using: &random) == 0 else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// Rows that can all be read, no two of which are compared as equal.
  mutating func distinctRows(_ count: Int) -> [[Column: String]] {
    (0..<count).map { number in
      var row = row()
      row[.conversationID] = ["c", "C", "d\"e", "f\ng"].randomElement(using: &random)
      row[.timestamp] = ["1", "1.5", "2.25", "-3"].randomElement(using: &random)
      row[.direction] = ["in", "out"].randomElement(using: &random)
      row[.messageID] = Bool.random(using: &random) ? "m\(number)" : ""
      row[.text] = "\(number)"
      return row
    }
  }

  /// The rows in any order, in up to four files.
  mutating func split(_ rows: [[Column: String]], columns: [Column]) -> [String] {
    var parts = Array(repeating: [[Column: String]](), count: 4)
    for row in rows.shuffled(using: &random) {
      parts[Int.random(in: 0..<parts.count, using: &random)].append(row)
    }
    return parts.filter { !$0.isEmpty }.map { text($0, columns: columns) }
  }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    elements.shuffled(using: &random)
  }
}
