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
      .flag("is_empty") { $0.isEmpty }, .text("lead") { $0.lead },
      .optionalText("provisional_note") { $0.provisional }, .list("tiles") { $0.tiles },
      .texts("advice") { $0.advice }, .optional("trend") { $0.trend },
      .optional("distribution") { $0.distribution }, .optional("heat_map") { $0.heatMap },
      .optional("employees") { $0.employees }, .flag("has_channels") { !$0.channels.isEmpty },
      .list("channels") { $0.channels },
      .optional("badge") { $0.badge }, .flag("has_targets") { !$0.targets.isEmpty },
      .list("targets") { $0.targets },
      .optional("benchmarks") { $0.benchmarks }, .list("rule_sets") { $0.ruleSets },
      .optional("waiting") { $0.waiting }, .part("summary") { $0.summary },
    ]
  }

  init(_ scope: ReportScope, isInContents: Bool, context: ReportContext) {
    self.isInContents = isInContents
    id = scope.id
    name = ShownText.shown(scope.name)
    isAll = scope.page == nil
    isEmpty = scope.isEmpty
    lead = Self.lead(scope, context)
    provisional = Self.provisionalNote(scope, context)
    tiles = Headline(context: context, scope: scope).tiles
    advice = Advice(context: context, scope: scope).sentences
    trend = TrendSection(scope, context: context)
    distribution = DistributionSection(scope, context: context)
    heatMap = HeatMapSection(scope, context: context)
    employees = EmployeeSection(scope, context: context)
    channels =
      scope.page.map { page in
        context.findings.channels.filter { $0.pageIndex == page.index }
          .map { SliceRow.channel($0, context: context) }
      } ?? []
    badge = BadgeSection(scope, context: context)
    targets = context.targets(of: scope).map { TargetRow($0, context: context) }
    benchmarks = BenchmarkSection(scope, context: context)
    ruleSets = RuleSetRow.rows(of: scope, context: context)
    waiting = WaitingSection(scope, context: context)
    summary = SummarySection(scope, context: context)
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
