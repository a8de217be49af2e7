import MessageHistory
import ResponseMetrics

/// The names of the files that the mail carries, and of those that were too large.
struct AttachedFiles {
  var attached: [String]
  var leftOut: [String]
}

/// All that the mail says: the figures of all pages together, or of the only page.
struct MailContent: TemplateFilling {
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
  /// What a list of mails shows beside the subject.
  var preheader: String
  /// Whose figures the headline has.
  var scope: String
  /// Whether the period has no message.
  var isEmpty: Bool
  /// One sentence: how the team stands.
  var lead: String
  /// Why figures are provisional; absent where they are not.
  var provisional: String?
  var tiles: [MailTile]
  /// What to do, the most pressing first.
  var advice: [String]
  /// How much more there is to do; absent where all is listed.
  var moreAdvice: String?
  /// The pages, a line each; none where there is only one.
  var pages: [MailPage]
  /// How many more pages there are; absent where all are listed.
  var morePages: String?
  var trend: MailTrend?
  var people: MailPeople?
  var waiting: MailWaiting?
  /// What became of the rows read, in a line.
  var rows: String
  /// What a reader should know of the data before trusting the figures.
  var remarks: [String]
  /// What is attached; absent where nothing is.
  var attached: String?
  /// What was too large to attach; absent where nothing was.
  var leftOut: String?
  /// The words of the templates, by the names of `TemplateWord`.
  var words: TemplateWords
  /// `as of 9 Nov 2026, 06:00`; absent where there is no such instant.
  var asOfNote: String?
  /// `compared with 26 Oct – 1 Nov 2026`; absent where there is no such period.
  var comparedNote: String?

  static var fields: [FilledField<Self>] {
    [
      .text("title") { $0.title }, .text("language") { $0.language },
      .text("version") { $0.version }, .text("period") { $0.period },
      .optionalText("as_of") { $0.asOf }, .optionalText("compared") { $0.compared },
      .text("zone") { $0.zone }, .texts("notes") { $0.notes },
      .text("preheader") { $0.preheader }, .text("scope") { $0.scope },
      .flag("is_empty") { $0.isEmpty }, .text("lead") { $0.lead },
      .optionalText("provisional_note") { $0.provisional }, .list("tiles") { $0.tiles },
      .texts("advice") { $0.advice }, .optionalText("more_advice") { $0.moreAdvice },
      .flag("has_pages") { !$0.pages.isEmpty }, .list("pages") { $0.pages },
      .optionalText("more_pages") { $0.morePages }, .optional("trend") { $0.trend },
      .optional("people") { $0.people }, .optional("waiting") { $0.waiting },
      .text("rows_line") { $0.rows }, .texts("remarks") { $0.remarks },
      .optionalText("attached") { $0.attached }, .optionalText("left_out") { $0.leftOut },
      .part("words") { $0.words }, .optionalText("as_of_note") { $0.asOfNote },
      .optionalText("compared_note") { $0.comparedNote },
    ]
  }

  init(
    title: String, version: String, notes: [String], files: AttachedFiles, limits: MailLimits,
    context: ReportContext
  ) {
    let words = context.words
    let scopes = context.scopes
    let scope = scopes[0]
    let advice = Advice(context: context, scope: scope).sentences
    self.title = ShownText.shown(title, limit: 200)
    language = words.language.rawValue
    self.version = ShownText.shown(version)
    period = context.findings.period.map(context.dates.period) ?? words.dates.noPeriod
    asOf = context.findings.asOf.map(context.dates.instant)
    compared = context.findings.comparedPeriod.map(context.dates.period)
    zone = ShownText.shown(context.findings.clock.name)
    self.notes = context.notes(after: notes).prefix(limits.sentences).map {
      ShownText.shown($0, limit: 400)
    }
    self.scope = ShownText.shown(scope.name)
    isEmpty = scope.isEmpty
    lead = PageSection.lead(scope, context)
    provisional = PageSection.provisionalNote(scope, context)
    preheader = ([lead] + advice.prefix(1)).joined(separator: " ")
    tiles = Headline(context: context, scope: scope).tiles.map(MailTile.init)
    self.advice = Array(advice.prefix(limits.sentences))
    moreAdvice = Self.more(advice.count - limits.sentences, context.words.mail.moreAdvice, context)
    let pages = scopes.filter { scopes.count > 1 && $0.page != nil }
    self.pages = pages.prefix(limits.pages).map {
      MailPage(SliceRow.page($0, context: context), words: words.mail)
    }
    morePages = Self.more(pages.count - limits.pages, context.words.mail.morePages, context)
    trend = MailTrend(scope, limit: limits.steps, context: context)
    people = MailPeople(scope, limit: limits.people, context: context)
    waiting = MailWaiting(scope, limit: limits.waiting, context: context)
    rows = Self.rowsLine(context)
    remarks = Array(QualitySection(context: context).remarks.prefix(limits.sentences))
    attached = Self.list(files.attached, words.mail.attached)
    leftOut = Self.list(files.leftOut, words.mail.leftOut)
    self.words = TemplateWords(wording: words)
    asOfNote = asOf.map { words.dates.asOf.text(["instant": $0]) }
    comparedNote = compared.map { words.dates.comparedWith.text(["period": $0]) }
  }

  /// Nil for no more.
  static func more(_ count: Int, _ phrase: Phrase, _ context: ReportContext) -> String? {
    count > 0 ? phrase.text(count: count, ["n": context.numbers.count(count)]) : nil
  }

  private static func list(_ names: [String], _ phrase: Phrase) -> String? {
    names.isEmpty ? nil : phrase.text(["files": names.joined(separator: ", ")])
  }

  private static func rowsLine(_ context: ReportContext) -> String {
    let (numbers, quality) = (context.numbers, context.findings.quality)
    return context.words.mail.rows.text([
      "read": numbers.count(quality.totals.rowsRead),
      "duplicates": numbers.count(quality.duplicates.withID + quality.duplicates.wholeRow),
      "rejected": numbers.count(quality.rejected),
    ])
  }
}
