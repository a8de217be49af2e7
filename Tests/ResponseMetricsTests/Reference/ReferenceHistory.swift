import ResponseMetrics

/// A whole history with its settings, and every figure straight from metrics.md.
struct ReferenceHistory {
  struct Slice {
    var page: Int
    var hasWindow: Bool
    var isJudged: Bool
  }

  struct Settings {
    var asOf: Int64
    var period: Range<Int64>
    var compared: Range<Int64>
    /// What local time is ahead of UTC.
    var zoneOffset: Int64
    var silence: Int64
    /// `unanswered`, `all` or `none`.
    var done: String
    var excludesAway: Bool
    /// By page.
    var away: [[Range<Int64>]]
    var slices: [Slice]
    var pageCount: Int
  }

  /// An opener with its conversation and what became of it.
  struct Opener {
    var conversation: ReferenceConversation
    var opener: ReferenceConversation.Opener
    var page: Int
    /// `answered`, `awaiting`, `missed`, or the reason of its exclusion.
    var outcome: String

    var isEligible: Bool { ["answered", "awaiting", "missed"].contains(outcome) }
    var responseTime: Int64? { opener.response.map { $0.time - opener.time } }
  }

  let settings: Settings
  let conversations: [ReferenceConversation]
  let openers: [Opener]

  init(_ written: [(slice: Int, rows: [ReferenceRow])], _ settings: Settings) {
    self.settings = settings
    let all = written.enumerated().map { number, conversation in
      ReferenceConversation(
        number: number, slice: conversation.slice, rows: conversation.rows, asOf: settings.asOf,
        silence: settings.silence)
    }
    conversations = all
    openers = all.flatMap { conversation in
      conversation.openers.map { opener in
        let page = settings.slices[conversation.slice].page
        return Opener(
          conversation: conversation, opener: opener, page: page,
          outcome: settings.outcome(of: opener, status: conversation.status, page: page))
      }
    }
  }

  func page(of conversation: ReferenceConversation) -> Int {
    settings.slices[conversation.slice].page
  }

  /// Openers of a period, excluded ones too, of a page, or of all for nil.
  func openers(in period: Range<Int64>, page: Int?) -> [Opener] {
    openers.filter { period.contains($0.opener.time) && (page == nil || $0.page == page) }
  }
}

extension ReferenceHistory.Settings {
  func isAway(_ time: Int64, page: Int) -> Bool { away[page].contains { $0.contains(time) } }

  func outcome(of opener: ReferenceConversation.Opener, status: String, page: Int) -> String {
    let isAnswered = opener.response != nil
    if status == "spam" { return "spam" }
    if status == "done", done == "all" || (done == "unanswered" && !isAnswered) { return "done" }
    if excludesAway, isAway(opener.time, page: page) { return "away" }
    if isAnswered { return "answered" }
    return asOf - opener.time < 24 * 3_600_000 ? "awaiting" : "missed"
  }

  /// The local day since 1970 and the hour of the week, from Monday at midnight.
  func localDay(_ time: Int64) -> Int { Int((time + zoneOffset) / 86_400_000) }
  func hourOfWeek(_ time: Int64) -> Int {
    // 1970-01-01 was a Thursday: three days after a Monday.
    Int(((time + zoneOffset) / 3_600_000 + 72) % 168)
  }
}
