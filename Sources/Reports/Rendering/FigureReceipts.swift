import ResponseMetrics

/// For each row of summary and channels, by group of figures, how many things the figures are made
/// of and how many were left out, by reason: the key `receipts` of report.json.
///
/// `n` is the number under the line of a rate, or of the times of a group. Each reason counts
/// openers or turns once: `excluded_spam`, `excluded_done`, `excluded_away` (not eligible),
/// `awaiting` and `missed` (without a first response), `no_schedule` (on a page without office
/// hours). A group that the data cannot give is null. Waiting-aware figures count unanswered
/// openers as `censored`, which leaves nothing out.
struct FigureReceipts {
  private let findings: Findings

  init(_ findings: Findings) {
    self.findings = findings
  }

  func write(to json: inout JSONText) {
    json.newLine()
    json.key("receipts")
    json.beginObject()
    json.newLine()
    json.key("summary")
    json.beginArray()
    for page in findings.pages {
      write(findings.summary.pages[page.index], [("page", page.id)], to: &json)
    }
    write(findings.summary.total, [("page", "*")], to: &json)
    json.endArray()
    json.newLine()
    json.key("channels")
    json.beginArray()
    for channel in findings.channels {
      write(
        findings.summary.slices[channel.slice],
        [("page", channel.page), ("channel", channel.channel)], to: &json)
    }
    json.endArray()
    json.endObject()
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
