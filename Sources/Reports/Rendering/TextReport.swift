import MessageHistory
import ResponseMetrics

/// The few lines that a person reads on a terminal; all of their spaces are plain ones.
package struct TextReport {
  let findings: Findings
  private let title: String
  let wording: any Wording
  private let words: TerminalWording
  let units: NumberWording
  let numbers: ReadableNumbers

  /// - Parameters:
  ///   - findings: what the run found.
  ///   - title: the report's heading.
  ///   - language: of words, numbers and lengths of time; dates are those of ISO 8601.
  package init(_ findings: Findings, title: String, language: ReportLanguage = .standard) {
    self.findings = findings
    self.title = title
    wording = language.wording
    words = language.wording.terminal
    units = language.wording.numbers
    numbers = ReadableNumbers(units)
  }

  /// The lines.
  ///
  /// - Parameter width: the columns of a line, beyond which it goes on in the next one under its
  ///   beginning; nil for lines as long as they are. What cannot be parted may be longer.
  /// - Returns: the lines without their ends.
  package func render(width: Int? = nil) -> [[TextSpan]] {
    let named = openerLines + badgeLines + [waitingLine, qualityLine]
    let margin = (names.map(\.terminalColumns).max() ?? 0) + 2
    var lines = TextFlow(width: width).lines([TextSpan(heading, .name)], margin: 0)
    lines.append([])
    for line in named {
      let name = TextSpan(line.name.filled(toColumns: margin), .name)
      let bar = line.share.map { [TextSpan(Self.bar($0), .bar), TextSpan(" ")] } ?? []
      lines += TextFlow(width: width)
        .lines([name] + bar + [TextSpan(line.text, line.role)], margin: margin)
    }
    if findings.pages.count > 1, openers.openers > 0 {
      lines += [[]] + PageLines(of: self).lines(width: width)
    }
    let notes = findings.notes(in: wording)
    if !notes.isEmpty { lines.append([]) }
    for note in notes {
      lines += TextFlow(width: width).lines([TextSpan(note, .bad)], margin: 0)
    }
    return lines.map { $0.map { TextSpan($0.text.withPlainSpaces, $0.role) } }
  }

  /// A share as ten blocks, at least one for what is not nothing, and not ten for what is not all.
  static func bar(_ share: Fraction) -> String {
    let exact = share.asDouble * 10
    let blocks =
      exact <= 0 ? 0 : exact >= 10 ? 10 : min(9, max(1, Int(exact.rounded())))
    return String(repeating: "█", count: blocks) + String(repeating: "░", count: 10 - blocks)
  }

  /// A line: what it is about, what it says, and a share that is drawn as a bar.
  private struct Line {
    var name: String
    var text: String
    var share: Fraction?
    var role = TextSpan.Role.plain

    init(_ name: String, _ text: String, share: Fraction? = nil, role: TextSpan.Role = .plain) {
      self.name = name
      self.text = text
      self.share = share
      self.role = role
    }
  }

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
    guard openers.openers > 0 else { return [Line(words.responseRate, words.noMessages)] }
    let within = openers.within(.oneHour)
    return [
      Line(words.responseRate, rate, share: openers.responseRate),
      Line(words.firstResponse, times),
      Line(words.withinHour, share(within), share: within), change,
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

  private var change: Line {
    guard let change = findings.summary.changes().last?.first, let difference = change.difference
    else { return Line(words.change, words.changeNone) }
    let points = (difference * Fraction(100)).asDouble
    let (verdict, role): (String, TextSpan.Role) =
      switch change.verdict {
      case .better: (words.better, .good)
      case .worse: (words.worse, .bad)
      case .normal, nil: (words.normal, .plain)
      }
    let text = words.changeLine.text([
      "points": (points < 0 ? "−" : "+") + tenths(abs(points)), "verdict": verdict,
    ])
    return Line(words.change, text, role: role)
  }

  private var badgeLines: [Line] {
    zip(findings.pages, findings.badges).compactMap { page, verdicts in
      verdicts.last.map {
        Line(
          words.badge, words.badgeLine.text(["page": page.name, "standing": standing($0)]),
          role: $0.sample == 0 ? .plain : $0.isEarned ? .good : .bad)
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
    return Line(words.waiting, text ?? conversations)
  }

  private var qualityLine: Line {
    let quality = findings.quality
    let duplicates = quality.duplicates.withID + quality.duplicates.wholeRow
    return Line(
      words.rows,
      words.rowsLine.text([
        "read": numbers.count(quality.totals.rowsRead), "duplicates": numbers.count(duplicates),
        "rejected": numbers.count(quality.rejected),
      ]))
  }

  // MARK: Figures

  func share(_ share: Fraction?) -> String {
    share.map { tenths(($0 * Fraction(100)).asDouble) + units.percentSpace + "%" }
      ?? ReadableNumbers.dash
  }

  private func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(tenths / 10)\(units.decimalMark)\(tenths % 10)"
  }

  func time(_ milliseconds: Fraction?) -> String {
    milliseconds.map { DurationText.short(Milliseconds(Int64($0.rounded())), units) }
      ?? ReadableNumbers.dash
  }
}
