import ResponseMetrics

/// The pages of the text report, a line each under a line of headings.
///
/// Of many pages each has its badge there, where the width has room for it.
struct PageLines {
  private let headings: [String]
  private let rows: [Row]

  private struct Row {
    var name: String
    var openers: String
    var share: Fraction?
    var rate: String
    var median: String
    var badge: String
    var isHeld: Bool
  }

  init(of report: TextReport) {
    let words = report.wording
    headings = [
      words.text(.page), words.text(.openers), words.text(.responseRate), words.text(.median),
      report.hasManyPages ? words.text(.badge) : "",
    ].map { $0.replacing("\u{AD}", with: "") }
    let badges = report.findings.badges
    rows = report.findings.pages.enumerated().map { ordinal, page in
      let openers = report.findings.summary.pages[page.index].openers
      let verdict = badges.indices.contains(ordinal) ? badges[ordinal].last : nil
      let isHeld = verdict?.isEarned == true
      return Row(
        name: ShownText.shown(page.name), openers: report.numbers.count(openers.openers),
        share: openers.responseRate, rate: report.numbers.rate(openers.responseRate),
        median: report.numbers.duration(openers.firstResponse.median),
        badge: !report.hasManyPages || verdict == nil
          ? "" : isHeld ? words.badge.held : words.badge.notHeld, isHeld: isHeld)
    }
  }

  /// The lines; names are cut where the width asks for it, figures never.
  func lines(width: Int?) -> [[TextSpan]] {
    let openers = columns(of: headings[1], rows.map(\.openers))
    let rates = rows.map(\.rate.terminalColumns).max() ?? 0
    let rate = max(headings[2].terminalColumns, Self.barWidth + 1 + rates)
    let median = columns(of: headings[3], rows.map(\.median))
    let badge = columns(of: headings[4], rows.map(\.badge))
    let others = 2 + openers + 2 + rate + 2 + median
    let showsBadge =
      badge > 0 && (width.map { $0 >= Self.leastName + others + 2 + badge } ?? true)
    let taken = others + (showsBadge ? 2 + badge : 0)
    let room = width.map { max(Self.leastName, $0 - taken) } ?? TextReport.longestName
    let name = min(columns(of: headings[0], rows.map(\.name)), room, TextReport.longestName)
    let heading =
      headings[0].cut(toColumns: name).filled(toColumns: name) + "  "
      + headings[1].filled(toColumns: openers, isNumber: true) + "  "
      + headings[2].filled(toColumns: rate) + "  "
      + headings[3].filled(toColumns: median, isNumber: true)
      + (showsBadge ? "  " + headings[4] : "")
    return [[TextSpan(heading, .name)]]
      + rows.map { row in
        let bar = row.share.map(TextReport.bar) ?? ""
        return [
          TextSpan(row.name.cut(toColumns: name).filled(toColumns: name + 2)),
          TextSpan(row.openers.filled(toColumns: openers, isNumber: true) + "  "),
          TextSpan(bar.filled(toColumns: Self.barWidth), .bar),
          TextSpan(
            " "
              + row.rate.filled(toColumns: rates, isNumber: true)
              .filled(toColumns: rate - Self.barWidth - 1)
              + "  " + row.median.filled(toColumns: median, isNumber: true)),
        ] + (showsBadge ? [TextSpan("  "), TextSpan(row.badge, row.isHeld ? .good : .bad)] : [])
      }
  }

  private static let barWidth = 10
  private static let leastName = 8

  private func columns(of heading: String, _ cells: [String]) -> Int {
    ([heading] + cells).map(\.terminalColumns).max() ?? 0
  }
}
