/// What the columns of the CSV files mean, a phrase each.
enum ColumnMeaning {
  /// The meaning of a column by the end of its path, such as `rows.first_response_count`; nil for
  /// what is no column.
  static func of(_ path: String) -> String? {
    if path == "rows" { return "the rows of the table" }
    guard path.hasPrefix("rows.") else { return nil }
    let column = String(path.dropFirst("rows.".count))
    return meanings[column] ?? timeMeaning(column) ?? withinMeaning(column)
  }

  /// Of a time column: the statistic, then what is timed.
  private static func timeMeaning(_ column: String) -> String? {
    for (name, what) in timed {
      guard column.hasPrefix(name + "_") else { continue }
      if let statistic = statistics[String(column.dropFirst(name.count + 1))] {
        return "\(statistic) of \(what)"
      }
    }
    return nil
  }

  private static func withinMeaning(_ column: String) -> String? {
    guard column.hasPrefix("within_") else { return nil }
    return "share of all openers answered in at most \(column.dropFirst("within_".count))"
  }

  private static let timed: [(name: String, what: String)] = [
    ("first_response_office", "first response times in office hours"),
    ("first_response", "first response times"),
    ("reply_office", "reply times in office hours"), ("reply", "reply times"),
    ("resolution", "times from the first opener to the close"),
  ]

  private static let statistics: [String: String] = [
    "count": "number", "mean_seconds": "mean, in seconds,",
    "fastest90_mean_seconds": "mean of the fastest nine of ten, in seconds,",
    "median_seconds": "median, in seconds,", "p75_seconds": "75th percentile, in seconds,",
    "p90_seconds": "90th percentile, in seconds,", "p95_seconds": "95th percentile, in seconds,",
    "p99_seconds": "99th percentile, in seconds,", "min_seconds": "shortest, in seconds,",
    "max_seconds": "longest, in seconds,",
  ]

  private static let meanings: [String: String] = [
    "from": "the period's first date", "to": "the period's last date",
    "excluded_spam": "openers left out as spam",
    "excluded_done": "openers left out as done without an answer",
    "excluded_away": "openers left out as arrived while away",
    "response_rate": "answered / openers", "response_rate_low": "lower end of its interval",
    "response_rate_high": "upper end of its interval",
    "settled_response_rate": "the rate without openers that may still be answered in time",
    "waiting_aware_median_seconds": "median where unanswered openers count with their wait so far",
    "waiting_aware_p90_seconds":
      "90th percentile where unanswered openers count with their wait so far",
    "reopenings": "conversations opened again", "outbound_human": "human messages of the page",
    "outbound_automated": "automated messages of the page", "notes": "internal notes",
    "automated_first_share": "share of openers whose first answer was automated",
    "handled_by_automation_share": "share of openers that automation alone handled",
    "allowed_outside_window": "those of them that a message tag allows",
    "employee": "the employee's key", "assigned_response_rate": "share of these that were answered",
    "rating_good_share": "share of ratings of 4 and 5",
    "grain": "day, week or month", "start": "the step's first date",
    "metric": "the figure", "this": "of this period", "before": "of the compared period",
    "difference": "the difference of the two", "low": "lower end of the difference's interval",
    "high": "upper end of the difference's interval",
    "weekday": "1 for Monday to 7 for Sunday", "hour": "0 to 23",
    "response_time_seconds": "the response time that the policy looks at, in seconds",
    "earned": "true or false", "margin_openers": "openers that may stay unanswered",
    "margin_seconds": "how much slower the response time may be",
    "way_back_at_pace": "openers answered at this pace that win the badge back",
    "way_back_at_once": "openers answered at once that win the badge back",
    "ratio": "own / benchmark", "matched_by": "how the industry was chosen",
    "year": "the year of the figures", "source_title": "the publication's title",
    "source_url": "its address", "rank": "1 is best", "of": "among how many pages",
    "percentile": "share of the pages that are not better",
    "own_share": "share of your openers answered by then",
    "expected_share": "share of consumers who expect an answer by then",
    "conversation_id": "the conversation's id", "waiting_since": "since when it waits",
    "waiting_seconds": "how long it waits", "waiting_office_seconds": "in office hours",
    "figure": "the figure's name", "rules": "the rule set", "mean_seconds": "the mean",
    "median_seconds": "the median", "p90_seconds": "the 90th percentile",
  ]
}
