import ResponseMetrics

/// For each row of summary and channels, by group of figures, how many things the figures are made
/// of and how many were left out, by reason: the key `receipts` of report.json.
///
/// `n` is the number under the line of a rate, or of the times of a group. Each reason counts
/// openers or turns once: `excluded_spam`, `excluded_done`, `excluded_away` (not eligible),
/// `awaiting` and `missed` (without a first response), `no_schedule` (on a page without office
/// hours). A group that the data cannot give is null. Waiting-aware figures count unanswered
/// openers as `censored`, which leaves nothing out. As with the tables, a list of more than 1,000
/// rows is not written: null stands instead.
struct FigureReceipts {
  private let findings: Findings

  init(_ findings: Findings) {
    self.findings = findings
  }

  func write(to json: inout JSONText) {
    let summary = findings.summary
    json.newLine()
    json.key("receipts")
    json.beginObject()
    write(
      "summary",
      findings.pages.map { ([("page", $0.id)], summary.pages[$0.index]) }
        + [([("page", "*")], summary.total)], to: &json)
    write(
      "channels",
      findings.channels.map {
        ([("page", $0.page), ("channel", $0.channel)], summary.slices[$0.slice])
      }, to: &json)
    json.endObject()
  }

  private typealias Row = (keys: [(name: String, value: String)], figures: SliceFigures)

  private func write(_ name: String, _ rows: [Row], to json: inout JSONText) {
    json.newLine()
    json.key(name)
    guard rows.count <= JSONReport.longestList else { return json.null() }
    json.beginArray()
    for row in rows { write(row.figures, row.keys, to: &json) }
    json.endArray()
  }

  private func write(
    _ figures: SliceFigures, _ keys: [(name: String, value: String)], to json: inout JSONText
  ) {
    json.newLine()
    json.beginObject()
    for key in keys {
      json.key(key.name)
      json.string(key.value)
    }
    for group in Self.groups(of: figures) {
      json.key(group.name)
      guard let counts = group.counts else {
        json.null()
        continue
      }
      json.beginObject()
      for count in counts {
        json.key(count.name)
        json.number(String(count.count))
      }
      json.endObject()
    }
    json.endObject()
  }

  typealias Counts = [(name: String, count: Int)]

  /// The groups in the order of the columns.
  static func groups(of figures: SliceFigures) -> [(name: String, counts: Counts?)] {
    let openers = figures.openers
    let excluded: Counts = [
      ("excluded_spam", openers.excludedSpam), ("excluded_done", openers.excludedDone),
      ("excluded_away", openers.excludedAway),
    ]
    let unanswered: Counts = [("awaiting", openers.awaiting), ("missed", openers.missed)]
    return [
      ("response_rate", [("n", openers.openers)] + excluded),
      (
        "settled_response_rate",
        [("n", openers.answered + openers.missed), ("awaiting", openers.awaiting)] + excluded
      ),
      ("first_response", [("n", openers.firstResponse.count)] + unanswered + excluded),
      (
        "waiting_aware",
        [("n", openers.openers), ("censored", openers.awaiting + openers.missed)] + excluded
      ),
      (
        "first_response_office",
        figures.firstResponseOffice.map { office in
          [("n", office.count), ("no_schedule", openers.answered - office.count)] + unanswered
            + excluded
        }
      ),
      ("reply", [("n", figures.reply.count)]),
      (
        "reply_office",
        figures.replyOffice.map { office in
          [("n", office.count), ("no_schedule", figures.reply.count - office.count)]
        }
      ),
      ("resolution", figures.resolution.map { [("n", $0.count)] }),
    ]
  }
}
