import MessageHistory
import ResponseMetrics

/// The few lines that a person reads on a terminal.
package struct TextReport {
  private let findings: Findings
  private let title: String

  package init(_ findings: Findings, title: String) {
    self.findings = findings
    self.title = title
  }

  package func render() -> [String] {
    [heading, ""] + openerLines + badgeLines + [waitingLine, qualityLine]
  }

  private var openers: OpenerFigures { findings.summary.total.openers }

  private var heading: String {
    guard let period = findings.period else { return "\(title): no messages in this period" }
    return "\(title), \(period.from) to \(period.lastDate) (\(findings.clock.name))"
  }

  private var openerLines: [String] {
    guard openers.openers > 0 else {
      return [line("Response rate", "no messages in this period")]
    }
    return [
      line(
        "Response rate",
        "\(share(openers.responseRate)) (\(openers.answered) of \(openers.openers) openers; "
          + "\(openers.awaiting) awaiting, \(openers.missed) missed, "
          + "\(openers.excludedDone) excluded as done)"),
      line(
        "First response",
        "median \(time(openers.firstResponse.median)), p90 \(time(openers.firstResponse.p90)), "
          + "waiting-aware median \(time(openers.waitingAware.median.map { Fraction($0) }))"),
      line("Within 1 hour", share(openers.within(.oneHour))),
      line("Change", change),
    ]
  }

  private var change: String {
    guard let change = findings.summary.changes().last?.first, let difference = change.difference
    else { return "nothing to compare with" }
    let points = (difference * Fraction(100)).asDouble
    let verdict =
      switch change.verdict {
      case .better: "better"
      case .worse: "worse"
      case .normal, nil: "within normal variation"
      }
    return "response rate \(points < 0 ? "−" : "+")\(tenths(abs(points))) points: \(verdict)"
  }

  private var badgeLines: [String] {
    zip(findings.pages, findings.badges).compactMap { page, verdicts in
      verdicts.last.map { line("Badge", "\(page.name): \(words($0))") }
    }
  }

  private func words(_ verdict: BadgeVerdict) -> String {
    let sample = "\(share(verdict.responseRate)) in \(time(verdict.responseTime))"
    if verdict.sample == 0 { return "no openers yet" }
    if verdict.isEarned {
      return "earned (\(sample)"
        + (verdict.marginOpeners.map { "; \($0) more may stay unanswered)" } ?? ")")
    }
    return "not earned (\(sample)"
      + (verdict.wayBackAtPace.map { "; \($0) answered openers at this pace win it back)" }
        ?? verdict.wayBackAtOnce.map { "; \($0) openers answered at once win it back)" } ?? ")")
  }

  private var waitingLine: String {
    let count = findings.waiting.count
    let longest = findings.waiting.first.map { ", longest \(DurationText.short($0.wait))" } ?? ""
    return line(
      "Waiting now", "\(count) \(count == 1 ? "conversation" : "conversations")\(longest)")
  }

  private var qualityLine: String {
    let quality = findings.quality
    let duplicates = quality.duplicates.withID + quality.duplicates.wholeRow
    return line(
      "Rows",
      "\(quality.totals.rowsRead) read, \(duplicates) duplicates, \(quality.rejected) rejected")
  }

  // MARK: Words

  private func line(_ name: String, _ text: String) -> String {
    name + String(repeating: " ", count: max(1, 16 - name.count)) + text
  }

  private func share(_ share: Fraction?) -> String {
    share.map { tenths(($0 * Fraction(100)).asDouble) + " %" } ?? "–"
  }

  private func tenths(_ number: Double) -> String {
    let units = Int((number * 10).rounded())
    return units % 10 == 0 ? "\(units / 10)" : "\(units / 10).\(units % 10)"
  }

  private func time(_ milliseconds: Fraction?) -> String {
    milliseconds.map { DurationText.short(Milliseconds(Int64($0.rounded()))) } ?? "–"
  }
}
