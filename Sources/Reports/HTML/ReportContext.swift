import MessageHistory
import ResponseMetrics

/// All that the sections of report.html are made of, computed once for all pages.
///
/// An object, since every part holds on to it and it has many fields.
package final class ReportContext: Sendable {
  let findings: Findings
  let extras: HTMLReport.Extras
  let words: any Wording
  /// How many threads make parts of a document at once.
  let workers: Int
  let numbers: ReadableNumbers
  let dates: ReadableDates
  /// By page index, and last for all pages.
  let changes: [[PeriodChange]]
  /// By page index, and last for all pages.
  let heatMaps: [[HourFigures]]
  /// How long the openers of each hour waited: by page index, and last for all pages.
  let hourWaits: [[HourWaits]]
  /// Nil where there is no period or as-of.
  let trend: Trend?
  /// By page index, and last for all pages; empty without a trend.
  let trendFigures: [[OpenerFigures]]
  /// By employee index, where the employee stands among all by name.
  let employeeRanks: [Int]
  /// Waiting conversations by page id: each section asks for those of its page, and there may be
  /// a hundred thousand.
  private let waitingByPage: [[UInt8]: WaitingList]

  /// - Parameters:
  ///   - findings: what the run found.
  ///   - extras: what the report shows beyond the findings.
  ///   - language: of words, numbers and dates.
  ///   - workers: how many threads make parts of a document at once, at least 1.
  package convenience init(
    findings: Findings, extras: HTMLReport.Extras, language: ReportLanguage, workers: Int
  ) {
    self.init(findings: findings, extras: extras, words: language.wording, workers: workers)
  }

  init(findings: Findings, extras: HTMLReport.Extras, words: any Wording, workers: Int = 1) {
    self.workers = workers
    self.findings = findings
    self.extras = extras
    self.words = words
    numbers = ReadableNumbers(words.numbers)
    dates = ReadableDates(words.dates, clock: findings.clock)
    changes = findings.comparesPeriods ? findings.summary.changes() : []
    heatMaps = findings.heatMap
    hourWaits = findings.summary.hourWaits
    let grain = findings.period.map(Self.grain)
    let found = findings.trends.first { $0.steps.grain == grain }
    trend = found?.steps
    trendFigures = found?.figures ?? []
    employeeRanks = findings.employees.ranks { $0.precedesByName($1) }
    waitingByPage = findings.waiting.byPage
  }

  /// The grain whose steps fit beside each other: days up to five weeks, weeks up to a year.
  static func grain(of period: Period) -> TrendGrain {
    period.dayCount <= 35 ? .day : period.dayCount <= 371 ? .week : .month
  }

  /// All pages first where there are several, then each page; of a single page only that.
  var scopes: [ReportScope] {
    let summary = findings.summary
    let pages = findings.pages.enumerated().map { ordinal, page in
      ReportScope(
        page: page, ordinal: ordinal, id: "page-\(ordinal + 1)", name: page.name,
        figures: summary.pages[page.index], slot: page.index)
    }
    guard pages.count != 1 else { return pages }
    return [
      ReportScope(
        page: nil, ordinal: nil, id: "all", name: words.scopes.allPages, figures: summary.total,
        slot: summary.pages.count)
    ] + pages
  }

  /// What the run has to say about itself: `given`, then what follows from the findings.
  func notes(after given: [String]) -> [String] {
    given + findings.notes(in: words)
  }

  var policy: BadgePolicy { findings.summary.rules.policies[0] }

  /// Whether the period ends after as-of, so that its comparison is provisional.
  var isPeriodOpen: Bool {
    guard let period = findings.period, let asOf = findings.asOf else { return false }
    return period.end > asOf
  }

  /// The changes of one scope; nil where periods are not compared.
  func change(_ metric: PeriodChange.Metric, of scope: ReportScope) -> PeriodChange? {
    changes.indices.contains(scope.slot)
      ? changes[scope.slot].first { $0.metric == metric } : nil
  }

  /// The conversations of a scope that are waiting, longest first.
  func waiting(of scope: ReportScope) -> WaitingList {
    guard let page = scope.page else { return findings.waiting }
    return waiting(onPage: page.id)
  }

  /// The conversations of a page that are waiting, longest first.
  func waiting(onPage id: String) -> WaitingList {
    waitingByPage[Array(id.utf8)] ?? findings.waiting.empty
  }

  /// The goals of a scope's page, in their order; none for all pages together.
  func targets(of scope: ReportScope) -> [TargetVerdict] {
    guard let page = scope.page else { return [] }
    return findings.targets.filter { $0.page.hasSameBytes(as: page.id) }
  }

  /// What people call a page; its id where that is not known.
  func name(ofPage id: String) -> String {
    findings.pages.first { $0.id.hasSameBytes(as: id) }?.name ?? id
  }

  /// What people call an employee; the key where that is not known.
  func name(ofEmployee key: String) -> String {
    findings.employees.first { $0.key.hasSameBytes(as: key) }?.name ?? key
  }

  /// The badge rows of a page, oldest first; empty for all pages together.
  func badges(of scope: ReportScope) -> [BadgeVerdict] {
    scope.ordinal.map { findings.badges.indices.contains($0) ? findings.badges[$0] : [] } ?? []
  }

  /// What stands behind a page's badge; nil for all pages together, and where nothing was asked.
  func badgeInsight(of scope: ReportScope) -> BadgeInsight? {
    scope.ordinal.flatMap {
      findings.badgeInsights.indices.contains($0) ? findings.badgeInsights[$0] : nil
    }
  }
}

/// What one part of the report is about: a page, or all pages together.
struct ReportScope {
  /// Nil for all pages together.
  let page: FoundPage?
  /// The index in the findings' pages; nil for all pages together.
  let ordinal: Int?
  /// The part's id in the document, by which links find it.
  let id: String
  let name: String
  let figures: SliceFigures
  /// The index in figures that are kept by page index and last for all pages.
  let slot: Int

  var openers: OpenerFigures { figures.openers }

  /// Whether the period has neither messages nor openers here.
  var isEmpty: Bool {
    figures.counts.conversations == 0 && openers.openers == 0 && openers.excludedSpam == 0
      && openers.excludedDone == 0 && openers.excludedAway == 0
  }
}
