import MessageHistory
import ResponseMetrics

/// One line of figures: of a channel, or of a page in the index.
struct SliceRow: TemplateFilling {
  /// The part's id in the document; empty where it has none of its own.
  var link: String
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
  /// The verdict on the change of the rate, in words.
  var verdict: String

  static var fields: [FilledField<Self>] {
    [
      .text("link") { $0.link }, .text("name") { $0.name }, .part("openers") { $0.openers },
      .part("response") { $0.rate }, .part("median") { $0.median }, .part("p90") { $0.p90 },
      .part("within_hour") { $0.withinHour }, .part("conversations") { $0.conversations },
      .part("new_contacts") { $0.newContacts }, .part("inbound") { $0.inbound },
      .part("outbound") { $0.outbound }, .optionalText("badge") { $0.badge },
      .flag("is_badge_missing") { $0.isBadgeMissing }, .part("waiting") { $0.waiting },
      .text("verdict") { $0.verdict },
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
    verdict = ReadableNumbers.dash
  }

  /// A channel of a page.
  static func channel(_ channel: FoundChannel, context: ReportContext) -> SliceRow {
    let waiting = context.waiting(onPage: channel.page).count {
      $0.channel.hasSameBytes(as: channel.channel)
    }
    return SliceRow(
      context.findings.summary.slices[channel.slice], name: channel.channel, waiting: waiting,
      context: context)
  }

  /// A page in the index.
  static func page(_ scope: ReportScope, context: ReportContext) -> SliceRow {
    let words = context.words
    var row = SliceRow(
      scope.figures, name: scope.name, waiting: context.waiting(of: scope).count,
      context: context)
    row.link = scope.id
    if let badge = context.badges(of: scope).last {
      row.badge = badge.isEarned ? words.badge.held : words.badge.notHeld
      row.isBadgeMissing = !badge.isEarned
    }
    let metric: PeriodChange.Metric =
      scope.openers.awaiting > 0 ? .settledResponseRate : .responseRate
    switch context.change(metric, of: scope)?.verdict {
    case .better: row.verdict = words.scopes.indexBetter
    case .worse: row.verdict = words.scopes.indexWorse
    case .normal: row.verdict = words.scopes.indexNormal
    case nil: break
    }
    return row
  }
}
