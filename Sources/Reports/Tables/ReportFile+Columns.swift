import ResponseMetrics

extension ReportFile {
  /// The columns in order, as the header of the file names them.
  package var columns: [String] {
    switch self {
    case .summary: ["page", "from", "to", "as_of"] + Self.figures
    case .channels: ["page", "channel"] + Self.figures
    case .employees: Self.employeeColumns
    case .trend: ["page", "grain", "start"] + Self.openerFigures
    case .changes: ["page", "metric", "this", "before", "difference", "low", "high", "verdict"]
    case .heatmap:
      ["page", "weekday", "hour", "openers", "answered", "first_response_median_seconds"]
    case .badge:
      [
        "page", "at", "policy", "sample", "answered", "response_rate", "response_time_seconds",
        "earned", "margin_openers", "margin_seconds", "way_back_at_pace", "way_back_at_once",
      ]
    case .benchmarks:
      [
        "page", "metric", "own", "benchmark", "difference", "ratio", "verdict", "industry",
        "matched_by", "channel", "statistic", "sample", "year", "publisher", "source_title",
        "source_url", "note",
      ]
    case .peers: ["page", "industry", "metric", "value", "rank", "of", "percentile"]
    case .expectations:
      [
        "page", "within", "own_share", "expected_share", "publisher", "year", "source_title",
        "source_url",
      ]
    case .waiting:
      [
        "page", "channel", "conversation_id", "contact", "assignee", "waiting_since",
        "waiting_seconds", "waiting_office_seconds",
      ]
    case .conversations:
      [
        "page", "channel", "conversation_id", "contact", "first_at", "last_at", "inbound",
        "outbound_human", "outbound_automated", "openers", "answered", "first_response_seconds",
        "employees", "status", "rating",
      ]
    case .openers:
      [
        "page", "channel", "conversation_id", "message_id", "at", "state", "reason",
        "first_response_at", "employee", "first_response_seconds",
        "first_response_office_seconds",
      ]
    case .quality: ["figure", "value"]
    case .rejected: ["file", "line", "reason", "raw"]
    case .rules:
      [
        "page", "rules", "count", "mean_seconds", "median_seconds", "p90_seconds",
        "response_rate", "note",
      ]
    }
  }

  /// The ten columns of a set of times.
  static func timeColumns(_ name: String) -> [String] {
    [
      "count", "mean_seconds", "fastest90_mean_seconds", "median_seconds", "p75_seconds",
      "p90_seconds", "p95_seconds", "p99_seconds", "min_seconds", "max_seconds",
    ].map { "\(name)_\($0)" }
  }

  /// From openers to the waiting-aware p90.
  static let openerFigures =
    [
      "openers", "answered", "awaiting", "missed", "excluded_spam", "excluded_done",
      "excluded_away", "response_rate", "response_rate_low", "response_rate_high",
      "settled_response_rate",
    ] + ResponseThreshold.allCases.map { "within_\($0.name)" } + timeColumns("first_response")
    + ["waiting_aware_median_seconds", "waiting_aware_p90_seconds"]

  /// From openers to the end of a row of the summary.
  private static let figures =
    openerFigures + timeColumns("first_response_office") + timeColumns("reply")
    + timeColumns("reply_office") + timeColumns("resolution")
    + [
      "reopenings", "conversations", "new_contacts", "inbound", "outbound_human",
      "outbound_automated", "notes", "automated_first_share", "handled_by_automation_share",
      "outside_window", "allowed_outside_window",
    ]

  private static let employeeColumns =
    ["page", "employee", "name", "responses", "share"] + timeColumns("first_response")
    + timeColumns("first_response_office") + timeColumns("reply")
    + [
      "messages", "conversations", "active_days", "assigned", "assigned_response_rate",
      "ratings", "rating_mean", "rating_good_share", "handovers", "outside_window",
    ]
}
