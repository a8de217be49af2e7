import MessageHistory
import ResponseMetrics

/// Makes the tables of a report from what a run found.
package struct ReportTables {
  let findings: Findings

  /// The page column of the rows of all pages.
  static let allPages = Cell.word("*")

  package init(_ findings: Findings) {
    self.findings = findings
  }

  /// The table of a file that is no listing; listings are streamed.
  package func table(_ file: ReportFile) -> ReportTable {
    ReportTable(file, rows: rows(file))
  }

  private func rows(_ file: ReportFile) -> [[Cell]] {
    switch file {
    case .summary: summaryRows()
    case .channels: channelRows()
    case .employees: EmployeeRows(findings).table.rows
    case .trend: trendRows()
    case .changes: changeRows()
    case .heatmap: heatMapRows()
    case .badge: badgeRows()
    case .benchmarks: findings.benchmarks.benchmarks
    case .peers: findings.benchmarks.peers
    case .expectations: findings.benchmarks.expectations
    case .waiting: findings.waiting.rows.table.rows
    case .quality: qualityRows()
    case .rules: ruleSetRows()
    case .conversations, .openers, .rejected: []
    }
  }

  var summary: MetricsSummary { findings.summary }
  var kept: KeptRows { findings.quality.kept }

  // MARK: Slices

  private func summaryRows() -> [[Cell]] {
    var rows = TableSink()
    func add(_ page: Cell, _ figures: SliceFigures) {
      rows.cell(page)
      rows.cell(Cell(findings.period?.start))
      rows.cell(Cell(findings.period?.end))
      rows.cell(Cell(findings.asOf))
      figures.write(kept, to: &rows)
      rows.endRecord()
    }
    for page in findings.pages { add(.text(page.id), summary.pages[page.index]) }
    add(Self.allPages, summary.total)
    return rows.rows
  }

  private func channelRows() -> [[Cell]] {
    var rows = TableSink()
    for channel in findings.channels {
      rows.cell(.text(channel.page))
      rows.cell(.text(channel.channel))
      summary.slices[channel.slice].write(kept, to: &rows)
      rows.endRecord()
    }
    return rows.rows
  }

  // MARK: Time

  private func trendRows() -> [[Cell]] {
    var rows = TableSink()
    func add(_ page: Cell, _ index: Int) {
      for trend in findings.trends {
        for (start, figures) in zip(trend.steps.starts, trend.figures[index]) {
          rows.cell(page)
          rows.cell(.word(trend.steps.grain.rawValue))
          rows.cell(.date(start))
          figures.write(to: &rows)
          rows.endRecord()
        }
      }
    }
    for page in findings.pages { add(.text(page.id), page.index) }
    add(Self.allPages, summary.pages.count)
    return rows.rows
  }

  private func changeRows() -> [[Cell]] {
    guard findings.comparesPeriods else { return [] }
    let changes = summary.changes()
    func rows(_ pageCell: Cell, _ index: Int) -> [[Cell]] {
      changes[index].map { change in [pageCell] + change.cells }
    }
    return findings.pages.flatMap { rows(.text($0.id), $0.index) }
      + rows(Self.allPages, summary.pages.count)
  }

  private func heatMapRows() -> [[Cell]] {
    let figures = findings.heatMap
    func rows(_ pageCell: Cell, _ index: Int) -> [[Cell]] {
      figures[index].enumerated().map { hour, figures in
        [
          pageCell, .integer(hour / 24 + 1), .integer(hour % 24), .integer(figures.openers),
          .integer(figures.answered), .time(figures.median),
        ]
      }
    }
    return findings.pages.flatMap { rows(.text($0.id), $0.index) }
      + rows(Self.allPages, summary.pages.count)
  }

  // MARK: Badge and rule sets

  private func badgeRows() -> [[Cell]] {
    let policy = summary.rules.policies[0].name
    return zip(findings.pages, findings.badges).flatMap { page, verdicts in
      verdicts.map { verdict in
        [
          .text(page.id), .instant(verdict.at), .text(policy), .integer(verdict.sample),
          .integer(verdict.answered), Cell(verdict.responseRate), .time(verdict.responseTime),
          .flag(verdict.isEarned), Cell(verdict.marginOpeners), .time(verdict.marginTime),
          Cell(verdict.wayBackAtPace), Cell(verdict.wayBackAtOnce),
        ]
      }
    }
  }

  private func ruleSetRows() -> [[Cell]] {
    zip(findings.pages, findings.facebookRules).flatMap { page, facebook in
      ruleSetRows(.text(page.id), summary.ruleSets(onPage: page.index) + [facebook])
    } + ruleSetRows(Self.allPages, summary.ruleSets(onPage: nil) + [findings.facebookTotal])
  }

  private func ruleSetRows(_ pageCell: Cell, _ figures: [RuleSetFigures]) -> [[Cell]] {
    figures.sorted { $0.rules.ordinal < $1.rules.ordinal }.map { figures in
      [
        pageCell, .word(figures.rules.rawValue), .integer(figures.count),
        .time(figures.times.mean), .time(figures.times.median), .time(figures.times.p90),
        Cell(figures.responseRate), .word(figures.rules.note),
      ]
    }
  }

  // MARK: Lists

  private func qualityRows() -> [[Cell]] {
    QualityFigure.allCases.map { [.word($0.rawValue), findings.quality.value(of: $0)] }
  }
}

extension PeriodChange {
  /// The columns from metric on.
  fileprivate var cells: [Cell] {
    [
      .word(metric.rawValue), cell(this), cell(before), cell(difference),
      interval.map { .bound($0.low) } ?? .blank, interval.map { .bound($0.high) } ?? .blank,
      verdict.map { .word($0.rawValue) } ?? .blank,
    ]
  }

  private func cell(_ value: Fraction?) -> Cell {
    switch metric {
    case .responseRate, .settledResponseRate: Cell(value)
    case .firstResponseMedian, .firstResponseP90: .time(value)
    case .openers: value.map { .decimal($0, places: 0) } ?? .blank
    }
  }
}

extension RuleSet {
  fileprivate var ordinal: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
