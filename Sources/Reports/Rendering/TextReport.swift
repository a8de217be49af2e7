import MessageHistory
import ResponseMetrics

/// The few lines that a person reads on a terminal; all of their spaces are plain ones.
package struct TextReport {
  let findings: Findings
  private let title: String
  let wording: any Wording
  private let words: TerminalWording
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
    numbers = ReadableNumbers(language.wording.numbers)
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
    guard let period = findings.period else {
      return words.emptyHeading.text(["title": shownTitle])
    }
    return words.heading.text([
      "title": shownTitle, "from": "\(period.from)", "to": "\(period.lastDate)",
      "zone": findings.clock.name,
    ])
  }

  private var shownTitle: String { ShownText.shown(title, limit: 200) }

  private var openerLines: [Line] {
    guard openers.openers > 0 else { return [Line(words.responseRate, words.noMessages)] }
    let within = openers.within(.oneHour)
    return [
      Line(words.responseRate, rate, share: openers.responseRate),
      Line(words.firstResponse, times),
      Line(words.withinHour, numbers.rate(within), share: within), change,
    ]
  }

  private var rate: String {
    words.rateLine.text(
      count: openers.openers,
      [
        "rate": numbers.rate(openers.responseRate), "answered": numbers.count(openers.answered),
        "openers": numbers.count(openers.openers), "awaiting": numbers.count(openers.awaiting),
        "missed": numbers.count(openers.missed), "done": numbers.count(openers.excludedDone),
      ])
  }

  private var times: String {
    words.timesLine.text([
      "median": numbers.duration(openers.firstResponse.median),
      "p90": numbers.duration(openers.firstResponse.p90),
      "aware": numbers.duration(openers.waitingAware.median),
    ])
  }

  private var change: Line {
    guard let change = findings.summary.changes().last?.first, let difference = change.difference
    else { return Line(words.change, words.changeNone) }
    let (verdict, role): (String, TextSpan.Role) =
      switch change.verdict {
      case .better: (words.better, .good)
      case .worse: (words.worse, .bad)
      case .normal, nil: (words.normal, .plain)
      }
    let text = words.changeLine.text([
      "points": numbers.points(difference, as: wording.headline.changePoints),
      "verdict": verdict,
    ])
    return Line(words.change, text, role: role)
  }

  /// A line for each page; of many pages one for all of them, each page's standing being in its
  /// line further down.
  private var badgeLines: [Line] {
    let verdicts = findings.badges.compactMap(\.last)
    if hasManyPages, !verdicts.isEmpty {
      let pages = wording.headline.badgePages.text([
        "earned": numbers.count(verdicts.count(where: \.isEarned)),
        "n": numbers.count(findings.pages.count),
      ])
      let detail = wording.headline.badgePagesDetail.text(count: findings.pages.count)
      return [Line(words.badge, "\(pages) \(detail)")]
    }
    return zip(findings.pages, findings.badges).compactMap { page, verdicts in
      verdicts.last.map {
        Line(
          words.badge,
          words.badgeLine.text(["page": Self.shown(page), "standing": standing($0)]),
          role: $0.sample == 0 ? .plain : $0.isEarned ? .good : .bad)
      }
    }
  }

  /// Whether there are more pages than a reader wants to read sentences about.
  var hasManyPages: Bool { findings.pages.count > 8 }

  private func standing(_ verdict: BadgeVerdict) -> String {
    if verdict.sample == 0 { return words.badgeNone }
    let rate = numbers.rate(verdict.responseRate)
    let sample =
      verdict.responseTime.map { words.sample.text(["rate": rate, "time": numbers.duration($0)]) }
      ?? rate
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
        "conversations": conversations, "time": numbers.duration(longest.wait),
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

  // MARK: Names

  /// The columns beyond which a page's name is cut.
  static let longestName = 40

  /// A page's name as lines show it.
  static func shown(_ page: FoundPage) -> String {
    ShownText.shown(page.name).cut(toColumns: longestName)
  }
}
