import MessageHistory
import ResponseMetrics

/// The whole of report.html: what stands before, around and after the pages' sections.
struct ReportDocument: TemplateFilling {
  /// The report's title, as the configuration has it.
  var title: String
  /// The language of the words, as a tag of BCP 47.
  var language: String
  /// The version of the program.
  var version: String
  /// `2–8 Nov 2026`, or that there is no period.
  var period: String
  /// The instant at which the report is true; absent where there is none.
  var asOf: String?
  /// The compared period; absent where there is none.
  var compared: String?
  /// The time zone of dates and hours.
  var zone: String
  /// What the run has to say about itself.
  var notes: [String]
  /// Whether no page has a message in the period.
  var isEmpty: Bool
  /// The pages, a line each; none where there is only one page.
  var index: [SliceRow]
  /// All pages together where there are several, then each page.
  var sections: [PageSection]
  var quality: QualitySection
  /// The settings that decide what counts.
  var settings: [NamedFigure]

  /// The most parts that the contents list; of more, the index does.
  private static let mostInContents = 13

  static var fields: [FilledField<Self>] {
    [
      .text("title") { $0.title }, .text("language") { $0.language },
      .text("version") { $0.version }, .text("period") { $0.period },
      .optionalText("as_of") { $0.asOf }, .optionalText("compared") { $0.compared },
      .text("zone") { $0.zone }, .texts("notes") { $0.notes },
      .flag("is_empty_report") { $0.isEmpty }, .flag("has_index") { !$0.index.isEmpty },
      .list("index") { $0.index },
      .list("sections") { $0.sections }, .part("quality") { $0.quality },
      .list("settings") { $0.settings },
    ]
  }

  init(title: String, version: String, notes: [String], context: ReportContext) {
    let words = context.words
    let scopes = context.scopes
    self.title = ShownText.shown(title, limit: 200)
    language = words.language
    self.version = ShownText.shown(version)
    period = context.findings.period.map(context.dates.period) ?? words.noPeriod
    asOf = context.findings.asOf.map(context.dates.instant)
    compared = context.findings.comparedPeriod.map(context.dates.period)
    zone = ShownText.shown(context.findings.clock.name)
    self.notes = context.notes(after: notes).map { ShownText.shown($0, limit: 1_000) }
    isEmpty = scopes.allSatisfy(\.isEmpty)
    index =
      scopes.count > 1
      ? scopes.filter { $0.page != nil }.map { SliceRow.page($0, context: context) } : []
    sections = scopes.map { scope in
      PageSection(
        scope, isInContents: scopes.count <= Self.mostInContents || scope.page == nil,
        context: context)
    }
    quality = QualitySection(context: context)
    settings = Self.settings(context)
  }

  private static func settings(_ context: ReportContext) -> [NamedFigure] {
    let (words, rules) = (context.words, context.findings.summary.rules)
    return [
      NamedFigure(name: words.settingZone, value: ShownText.shown(rules.clock.name)),
      NamedFigure(name: words.settingSilence, value: context.numbers.duration(rules.silence)),
      NamedFigure(
        name: words.settingDone,
        value: words.settingDoneWords[rules.exclusions.done.rawValue]
          ?? rules.exclusions.done.rawValue),
      NamedFigure(
        name: words.settingAway,
        value: rules.exclusions.away ? words.settingLeftOut : words.settingCounted),
      NamedFigure(name: words.settingPolicy, value: ShownText.shown(context.policy.name)),
    ]
  }
}
