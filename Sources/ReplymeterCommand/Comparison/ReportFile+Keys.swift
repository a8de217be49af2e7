import Reports

extension ReportFile {
  /// The columns that tell a row from the others.
  var keyColumns: [String] {
    switch self {
    case .summary: ["page"]
    case .channels: ["page", "channel"]
    case .employees: ["page", "employee"]
    case .trend: ["page", "grain", "start"]
    case .changes, .benchmarks, .peers: ["page", "metric"]
    case .heatmap: ["page", "weekday", "hour"]
    case .badge: ["page", "at"]
    case .expectations: ["page", "within"]
    case .waiting, .conversations: ["page", "channel", "conversation_id"]
    case .openers: ["page", "channel", "conversation_id", "at"]
    case .quality: ["figure"]
    case .rejected: ["file", "line"]
    case .rules: ["page", "rules"]
    }
  }

  /// Whether a column is held against its like: neither a key, nor the raw text of rows, which
  /// report.json lacks and no terminal should show.
  func isFigure(_ column: String) -> Bool {
    !keyColumns.contains(column) && !(self == .rejected && column == "raw")
  }

  /// Whether a column holds texts of inputs or sources, so that its digits are no number.
  func isText(_ column: String) -> Bool {
    switch column {
    case "page", "channel", "conversation_id", "message_id", "contact", "assignee", "employee",
      "employees", "name", "file", "raw", "publisher", "source_title", "source_url", "note":
      true
    case "sample": self == .benchmarks
    default: false
    }
  }
}
