import MessageHistory
import Reports
import ResponseMetrics

/// The walk over a history that was not settled at once has found its newest row, or the oldest one of
/// a slice, to be a duplicate, so that the run's times were made of others.
struct TimesProvedOther: Error {}

/// Walks over a history and gives what was found its texts.
struct FindingsBuilder {
  private let plan: ReportPlan
  private let history: History
  /// What the span was made of.
  private let times: RecordTimes
  private let pages: RunPages
  private let span: RunSpan
  private let rules: MetricRules
  private let keepsRecords: Bool

  /// - Parameters:
  ///   - plan: the settings.
  ///   - history: the rows.
  ///   - keepsRecords: whether the history is walked over once more after the findings.
  init(plan: ReportPlan, history: History, keepsRecords: Bool = false) {
    self.keepsRecords = keepsRecords
    self.plan = plan
    self.history = history
    times = history.times
    pages = RunPages(history: history, plan: plan)
    span = RunSpan(plan: plan, history: history)
    rules = MetricRules(plan: plan, history: history, pages: pages, span: span)
  }

  /// - Throws: `MessageHistoryError` where an input is not as it was or a temporary file fails,
  ///   `RunError` for a page that is asked for and nowhere known, `TimesProvedOther`.
  func findings() throws -> Findings {
    try checkChosenPages()
    let (tally, collected) = try walk()
    guard history.times == times else { throw TimesProvedOther() }
    // Given away, so that the summary can let go of the rows that it has counted.
    var summary = try MetricsSummary(
      tally: consume tally, rules: rules, trends: trends, workers: plan.workers)
    let texts = FindingTexts(
      history: history, redaction: plan.redaction, workers: plan.workers)
    let directory = industries()
    let allPages = foundPages(summary, directory)
    let shown = allPages.filter { rules.isPageChosen[$0.index] }
    // Where rows are listed, the texts of the waiting list are fetched with theirs.
    let shownRows =
      plan.formats.contains(.csv) || plan.formats.contains(.json) ? collected : nil
    let (made, judged) = try judged(shown, by: summary, texts, listsWaiting: shownRows == nil) {
      summary in
      (
        benchmarks: benchmarks(shown, allPages, summary, directory),
        employees: texts.employees(names: summary.tally.names)
      )
    }
    summary.dropBadgeOpeners()
    let listing = try shownRows.map { try sorted($0, and: judged.waiting.requests) }
    let waiting = judged.list ?? texts.list(judged.waiting, listing?.texts ?? .none)
    return Findings(
      summary: summary, asOf: span.asOf, period: span.period,
      comparedPeriod: span.comparedPeriod, comparesPeriods: plan.comparison != nil,
      pages: shown, channels: foundChannels(summary, shown),
      employees: made.employees,
      quality: QualityFigures(
        totals: history.totals, duplicates: history.duplicates, kept: summary.tally.kept,
        ticketInputs: history.inputs.count { $0.origin?.hasFirstResponsesAlone == true }),
      waiting: waiting, badges: judged.pages.map(\.history), badgeInsights: judged.insights,
      facebookRules: judged.pages.map(\.facebook),
      facebookTotal: RuleSetFigures(samples: judged.pages),
      chosenEmployees: chosenEmployees,
      hasPassingPseudonyms: plan.redaction.changesFromRunToRun,
      expectsDataWithin: plan.configuration.values.expectDataWithin?.value,
      benchmarks: made.benchmarks,
      targets: targets(shown, summary, waiting), listingTotals: collected?.totals, listing: listing)
  }

  /// What was found of badges, and of those who wait.
  private struct JudgedPages {
    let pages: [BadgeJudgement.JudgedPage]
    let insights: [BadgeInsight]
    let waiting: FindingTexts.Waiting
    /// Nil where its texts are fetched with others.
    let list: WaitingList?
  }

