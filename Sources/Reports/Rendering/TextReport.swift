import MessageHistory
import ResponseMetrics

/// The few lines that a person reads on a terminal; all of their spaces are plain ones.
package struct TextReport {
  private let findings: Findings
  private let title: String
  private let words: TerminalWording
  private let units: NumberWording
  private let numbers: ReadableNumbers

  /// - Parameters:
  ///   - findings: what the run found.
  ///   - title: the report's heading.
  ///   - language: of words, numbers and lengths of time; dates are those of ISO 8601.
  package init(_ findings: Findings, title: String, language: ReportLanguage = .standard) {
    self.findings = findings
    self.title = title
    words = language.wording.terminal
    units = language.wording.numbers
    numbers = ReadableNumbers(units)
  }

  package func render() -> [String] {
    let lines = openerLines + badgeLines + [waitingLine, qualityLine]
    let width = names.map(\.count).max() ?? 0
    return
      ([heading, ""]
      + lines.map { name, text in
        name + String(repeating: " ", count: width + 2 - name.count) + text
      }).map(\.withPlainSpaces)
  }

  /// A line: what it is about, and what it says.
  private typealias Line = (name: String, text: String)

  /// All names, so that what is beside them stands in the same place in every report.
  private var names: [String] {
    [
      words.responseRate, words.firstResponse, words.withinHour, words.change, words.badge,
      words.waiting, words.rows,
    ]
  }

  private var openers: OpenerFigures { findings.summary.total.openers }

  private var heading: String {
    guard let period = findings.period else { return words.emptyHeading.text(["title": title]) }
    return words.heading.text([
      "title": title, "from": "\(period.from)", "to": "\(period.lastDate)",
      "zone": findings.clock.name,
    ])
  }

  private var openerLines: [Line] {
    guard openers.openers > 0 else { return [(words.responseRate, words.noMessages)] }
    return [
      (words.responseRate, rate), (words.firstResponse, times),
      (words.withinHour, share(openers.within(.oneHour))), (words.change, change),
    ]
  }

  private var rate: String {
    words.rateLine.text(
      count: openers.openers,
      [
        "rate": share(openers.responseRate), "answered": numbers.count(openers.answered),
        "openers": numbers.count(openers.openers), "awaiting": numbers.count(openers.awaiting),
        "missed": numbers.count(openers.missed), "done": numbers.count(openers.excludedDone),
      ])
  }

  private var times: String {
    words.timesLine.text([
      "median": time(openers.firstResponse.median), "p90": time(openers.firstResponse.p90),
      "aware": time(openers.waitingAware.median.map { Fraction($0) }),
    ])
  }

  private var change: String {
    guard let change = findings.summary.changes().last?.first, let difference = change.difference
    else { return words.changeNone }
    let points = (difference * Fraction(100)).asDouble
    let verdict =
      switch change.verdict {
      case .better: words.better
      case .worse: words.worse
      case .normal, nil: words.normal
      }
    return words.changeLine.text([
      "points": (points < 0 ? "−" : "+") + tenths(abs(points)), "verdict": verdict,
    ])
  }

  private var badgeLines: [Line] {
    zip(findings.pages, findings.badges).compactMap { page, verdicts in
      verdicts.last.map {
        (words.badge, words.badgeLine.text(["page": page.name, "standing": standing($0)]))
      }
    }
  }

  private func standing(_ verdict: BadgeVerdict) -> String {
    if verdict.sample == 0 { return words.badgeNone }
    let sample = words.sample.text([
      "rate": share(verdict.responseRate), "time": time(verdict.responseTime),
    ])
    let (phrase, count) =
      verdict.isEarned
      ? verdict.marginOpeners.map { (words.earnedWithMargin, $0) } ?? (words.earned, 0)
      : verdict.wayBackAtPace.map { (words.notEarnedAtPace, $0) }
        ?? verdict.wayBackAtOnce.map { (words.notEarnedAtOnce, $0) } ?? (words.notEarned, 0)
    return phrase.text(count: count, ["sample": sample, "n": numbers.count(count)])
  }

  private var waitingLine: Line {
    let count = findings.waiting.count
    let conversations = words.waitingLine.text(count: count, ["n": numbers.count(count)])
    let text = findings.waiting.first.map { longest in
      words.waitingLongest.text([
        "conversations": conversations, "time": DurationText.short(longest.wait, units),
      ])
    }
    return (words.waiting, text ?? conversations)
  }

  private var qualityLine: Line {
    let quality = findings.quality
    let duplicates = quality.duplicates.withID + quality.duplicates.wholeRow
    return (
      words.rows,
      words.rowsLine.text([
        "read": numbers.count(quality.totals.rowsRead), "duplicates": numbers.count(duplicates),
        "rejected": numbers.count(quality.rejected),
      ])
    )
  }

  // MARK: Figures

  private func share(_ share: Fraction?) -> String {
    share.map { tenths(($0 * Fraction(100)).asDouble) + units.percentSpace + "%" }
      ?? ReadableNumbers.dash
  }

  private func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(tenths / 10)\(units.decimalMark)\(tenths % 10)"
  }

  private func time(_ milliseconds: Fraction?) -> String {
    milliseconds.map { DurationText.short(Milliseconds(Int64($0.rounded())), units) }
      ?? ReadableNumbers.dash
  }
}
