import MessageHistory
import ResponseMetrics

/// The conversations in which the contact waits for a reply at as-of, longest first.
struct WaitingSection: TemplateFilling {
  var rows: [WaitingRow]
  /// Whether the rows are of several pages.
  var hasPages: Bool
  /// Whether a page of them has office hours.
  var hasOffice: Bool
  /// How many more there are; absent where all are listed.
  var more: String?

  /// The rows that are shown of one page, and of all pages together.
  static let most = 100

  static var fields: [FilledField<Self>] {
    [
      .list("rows") { $0.rows }, .flag("has_pages") { $0.hasPages },
      .flag("has_office") { $0.hasOffice }, .optionalText("more") { $0.more },
    ]
  }

  /// Nil where nobody waits.
  init?(_ scope: ReportScope, limit: Int = most, context: ReportContext) {
    let waiting = context.waiting(of: scope)
    guard !waiting.isEmpty else { return nil }
    rows = waiting.prefix(limit).map { WaitingRow($0, context: context) }
    hasPages = scope.page == nil
    hasOffice = waiting.hasOfficeWaits
    let rest = waiting.count - rows.count
    more =
      rest > 0
      ? context.words.people.moreWaiting.text(count: rest, ["n": context.numbers.count(rest)]) : nil
  }
}

/// One waiting conversation.
struct WaitingRow: TemplateFilling {
  var page: String
  var channel: String
  var conversation: String
  var contact: String
  /// The newest assignee, or the word for nobody.
  var assignee: String
  var since: String
  var wait: TextFigure
  /// Inside office hours; a dash on a page without a schedule.
  var officeWait: TextFigure
  var isOverdue: Bool

  static var fields: [FilledField<Self>] {
    [
      .text("page") { $0.page }, .text("channel") { $0.channel },
      .text("conversation") { $0.conversation }, .text("contact") { $0.contact },
      .text("assignee") { $0.assignee }, .text("since") { $0.since },
      .part("wait") { $0.wait }, .part("office_wait") { $0.officeWait },
      .flag("is_overdue") { $0.isOverdue },
    ]
  }

  init(_ waiting: FoundWaiting, context: ReportContext) {
    let words = context.words
    page = ShownText.shown(context.name(ofPage: waiting.page))
    channel = ShownText.shown(waiting.channel)
    conversation = ShownText.shown(waiting.conversationID)
    contact =
      waiting.contact.isEmpty ? words.people.unknownContact : ShownText.shown(waiting.contact)
    assignee =
      waiting.assignee.isEmpty
      ? words.people.unassigned : ShownText.shown(context.name(ofEmployee: waiting.assignee))
    since = context.dates.instant(waiting.since)
    wait = TextFigure(time: waiting.wait, context.numbers)
    officeWait = TextFigure(time: waiting.officeWait, context.numbers)
    isOverdue = waiting.wait > context.extras.overdueAfter
  }
}
