import TestSupport
import Testing

/// The recomputation notices what is wrong, else its agreement proves nothing.
struct RecomputationTests {
  /// A file and a column whose value is changed in its last row.
  @Test(arguments: [
    ("summary", "answered"), ("summary", "response_rate_high"), ("summary", "within_1h"),
    ("summary", "first_response_office_p90_seconds"), ("summary", "outbound_human"),
    ("channels", "missed"), ("trend", "excluded_away"),
    ("heatmap", "openers"), ("employees", "share"),
  ])
  func noticesAChangedFigure(file: String, column: String) throws {
    let sample = try SampleReport(["--format", "csv"])
    var table = try sample.folder.table(file)
    let field = try #require(table.header.firstIndex(of: column))
    table.rows[table.rows.count - 1][field] = "0.5"
    let lines = ([table.header] + table.rows).map { $0.joined(separator: ",") + "\n" }
    try sample.place.write(lines.joined(), to: "report/\(file).csv")
    let recomputation = try Recomputation(
      sample.folder, scheduledPages: SampleReport.scheduledPages)
    withKnownIssue { try recomputation.check(sample.folder) }
  }
}
