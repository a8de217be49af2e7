import ResponseMetrics

extension ExplainedFigure {
  /// What the figure is, in one to three sentences.
  var definition: String {
    switch self {
    case .openers:
      "The eligible openers of the period: inbound messages that ask for a response, being a "
        + "contact's first in a conversation or following a silence, and excluded for no reason."
    case .answered:
      "The openers whose exchange has a first response, whenever it came, up to as-of."
    case .awaiting:
      "The openers that nobody has answered and that are under 24 h old at as-of, so that they may "
        + "still be answered in time."
    case .missed:
      "The openers that are neither answered nor awaiting."
    case .excludedSpam:
      "Openers of the period that do not count, because the newest status of their conversation is "
        + "spam."
    case .excludedDone:
      "Openers of the period that do not count, because the newest status of their conversation is "
        + "done, by default only where nobody answered. Closing what was never answered lifts the "
        + "rate, so this is shown beside it."
    case .excludedAway:
      "Openers of the period that do not count, because they arrived while the page was away and "
        + "are neither spam nor done."
    case .responseRate:
      "answered / openers. Awaiting openers count as not answered."
    case .responseRateLow:
      "The lower bound of the response rate's Wilson score interval at 95 %: what chance alone "
        + "allows, given so few or so many openers."
    case .responseRateHigh:
      "The upper bound of the response rate's Wilson score interval at 95 %: what chance alone "
        + "allows, given so few or so many openers."
    case .settledResponseRate:
      "answered / (answered + missed): leaves out the openers that may still be answered in time."
    case .within(let threshold):
      "The share of all openers, answered or not, whose first response came in at most "
        + "\(threshold.name)."
    case .time(let figure, let statistic):
      statistic.definition(of: figure) + " " + figure.definition
    case .waitingAwareMedian:
      Self.waitingAware("half of the openers have")
    case .waitingAwareP90:
      Self.waitingAware("nine tenths of the openers have")
    case .reopenings:
      "The reopened events in the period, those of spam conversations left out."
    case .conversations:
      "The conversations with an inbound or outbound message in the period, spam included."
    case .newContacts:
      "The contacts, told apart within page and channel, whose first inbound message ever in the "
        + "data lies in the period."
    case .inbound: "The messages from contacts in the period, spam included."
    case .outboundHuman:
      "The messages that people of the business sent in the period, spam included."
    case .outboundAutomated:
      "The messages that bots, instant replies, workflows and the like sent in the period. They "
        + "answer nothing."
    case .notes: "The internal notes of the period, which contacts never see."
    case .automatedFirstShare:
      "The share of openers whose exchange's first outbound message is automated."
    case .handledByAutomationShare:
      "The share of openers whose exchange has automated replies only and no further message of "
        + "the contact."
    case .outsideWindow:
      "The human messages of the period, on channels with a messaging window, sent more than 24 h "
        + "after the contact's newest message without a tag that allows it."
    case .allowedOutsideWindow:
      "The human messages of the period, on channels with a messaging window, sent more than 24 h "
        + "after the contact's newest message with a tag that allows it."
    }
  }

  private static func waitingAware(_ share: String) -> String {
    "The time within which \(share) a first response, by Kaplan and Meier: openers that nobody "
      + "answered count with their wait so far, so that leaving hard ones unanswered cannot "
      + "flatter the figure."
  }
}

extension TimedFigure {
  /// The times in a few words.
  var noun: String {
    switch self {
    case .firstResponse: "first response times"
    case .firstResponseOffice: "first response times in office hours"
    case .reply: "reply times"
    case .replyOffice: "reply times in office hours"
    case .resolution: "resolution times"
    }
  }

  /// What one of the times is.
  var definition: String {
    switch self {
    case .firstResponse:
      "A first response time runs from an opener to the first human message of its exchange; "
        + "excluded and unanswered openers have none."
    case .firstResponseOffice:
      "Of a first response time, from an opener to the first human message of its exchange, only "
        + "the part inside the page's office hours counts, which may be 0; pages without a "
        + "schedule have none."
    case .reply:
      "A reply time runs from the first message of a turn to the human reply that ends it; turns "
        + "count in the period of their first message, those of spam conversations never."
    case .replyOffice:
      "Of a reply time, from the first message of a turn to the human reply that ends it, only the "
        + "part inside the page's office hours counts, which may be 0; pages without a schedule "
        + "have none."
    case .resolution:
      "A resolution runs from the first opener after the close before, eligible or not, to the "
        + "close, and counts in the period of the close; spam conversations have none."
    }
  }
}

extension TimeStatistic {
  fileprivate func definition(of figure: TimedFigure) -> String {
    let times = figure.noun
    return switch self {
    case .count: "The number of \(times)."
    case .mean: "The sum of the \(times) / their number."
    case .fastest90Mean:
      "The mean of the fastest nine tenths of the \(times), their number rounded up."
    case .median: Self.quantile("half", times)
    case .p75: Self.quantile("three quarters", times)
    case .p90: Self.quantile("90 %", times)
    case .p95: Self.quantile("95 %", times)
    case .p99: Self.quantile("99 %", times)
    case .least: "The shortest of the \(times)."
    case .greatest: "The longest of the \(times)."
    }
  }

  private static func quantile(_ share: String, _ times: String) -> String {
    "The value that \(share) of the \(times) do not exceed, by linear interpolation between the "
      + "two neighbours at (n − 1) · p."
  }
}
