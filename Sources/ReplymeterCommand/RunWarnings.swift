import MessageHistory
import Reports
import ResponseMetrics

/// What a person should know of a run that went well.
struct RunWarnings {
  let lines: [String]

  init(_ history: History, _ findings: Findings) {
    var lines: [String] = []
    let quality = findings.quality
    for reason in RejectReason.allCases {
      let count = quality.totals.rejected(reason)
      guard count > 0, let first = history.rejected.first(where: { $0.reason == reason }) else {
        continue
      }
      let name = history.inputs[first.place.input].file.name
      lines.append(
        "\(name): warning: \(count) \(count == 1 ? "row" : "rows") rejected "
          + "(\(reason.word)), the first at byte \(first.place.offset); see rejected.csv")
    }
    if quality.totals.timesAmbiguous + quality.totals.timesInGap > 0 {
      lines.append(
        "warning: \(quality.totals.timesAmbiguous + quality.totals.timesInGap) times without an "
          + "offset fall on a clock change; a reply may stand before its question")
    }
    self.lines = lines
  }
}
