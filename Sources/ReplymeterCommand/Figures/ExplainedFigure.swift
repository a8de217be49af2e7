import Reports
import ResponseMetrics

/// A figure of the summary, by the name of its column.
enum ExplainedFigure: Hashable, Sendable {
  case openers, answered, awaiting, missed
  case excludedSpam, excludedDone, excludedAway
  case responseRate, responseRateLow, responseRateHigh, settledResponseRate
  case within(ResponseThreshold)
  case time(TimedFigure, TimeStatistic)
  case waitingAwareMedian, waitingAwareP90
  case reopenings, conversations, newContacts
  case inbound, outboundHuman, outboundAutomated, notes
  case automatedFirstShare, handledByAutomationShare
  case outsideWindow, allowedOutsideWindow

  /// All figures, in the order of the columns.
  static let all: [ExplainedFigure] =
    [
      .openers, .answered, .awaiting, .missed, .excludedSpam, .excludedDone, .excludedAway,
      .responseRate, .responseRateLow, .responseRateHigh, .settledResponseRate,
    ] + ResponseThreshold.allCases.map { .within($0) } + times(.firstResponse)
    + [.waitingAwareMedian, .waitingAwareP90]
    + TimedFigure.allCases.filter { $0 != .firstResponse }.flatMap { times($0) }
    + [
      .reopenings, .conversations, .newContacts, .inbound, .outboundHuman, .outboundAutomated,
      .notes, .automatedFirstShare, .handledByAutomationShare, .outsideWindow,
      .allowedOutsideWindow,
    ]

  private static func times(_ figure: TimedFigure) -> [ExplainedFigure] {
    TimeStatistic.allCases.map { .time(figure, $0) }
  }

  /// The figure of a column's name, with or without `_seconds`; nil for others.
  init?(_ name: String) {
    guard let figure = Self.all.first(where: { $0.column == name || $0.shortName == name }) else {
      return nil
    }
    self = figure
  }

  /// The column of summary.csv.
  var column: String {
    switch self {
    case .openers: "openers"
    case .answered: "answered"
    case .awaiting: "awaiting"
    case .missed: "missed"
    case .excludedSpam: "excluded_spam"
    case .excludedDone: "excluded_done"
    case .excludedAway: "excluded_away"
    case .responseRate: "response_rate"
    case .responseRateLow: "response_rate_low"
    case .responseRateHigh: "response_rate_high"
    case .settledResponseRate: "settled_response_rate"
    case .within(let threshold): "within_\(threshold.name)"
    case .time(let figure, let statistic): "\(figure.rawValue)_\(statistic.suffix)"
    case .waitingAwareMedian: "waiting_aware_median_seconds"
    case .waitingAwareP90: "waiting_aware_p90_seconds"
    case .reopenings: "reopenings"
    case .conversations: "conversations"
    case .newContacts: "new_contacts"
    case .inbound: "inbound"
    case .outboundHuman: "outbound_human"
    case .outboundAutomated: "outbound_automated"
    case .notes: "notes"
    case .automatedFirstShare: "automated_first_share"
    case .handledByAutomationShare: "handled_by_automation_share"
    case .outsideWindow: "outside_window"
    case .allowedOutsideWindow: "allowed_outside_window"
    }
  }

  /// The column without its unit.
  var shortName: String {
    let unit = "_seconds"
    return column.hasSuffix(unit) ? String(column.dropLast(unit.count)) : column
  }
}
