import BuiltInTemplates
import MessageHistory
import Reports
import ResponseMetrics
import Templates
import TestSupport
import Testing

/// A history written as a canonical CSV file, read by the real engine, and report.html of it.
struct ReportedHistory {
  /// The file, header first.
  var csv: String
  var asOf: Instant
  var from: LocalDate
  var to: LocalDate
  var comparesPeriods = true
  var names: [String: String] = [:]
  /// The goals of pages.
  var targets: [TargetVerdict] = []
  var title = "Shops"
  var notes: [String] = []

  /// A history with as-of and a period of local dates in UTC, `to` not included.
  init(_ csv: String, asOf: String, from: String, to: String) throws {
    self.csv = csv
    self.asOf = try #require(LocalDate(asOf)).noon
    self.from = try #require(LocalDate(from))
    self.to = try #require(LocalDate(to))
  }

  func findings() throws -> Findings {
    let folder = try TemporaryFolder()
    let file = try InputFile(path: folder.write(csv, to: "history.csv"), name: "history.csv")
    let input = try PreparedInput(file, settings: InputSettings(clock: .utc))
    let history = try HistoryReader(inputs: [input], tables: HistoryTables(), workers: 1).read()
    let period = Period(kind: .dates, from: from, to: to, clock: .utc)
    let compared = Period(
      kind: .dates, from: from.adding(days: from - to), to: from, clock: .utc)
    let rules = MetricRules(
      asOf: asOf, period: period.start..<period.end,
      comparedPeriod: comparesPeriods ? compared.start..<compared.end : nil, clock: .utc,
      slices: history.slices.map {
        MetricRules.Slice(page: Int($0.page), hasWindow: true, isJudged: [true, true, true])
      },
      officeHours: history.pages.map { _ in nil }, away: history.pages.map { _ in .never },
      policies: BadgePolicy.presets)
    let tallies = try history.walk(workers: 1) {
      ConversationAnalysis(rules: rules)
    } _: {
      $0.add($1)
    } finish: {
      $0.finished()
    }
    var tally = HistoryTally(rules: rules)
    for part in tallies { tally.merge(part) }
    let trends = TrendGrain.allCases.map {
      Trend(grain: $0, period: period, asOf: asOf, clock: .utc)
    }
    let summary = try MetricsSummary(tally: tally, rules: rules, trends: trends)
    return try findings(history, summary, period, compared)
  }

  private func findings(
    _ history: History, _ summary: MetricsSummary, _ period: Period, _ compared: Period
  ) throws -> Findings {
    let pages = history.pages.enumerated().map { index, id in
      let id = String(decoding: id, as: UTF8.self)
      return FoundPage(
        index: index, id: id, name: names[id] ?? id, industry: nil, hasSchedule: false)
    }.sorted { $0.id < $1.id }
    let instants = MetricsSummary.badgeInstants(period: period, asOf: asOf, clock: .utc)
    let badges = try pages.map { page in
      var badge = try summary.badge(policy: 0, page: page.index) { $0.place < $1.place }
      return try instants.map { try badge.verdict(at: $0) }
    }
    let leftOut = try pages.map {
      try summary.badgeLeftOut(policy: 0, page: $0.index, from: period.start)
    }
    let insights = try pages.map { page in
      try badgeInsight(history, summary, page: page.index, leftOut: leftOut[page.index])
    }
    let facebook = RuleSetFigures(rules: .facebook, count: 0, times: .none, responseRate: nil)
    return Findings(
      summary: summary, asOf: asOf, period: period,
      comparedPeriod: comparesPeriods ? compared : nil, comparesPeriods: comparesPeriods,
      pages: pages,
      channels: history.slices.enumerated().map { slice, found in
        FoundChannel(
          slice: slice, pageIndex: Int(found.page),
          page: String(decoding: history.pages[Int(found.page)], as: UTF8.self),
          channel: String(decoding: history.channels[Int(found.channel)], as: UTF8.self))
      },
      employees: history.employees.map { key in
        let key = String(decoding: key, as: UTF8.self)
        return FoundEmployee(key: key, name: names[key] ?? key)
      },
      quality: QualityFigures(
        totals: history.totals, duplicates: history.duplicates, kept: summary.tally.kept),
      waiting: try waiting(history, summary), badges: badges,
      badgeInsights: insights, facebookRules: pages.map { _ in facebook }, facebookTotal: facebook,
      chosenEmployees: nil, benchmarks: BenchmarkFindings(), targets: targets)
  }

  private func badgeInsight(
    _ history: History, _ summary: MetricsSummary, page: Int, leftOut: BadgeLeftOut
  ) throws -> BadgeInsight {
    var badges = try BadgePolicy.presets.indices.map {
      try summary.badge(policy: $0, page: page) { $0.place < $1.place }
    }
    let sample = try badges[0].sampleOpeners(at: asOf)
    let times = sample.compactMap { BadgePolicy.facebook2020.responseTime(of: $0, knownAt: asOf) }
    var rows = RowFetcher(inputs: history.inputs)
    return BadgeInsight(
      verdicts: try badges.indices.map { try badges[$0].verdict(at: asOf) },
      pace: TimeFigures(sorted: times.sorted()).median,
      blockers: try BadgePolicy.facebook2020.blockers(among: sample, at: asOf).map { blocker in
        let slice = history.slices[Int(blocker.opener.slice)]
        let id = try rows.withRow(at: blocker.opener.place) { $0.cell(.conversationID) }
        return FoundBlocker(
          channel: String(decoding: history.channels[Int(slice.channel)], as: UTF8.self),
          conversationID: String(decoding: id, as: UTF8.self), at: blocker.opener.instant,
          outcome: blocker.outcome)
      },
      leftOut: leftOut)
  }

  private func waiting(_ history: History, _ summary: MetricsSummary) throws -> WaitingList {
    let waiting = Array(summary.tally.waitingLists.joined())
    let slices = history.slices.map {
      (page: history.pages[Int($0.page)], channel: history.channels[Int($0.channel)])
    }
    let requests = TextRequests(
      count: waiting.count,
      at: { waiting[$0].contact.place(under: .none) ?? waiting[$0].conversation },
      first: { _, row, bytes in row.append(.conversationID, to: &bytes) },
      second: { number, row, bytes in
        row.append(waiting[number].contact, under: .none, to: &bytes) { ([], []) }
      })
    return WaitingList(
      waiting, texts: try RowTexts(requests, of: history.inputs, workers: 1), slices: slices,
      assignees: history.employees.map { String(decoding: $0, as: UTF8.self) }, redaction: .none)
  }

  /// The document as text.
  func html() throws -> String {
    let report = HTMLReport(library: try Self.library())
    let bytes = try report.render(try findings(), title: title, version: "1.0", notes: notes)
    return try #require(String(validating: bytes, as: UTF8.self))
  }

  static func library() throws -> TemplateLibrary {
    let bytes = try #require(BuiltIn.template(HTMLReport.templateName))
    let source = try #require(String(validating: bytes, as: UTF8.self))
    return try TemplateLibrary([Template(parsing: source, name: HTMLReport.templateName)])
  }
}

extension LocalDate {
  /// 12:00 in UTC.
  fileprivate var noon: Instant {
    Instant(milliseconds: Int64(dayNumber) * 86_400_000 + 43_200_000)
  }
}
