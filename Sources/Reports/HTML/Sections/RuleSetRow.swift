import MessageHistory
import ResponseMetrics

/// What another program's way of counting makes of the same messages.
struct RuleSetRow: TemplateFilling {
  var name: String
  var count: TextFigure
  var mean: TextFigure
  var median: TextFigure
  var p90: TextFigure
  /// A dash for rules that have no rate.
  var rate: TextFigure
  /// How the rule differs.
  var note: String

  static var fields: [FilledField<Self>] {
    [
      .text("name") { $0.name }, .part("count") { $0.count }, .part("mean") { $0.mean },
      .part("median") { $0.median }, .part("p90") { $0.p90 }, .part("rate") { $0.rate },
      .text("note") { $0.note },
    ]
  }

  private init(_ figures: RuleSetFigures, _ context: ReportContext) {
    let numbers = context.numbers
    name = figures.rules.rawValue
    count = TextFigure(figures.count, numbers)
    mean = TextFigure(time: figures.times.mean, numbers)
    median = TextFigure(time: figures.times.median, numbers)
    p90 = TextFigure(time: figures.times.p90, numbers)
    rate = TextFigure(rate: figures.responseRate, numbers)
    note = context.words.note(on: figures.rules)
  }

  /// A row for each rule set, in the order of rules.csv.
  static func rows(of scope: ReportScope, context: ReportContext) -> [RuleSetRow] {
    let findings = context.findings
    let badge =
      scope.ordinal.map { ordinal in
        findings.facebookRules.indices.contains(ordinal) ? [findings.facebookRules[ordinal]] : []
      } ?? [findings.facebookTotal]
    let figures = findings.summary.ruleSets(onPage: scope.page?.index) + badge
    return RuleSet.allCases.flatMap { rules in
      figures.filter { $0.rules == rules }.map { RuleSetRow($0, context) }
    }
  }
}