  /// Judges the badges of pages, puts the waiting list together, and does other work meanwhile.
  ///
  /// All workers can help with the pages and with fetching texts, and nobody with parts of the rest: so
  /// half of the pages are judged beside what comes before the texts, and half beside what comes after.
  ///
  /// - Parameters:
  ///   - pages: those that are reported.
  ///   - summary: what was counted of them.
  ///   - texts: fetches texts.
  ///   - listsWaiting: whether the texts of those who wait are fetched here; else all pages are judged
  ///     at once.
  ///   - work: what else is made.
  /// - Returns: what was made and what was found.
  /// - Throws: what the work throws, or `MessageHistoryError` where an input is not as it was.
  private func judged<Made: Sendable>(
    _ pages: [FoundPage], by summary: MetricsSummary, _ texts: FindingTexts, listsWaiting: Bool,
    beside work: @Sendable (MetricsSummary) throws -> Made
  ) throws -> (Made, JudgedPages) {
    let judgement = BadgeJudgement(summary: summary, span: span, texts: texts)
    let early = pages.prefix(listsWaiting ? pages.count / 2 : pages.count)
    let ((waiting, made), first) = try sideBySide(
      workers: plan.workers, { (texts.waiting(summary.tally.waitingLists), try work(summary)) },
      each: early.count
    ) { try judgement.judge(page: early[$0].index) }
    var judged = first
    var list: WaitingList?
    if listsWaiting {
      let fetched = try texts.fetch(waiting.requests)
      let (listed, others) = try sideBySide(
        workers: plan.workers, { texts.list(waiting, fetched) }, each: pages.count - early.count
      ) { try judgement.judge(page: pages[early.count + $0].index) }
      judged += others
      list = listed
    }
    return (
      made,
      JudgedPages(
        pages: judged, insights: try judgement.insights(of: judged), waiting: waiting, list: list)
    )
  }

  /// The rows that were listed with their texts, in the order of the files.
  private func sorted(
    _ collected: CollectedListing, and requests: TextRequests
  ) throws(MessageHistoryError) -> SortedListing {
    try SortedListing(
      collected, and: requests, history: history, redaction: plan.redaction,
      workers: plan.workers,
      memory: plan.memory.listings(recordsAreInFiles: history.isInFiles),
      unusedMemory: { MachineMemory().unused })
  }

  private func targets(
    _ shown: [FoundPage], _ summary: MetricsSummary, _ waiting: WaitingList
  ) -> [TargetVerdict] {
    let targetsOfPages = shown.map { pages.plan(of: $0.index)?.targets ?? [] }
    guard !targetsOfPages.allSatisfy(\.isEmpty) else { return [] }
    let waitingByPage = waiting.byPage
    return zip(shown, targetsOfPages).flatMap { page, targets -> [TargetVerdict] in
      let longest = waitingByPage[Array(page.id.utf8)]?.longest ?? .zero
      return targets.map { target in
        TargetVerdict(
          target, page: page.id, figures: summary.pages[page.index],
          longestWait: span.asOf.map { _ in longest })
      }
    }
  }

  /// Walks over all conversations; what is listed is nil where nothing is, or where it stays in
  /// the tally because nobody writes it.
  private func walk() throws(MessageHistoryError) -> (HistoryTally, CollectedListing?) {
    let memory = plan.memory.facts(recordsAreInFiles: history.isInFiles) / plan.workers
    // Partitions are given up while others are still begun with.
    let pages = history.recordPages
    let collection = collection
    var walked = try history.walk(workers: plan.workers, isLast: !keepsRecords) {
      ListingWalk(
        analysis: ConversationAnalysis(rules: rules, memory: memory, pages: pages),
        collector: collection?.collector)
    } _: {
      $0.add($1)
    } finish: {
      $0.finished()
    }
    var tallies: [HistoryTally] = []
    var collected: [CollectedRows] = []
    // No second value may hold the rows of a tally when they are sorted where they stand.
    while let (tally, listed) = walked.popLast() {
      tallies.append(tally)
      if let listed { collected.append(listed) }
    }
    let tally = HistoryTally(merging: consume tallies, rules: rules)
    return (tally, try collection?.listing(of: collected))
  }

