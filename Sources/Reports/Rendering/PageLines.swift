import ResponseMetrics

/// The pages of the text report, a line each under a line of headings.
struct PageLines {
  private let headings: [String]
  private let rows: [Row]

  private struct Row {
    var name: String
    var openers: String
    var share: Fraction?
    var rate: String
    var median: String
  }

  init(of report: TextReport) {
    let words = report.wording
    headings = [
      words.text(.page), words.text(.openers), words.text(.responseRate), words.text(.median),
    ].map { $0.replacing("\u{AD}", with: "") }
    rows = report.findings.pages.map { page in
      let openers = report.findings.summary.pages[page.index].openers
      return Row(
        name: ShownText.shown(page.name), openers: report.numbers.count(openers.openers),
        share: openers.responseRate, rate: report.share(openers.responseRate),
        median: report.time(openers.firstResponse.median))
    }
  }

  /// The lines; names are cut where the width asks for it, figures never.
  func lines(width: Int?) -> [[TextSpan]] {
    let openers = columns(of: headings[1], rows.map(\.openers))
    let rates = rows.map(\.rate.terminalColumns).max() ?? 0
    let rate = max(headings[2].terminalColumns, Self.barWidth + 1 + rates)
    let median = columns(of: headings[3], rows.map(\.median))
    let others = 2 + openers + 2 + rate + 2 + median
    let room = width.map { max(Self.leastName, $0 - others) } ?? Self.longestName
    let name = min(columns(of: headings[0], rows.map(\.name)), room, Self.longestName)
    let heading =
      headings[0].cut(toColumns: name).filled(toColumns: name) + "  "
      + headings[1].filled(toColumns: openers, isNumber: true) + "  "
      + headings[2].filled(toColumns: rate) + "  "
      + headings[3].filled(toColumns: median, isNumber: true)
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
        ]
      }
  }

  private static let barWidth = 10
  private static let leastName = 8
  private static let longestName = 40

  private func columns(of heading: String, _ cells: [String]) -> Int {
    ([heading] + cells).map(\.terminalColumns).max() ?? 0
  }
}
