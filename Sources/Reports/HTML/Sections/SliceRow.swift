import MessageHistory
import ResponseMetrics

/// One line of figures: of a channel, or of a page in the index.
struct SliceRow: TemplateFilling {
  /// The part's id in the document; empty where it has none of its own.
  var link: String
  /// Whether it has a part of its own.
  var hasLink: Bool { !link.isEmpty }
  var name: String
  var openers: TextFigure
  /// Settled where openers are awaiting.
  var rate: RateFigure
  var median: TextFigure
  var p90: TextFigure
  /// The share of openers answered within the hour.
  var withinHour: TextFigure
  var conversations: TextFigure
  var newContacts: TextFigure
  var inbound: TextFigure
  var outbound: TextFigure
  /// Whether the badge is held; absent where there is no badge.
  var badge: String?
  /// Whether the badge is not held.
  var isBadgeMissing: Bool
  var waiting: TextFigure
  /// Whether a page has a conversation that has waited too long.
  var isOverdue: Bool
  /// The verdict on the change of the rate, in words.
  var verdict: String
  /// Whether the rate is worse, beyond normal variation.
  var isWorse: Bool

  static var fields: [FilledField<Self>] {
    [
      .text("link") { $0.link }, .flag("has_link") { $0.hasLink },
      .text("name") { $0.name }, .part("openers") { $0.openers },
      .part("response") { $0.rate }, .part("median") { $0.median }, .part("p90") { $0.p90 },
      .part("within_hour") { $0.withinHour }, .part("conversations") { $0.conversations },
      .part("new_contacts") { $0.newContacts }, .part("inbound") { $0.inbound },
      .part("outbound") { $0.outbound }, .optionalText("badge") { $0.badge },
      .flag("is_badge_missing") { $0.isBadgeMissing }, .part("waiting") { $0.waiting },
      .flag("is_overdue") { $0.isOverdue }, .text("verdict") { $0.verdict },
      .flag("is_worse") { $0.isWorse },
    ]
  }

  private init(_ figures: SliceFigures, name: String, waiting count: Int, context: ReportContext) {
    let numbers = context.numbers
    let openers = figures.openers
    link = ""
    self.name = ShownText.shown(name)
    self.openers = TextFigure(openers.openers, numbers)
    rate = RateFigure(openers, isSettled: openers.awaiting > 0, numbers)
    median = TextFigure(time: openers.firstResponse.median, numbers)
    p90 = TextFigure(time: openers.firstResponse.p90, numbers)
    withinHour = TextFigure(rate: openers.within(.oneHour), numbers)
    conversations = TextFigure(figures.counts.conversations, numbers)
    newContacts = TextFigure(figures.counts.newContacts, numbers)
    inbound = TextFigure(figures.counts.inbound, numbers)
    outbound = TextFigure(figures.counts.outboundHuman, numbers)
    badge = nil
    isBadgeMissing = false
    waiting = TextFigure(count, numbers)
    isOverdue = false
    verdict = ReadableNumbers.dash
    isWorse = false
  }

  /// A channel of a page.
  static func channel(_ channel: FoundChannel, context: ReportContext) -> SliceRow {
    let waiting = context.waiting(onPage: channel.page)
      .count(onChannel: channel.channel)
    return SliceRow(
      context.findings.summary.slices[channel.slice], name: channel.channel, waiting: waiting,
      context: context)
  }

  /// A page in the index; `hasPart` says whether the document has a part for it.
  static func page(
    _ scope: ReportScope, hasPart: Bool = true, context: ReportContext
  ) -> SliceRow {
    let words = context.words
    let waiting = context.waiting(of: scope)
    var row = SliceRow(
      scope.figures, name: scope.name, waiting: waiting.count, context: context)
    row.isOverdue = waiting.longest.map { $0 > context.extras.overdueAfter } ?? false
    row.link = hasPart ? scope.id : ""
    if let badge = context.badges(of: scope).last {
      row.badge = badge.isEarned ? words.badge.held : words.badge.notHeld
      row.isBadgeMissing = !badge.isEarned
    }
    let metric: PeriodChange.Metric =
      scope.openers.awaiting > 0 ? .settledResponseRate : .responseRate
    switch context.change(metric, of: scope)?.verdict {
    case .better: row.verdict = words.scopes.indexBetter
    case .worse:
      row.verdict = words.scopes.indexWorse
      row.isWorse = true
    case .normal: row.verdict = words.scopes.indexNormal
    case nil: break
    }
    return row
  }
}
