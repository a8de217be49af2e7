import DelimitedText
import MessageHistory
import Reports
import ResponseMetrics

/// What a person should know of a run that went well.
struct RunWarnings {
  let lines: [String]

  /// - Throws: `MessageHistoryError` where an input is not as it was.
  init(_ history: History, _ findings: Findings, redaction: Redaction) throws {
    var lines: [String] = []
    let quality = findings.quality
    for reason in RejectReason.allCases {
      let count = quality.totals.rejected(reason)
      guard count > 0, let first = history.rejected.first(where: { $0.reason == reason }) else {
        continue
      }
      let name = history.inputs.name(at: first.place)
      let line = try history.inputs.line(at: first.place)
      lines.append(
        "\(name):\(line): warning: \(count) \(count == 1 ? "row" : "rows") rejected "
          + "(\(reason.word)), the first here; see rejected.csv")
    }
    lines += history.inputs.compactMap(\.skippedRecordsWarning)
    lines += UnknownWordWarnings(history, showsWords: !redaction.hidesContacts).lines
    lines += try EncodingWarnings(history).lines
    if quality.totals.timesAmbiguous + quality.totals.timesInGap > 0 {
      lines.append(
        "warning: \(quality.totals.timesAmbiguous + quality.totals.timesInGap) times without an "
          + "offset fall on a clock change; a reply may stand before its question")
    }
    if history.irregularQuoting.unclosedQuotes > 0 {
      lines.append(
        "warning: a quote is still open at the end of an input, and what follows it was read as "
          + "one cell; look at it with check --rows, close it, or set quote: none")
    }
    lines += history.inputs.compactMap(\.ticketsWarning)
    self.lines = lines
  }
}

extension PreparedInput {
  /// What to say of records before the table that were taken for prose; nil without any.
  ///
  /// A header that stands further down than it should would leave rows out, and nothing else would
  /// tell.
  var skippedRecordsWarning: String? {
    guard skippedRecords > 0 else { return nil }
    let records = counted(skippedRecords, "record")
    return "\(file.name):1: warning: \(records) before the table left out; "
      + "to read them, set skip_lines: 0"
  }

  /// What to say of an export of tickets; nil for one of messages.
  var ticketsWarning: String? {
    guard let vendor, origin?.hasFirstResponsesAlone == true else { return nil }
    return "\(file.name): warning: one row is one ticket (\(vendor.name)): only first response and "
      + "resolution are known, replies and who sent them are not"
  }
}
