import MessageHistory
import ResponseMetrics

/// All that the report says of one page, or of all pages together.
struct PageSection: TemplateFilling {
  /// By which links find the part.
  var id: String
  var name: String
  /// Whether it is about all pages together.
  var isAll: Bool
  /// Whether the contents at the top list the part.
  var isInContents: Bool
  /// Whether it is one of many pages and shown in brief.
  var isBrief: Bool
  /// Whether the period has no message here.
  var isEmpty: Bool
  /// One sentence: how the team stands.
  var lead: String
  /// Why figures are provisional; absent where they are not.
  var provisional: String?
  var tiles: [HeadlineTile]
  /// What to do, the most pressing first.
  var advice: [String]
  var trend: TrendSection?
  var distribution: DistributionSection?
  var heatMap: HeatMapSection?
  var employees: EmployeeSection?
  var channels: [SliceRow]
  /// How many more there are; absent where all are listed.
  var moreChannels: String?
  var badge: BadgeSection?
  var targets: [TargetRow]
  var benchmarks: BenchmarkSection?
  var ruleSets: [RuleSetRow]
  var waiting: WaitingSection?
  var summary: SummarySection

  static var fields: [FilledField<Self>] {
    [
      .text("id") { $0.id }, .text("name") { $0.name }, .flag("is_all") { $0.isAll },
      .flag("is_in_contents") { $0.isInContents },
      .flag("is_brief") { $0.isBrief },
      .flag("is_empty") { $0.isEmpty }, .text("lead") { $0.lead },
      .optionalText("provisional_note") { $0.provisional }, .list("tiles") { $0.tiles },
      .texts("advice") { $0.advice }, .optional("trend") { $0.trend },
      .optional("distribution") { $0.distribution }, .optional("heat_map") { $0.heatMap },
      .optional("employees") { $0.employees }, .flag("has_channels") { !$0.channels.isEmpty },
      .list("channels") { $0.channels }, .optionalText("more_channels") { $0.moreChannels },
      .optional("badge") { $0.badge }, .flag("has_targets") { !$0.targets.isEmpty },
      .list("targets") { $0.targets },
      .optional("benchmarks") { $0.benchmarks }, .list("rule_sets") { $0.ruleSets },
      .optional("waiting") { $0.waiting }, .part("summary") { $0.summary },
    ]
  }

  /// - Parameters:
  ///   - scope: the page, or all.
  ///   - depth: how much is said of it.
  ///   - isInContents: whether the contents at the top list it.
  ///   - limits: of its lists.
  ///   - context: the report.
  init(
    _ scope: ReportScope, depth: PageDepth, isInContents: Bool, limits: ListLimits,
    context: ReportContext
  ) {
    self.isInContents = isInContents
    isBrief = depth == .brief
    id = scope.id
    name = ShownText.shown(scope.name)
    isAll = scope.page == nil
    isEmpty = scope.isEmpty
    lead = Self.lead(scope, context)
    provisional = Self.provisionalNote(scope, context)
    tiles = Headline(context: context, scope: scope, depth: depth).tiles
    advice = Advice(context: context, scope: scope).sentences
    trend = TrendSection(scope, depth: depth, context: context)
    distribution = DistributionSection(scope, context: context)
    heatMap = HeatMapSection(scope, depth: depth, limit: limits.gaps, context: context)
    employees = EmployeeSection(scope, limit: limits.people, context: context)
    (channels, moreChannels) = Self.channels(of: scope, limit: limits.channels, context)
    badge = BadgeSection(scope, context: context)
    targets = context.targets(of: scope).map { TargetRow($0, context: context) }
    benchmarks = BenchmarkSection(scope, context: context)
    ruleSets = RuleSetRow.rows(of: scope, context: context)
    waiting = WaitingSection(scope, limit: limits.waiting, context: context)
    summary = SummarySection(scope, context: context)
  }

  /// The channels of a page: past the limit those with the most openers, in their order as ever.
  private static func channels(
    of scope: ReportScope, limit: Int, _ context: ReportContext
  ) -> (rows: [SliceRow], more: String?) {
    guard let page = scope.page else { return ([], nil) }
    let slices = context.findings.summary.slices
    let all = context.findings.channels.filter { $0.pageIndex == page.index }
    let shown =
      all.indices
      .sorted {
        let counts = [$0, $1].map { slices[all[$0].slice].openers.openers }
        return counts[0] != counts[1] ? counts[0] > counts[1] : $0 < $1
      }
      .prefix(limit).sorted()
    let rest = all.count - shown.count
    return (
      shown.map { SliceRow.channel(all[$0], context: context) },
      rest > 0
        ? context.words.extent.moreChannels.text(count: rest, ["n": context.numbers.count(rest)])
        : nil
    )
  }

  static func lead(_ scope: ReportScope, _ context: ReportContext) -> String {
    let (words, numbers, openers) = (context.words, context.numbers, scope.openers)
    if scope.isEmpty { return words.scopes.noMessages }
    if openers.openers == 0 { return words.scopes.leadNoOpeners }
    if openers.answered == 0 {
      return words.scopes.leadUnanswered.text(
        count: openers.openers, ["openers": numbers.count(openers.openers)])
    }
    let settled = openers.answered + openers.missed
    return words.scopes.lead.text(
      count: settled,
      [
        "rate": numbers.rate(openers.settledResponseRate), "openers": numbers.count(settled),
        "median": numbers.duration(openers.firstResponse.median),
      ])
  }

  static func provisionalNote(
    _ scope: ReportScope, _ context: ReportContext
  ) -> String? {
    let awaiting = scope.openers.awaiting
    let open = context.isPeriodOpen ? context.words.scopes.provisionalOpen : nil
    let settled =
      awaiting > 0
      ? context.words.scopes.provisionalAwaiting.text(
        count: awaiting, ["n": context.numbers.count(awaiting)]) : nil
    let sentences = [open, settled].compactMap(\.self)
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
