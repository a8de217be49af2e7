import MessageHistory
import Reports

/// The text of `check`: each input, what it was understood as, then what looks wrong.
struct CheckReport {
  let plan: ReportPlan
  let check: InputCheck
  let showsText: Bool
  /// The clock of the run.
  let now: Instant

  /// - Throws: `MessageHistoryError` where an input is not as it was.
  func lines() throws -> [String] {
    let instants = InstantFormat(clock: plan.clock)
    let spans = try check.history?.spansByInput() ?? []
    let messages = try check.history?.firstMessages(MessagePreview.count) ?? []
    var lines: [String] = []
    for (number, outcome) in check.outcomes.enumerated() {
      var labelled = LabelledLines()
      if let layout = check.layouts[number] {
        let hasHeader = plan.inputSettings[number].hasHeader
        DialectEvidence(layout: layout, hasHeader: hasHeader).add(to: &labelled)
      }
      switch outcome {
      case .refused(let error):
        labelled.add("refused", [error.message])
      case .read(let index):
        guard let history = check.history else { continue }
        if check.layouts[number] == nil {
          labelled.add("text", [history.inputs[index].file.textEvidence])
        }
        try InputDescription(
          history: history, index: index, settings: plan.inputSettings[number],
          hidesHeader: plan.redaction.hidesContacts, instants: instants, span: spans[index]
        ).add(to: &labelled)
        labelled.add(
          "messages",
          try MessagePreview(
            history: history, instants: instants, showsText: showsText, redaction: plan.redaction
          ).lines(of: messages[index]))
      }
      lines += [plan.inputs[number].name] + labelled.lines + [""]
    }
    if let history = check.history {
      let warnings = try HistoryWarnings(history, plan: plan, now: now).lines()
      lines += warnings.isEmpty ? ["no warnings"] : warnings
    } else {
      lines.removeLast()
    }
    return lines
  }
}
