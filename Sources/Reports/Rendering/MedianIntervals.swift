import MessageHistory
import ResponseMetrics

/// For each page, and `*`, where the median of first response time lies, now and in the compared
/// period: the key `median_intervals` of report.json.
///
/// Seconds; null under six responses, and before where there is no compared period. As with the
/// tables, a list of more than 1,000 rows is not written: null stands instead.
struct MedianIntervals {
  private let findings: Findings

  init(_ findings: Findings) {
    self.findings = findings
  }

  func write(to json: inout JSONText) {
    json.newLine()
    json.key("median_intervals")
    guard findings.pages.count < JSONReport.longestList else { return json.null() }
    let changes = findings.summary.changes()
    json.beginArray()
    for page in findings.pages { write(changes[page.index], page: page.id, to: &json) }
    if let total = changes.last { write(total, page: "*", to: &json) }
    json.endArray()
  }

  private func write(_ changes: [PeriodChange], page: String, to json: inout JSONText) {
    let change = changes.first { $0.metric == .firstResponseMedian }
    json.newLine()
    json.beginObject()
    json.key("page")
    json.string(page)
    for (key, bound) in [
      ("this_low", change?.medianInterval?.low), ("this_high", change?.medianInterval?.high),
      ("before_low", change?.medianIntervalBefore?.low),
      ("before_high", change?.medianIntervalBefore?.high),
    ] {
      json.key(key)
      if let bound {
        json.number(NumberText.seconds(Fraction(bound)))
      } else {
        json.null()
      }
    }
    json.endObject()
  }
}
