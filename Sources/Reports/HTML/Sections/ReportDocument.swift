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
  /// What the index and the parts below it leave out of many pages; each a sentence.
  var indexNotes: [String]
  /// All pages together where there are several, then each page.
  var sections: [PageSection]
  var quality: QualitySection
  /// The settings that decide what counts.
  var settings: [NamedFigure]
  /// The terms of the report, each with its definition.
  var terms: [NamedFigure]
  /// The words of the templates, by the names of `TemplateWord`.
  var words: TemplateWords
  /// `as of 9 Nov 2026, 06:00`; absent where there is no such instant.
  var asOfNote: String?
  /// `compared with 26 Oct – 1 Nov 2026`; absent where there is no such period.
  var comparedNote: String?
  /// What made the report, of what, and what it does not hold.
  var colophon: String

  static var fields: [FilledField<Self>] {
    [
      .text("title") { $0.title }, .text("language") { $0.language },
      .text("version") { $0.version }, .text("period") { $0.period },
      .optionalText("as_of") { $0.asOf }, .optionalText("compared") { $0.compared },
      .text("zone") { $0.zone }, .texts("notes") { $0.notes },
      .flag("is_empty_report") { $0.isEmpty }, .flag("has_index") { !$0.index.isEmpty },
      .list("index") { $0.index }, .texts("index_notes") { $0.indexNotes },
      .list("sections") { $0.sections }, .part("quality") { $0.quality },
      .list("settings") { $0.settings }, .list("terms") { $0.terms },
      .part("words") { $0.words }, .optionalText("as_of_note") { $0.asOfNote },
      .optionalText("compared_note") { $0.comparedNote }, .text("colophon") { $0.colophon },
    ]
  }

  init(title: String, version: String, notes: [String], context: ReportContext) {
    let words = context.words
    let scopes = context.scopes
    self.title = ShownText.shown(title, limit: 200)
    language = words.language.rawValue
    self.version = ShownText.shown(version)
    period = context.findings.period.map(context.dates.period) ?? words.dates.noPeriod
    asOf = context.findings.asOf.map(context.dates.instant)
    compared = context.findings.comparedPeriod.map(context.dates.period)
    zone = ShownText.shown(context.findings.clock.name)
    self.notes = context.notes(after: notes).map { ShownText.shown($0, limit: 1_000) }
    isEmpty = scopes.allSatisfy(\.isEmpty)
    let parts = Parts(scopes)
    index =
      scopes.count > 1
      ? parts.listed.map { scope in
        SliceRow.page(scope, hasPart: parts.ids.contains(scope.id), context: context)
      } : []
    indexNotes = parts.notes(words: words, numbers: context.numbers)
    sections = parts.sections(context: context)
    quality = QualitySection(context: context)
    settings = Self.settings(context)
    terms = DefinedTerm.allCases.map {
      let (name, text) = words.definition(of: $0)
      return NamedFigure(name: name, value: text)
    }
    self.words = TemplateWords(wording: words)
    asOfNote = asOf.map { words.dates.asOf.text(["instant": $0]) }
    comparedNote = compared.map { words.dates.comparedWith.text(["period": $0]) }
    colophon = words.scopes.colophon.text(["version": self.version])
  }

  private static func settings(_ context: ReportContext) -> [NamedFigure] {
    let (words, rules) = (context.words, context.findings.summary.rules)
    return [
      NamedFigure(name: words.settings.zone, value: ShownText.shown(rules.clock.name)),
      NamedFigure(name: words.settings.silence, value: context.numbers.duration(rules.silence)),
      NamedFigure(
        name: words.settings.done,
        value: words.done(rules.exclusions.done)),
      NamedFigure(
        name: words.settings.away,
        value: rules.exclusions.away ? words.settings.leftOut : words.settings.counted),
      NamedFigure(name: words.settings.policy, value: ShownText.shown(context.policy.name)),
    ]
  }
}