  /// How workers collect what is listed; nil where nothing is written one by one.
  private var collection: ListingCollection? {
    guard rules.listsConversations, !keepsRecords else { return nil }
    return ListingCollection(
      inputSize: history.inputs.size, redaction: plan.redaction,
      memory: plan.memory.listings(recordsAreInFiles: history.isInFiles), workers: plan.workers,
      pages: history.recordPages)
  }

  private var trends: [Trend] {
    guard let period = span.period, let asOf = span.asOf else { return [] }
    return TrendGrain.allCases.map {
      Trend(grain: $0, period: period, asOf: asOf, clock: rules.clock)
    }
  }

  // MARK: Pages

  private func checkChosenPages() throws(RunError) {
    let known = Set(pages.ids)
    for page in plan.chosenPages where !known.contains(page) {
      let name = String(decoding: page, as: UTF8.self)
      let ids = pages.ids.map { String(decoding: $0, as: UTF8.self) }
      let advice = nearestName(to: name, among: ids).map { "; did you mean '\($0)'?" } ?? ""
      throw RunError(
        .usage,
        "error: unknown page in '--page' (found '\(name)', expected one of the data or the configuration)"
          + advice)
    }
  }

  /// Pages of the data or the configuration, by id.
  private func foundPages(
    _ summary: MetricsSummary, _ directory: IndustryDirectory
  ) -> [FoundPage] {
    let seen = Set(
      rules.slices.indices.filter { summary.tally.isSliceSeen[$0] }.map { rules.slices[$0].page })
    return pages.ids.indices
      .filter { seen.contains($0) || pages.plan(of: $0) != nil }
      .sorted { pages.ids[$0].lexicographicallyPrecedes(pages.ids[$1]) }
      .map { index in
        let planned = pages.plan(of: index)
        let id = String(decoding: pages.ids[index], as: UTF8.self)
        return FoundPage(
          index: index, id: id, name: planned?.name ?? id,
          industry: planned?.industry.flatMap { directory.slug(of: $0) },
          hasSchedule: rules.officeHours[index] != nil)
      }
  }

  private func foundChannels(_ summary: MetricsSummary, _ shown: [FoundPage]) -> [FoundChannel] {
    shown.flatMap { page in
      rules.slices.indices
        .filter {
          rules.slices[$0].page == page.index && rules.slices[$0].isChosen
            && summary.tally.isSliceSeen[$0]
        }
        .sorted { channel($0).lexicographicallyPrecedes(channel($1)) }
        .map {
          FoundChannel(
            slice: $0, pageIndex: page.index, page: page.id,
            channel: String(decoding: channel($0), as: UTF8.self))
        }
    }
  }

  private func channel(_ slice: Int) -> [UInt8] {
    history.channels[Int(history.slices[slice].channel)]
  }

  private var chosenEmployees: Set<String>? {
    guard !plan.chosenEmployees.isEmpty else { return nil }
    // Under redaction an employee may be named by key or by pseudonym.
    let keys = plan.chosenEmployees
    return Set(
      keys.union(keys.map { plan.redaction.employee(key: $0) })
        .map { String(decoding: $0, as: UTF8.self) })
  }

  // MARK: Benchmarks

  private func industries() -> IndustryDirectory {
    IndustryDirectory(
      figures: plan.benchmarks.figures,
      words: plan.configuration.values.industries.map {
        (word: $0.word.value, meaning: $0.replacement.value)
      })
  }

  private func benchmarks(
    _ shown: [FoundPage], _ allPages: [FoundPage], _ summary: MetricsSummary,
    _ directory: IndustryDirectory
  ) -> BenchmarkFindings {
    let leading = pages.ids.indices.map { page in
      BenchmarkChoice.leadingChannel(
        rules.slices.indices
          .filter { rules.slices[$0].page == page && summary.tally.isSliceSeen[$0] }
          .map { slice in
            (
              channel: String(decoding: channel(slice), as: UTF8.self),
              openers: summary.slices[slice].openers.openers
            )
          })
    }
    return BenchmarkFindings(
      pages: shown, allPages: allPages, leadingChannel: leading, summary: summary,
      catalogue: plan.benchmarks, asOfYear: span.asOf.map { plan.clock.date(at: $0).year })
  }
}
