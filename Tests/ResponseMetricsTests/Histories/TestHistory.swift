import MessageHistory
import ResponseMetrics

/// A history written row by row in a test, and the figures that the engine makes of it.
///
/// As-of is 2026-11-30T00:00Z and the period is November 2026 in UTC, so that rows of the first
/// weeks are settled; there is one page with one channel that has a messaging window.
struct TestHistory {
  /// A conversation on one slice.
  struct Written {
    var slice = 0
    var rows: [HistoryRow]
  }

  /// A channel of a page.
  struct Channel {
    var page = 0
    var hasWindow = true
    var isChosen = true
    /// Whether all policies judge it.
    var isJudged = true
  }

  var conversations: [Written]
  var asOf: Moment
  var period: Range<Instant>?
  var comparedPeriod: Range<Instant>?
  var clock = LocalClock.utc
  var silence: Milliseconds
  var exclusions: ExclusionRules
  var channels = [Channel()]
  var officeHours: [OfficeHours?] = [nil]
  /// By page; nil for all.
  var isPageChosen: [Bool]?
  var away = [AwayCalendar.never]
  var policies = [BadgePolicy.facebook2020]

  /// A history of one channel.
  init(
    _ conversations: [HistoryRow]..., asOf: Moment = "2026-11-30T00:00",
    from: Moment = "2026-11-01T00:00", to: Moment = "2026-12-01T00:00",
    silence: Milliseconds = .hours(24), exclusions: ExclusionRules = ExclusionRules()
  ) {
    self.conversations = conversations.map { Written(rows: $0) }
    self.asOf = asOf
    period = from.instant..<to.instant
    self.silence = silence
    self.exclusions = exclusions
  }

  mutating func add(_ rows: [HistoryRow], slice: Int = 0) {
    conversations.append(Written(slice: slice, rows: rows))
  }

  // MARK: Figures

  var rules: MetricRules {
    MetricRules(
      asOf: asOf.instant, period: period, comparedPeriod: comparedPeriod, clock: clock,
      silence: silence, exclusions: exclusions,
      slices: channels.map { channel in
        MetricRules.Slice(
          page: channel.page, hasWindow: channel.hasWindow, isChosen: channel.isChosen,
          isJudged: policies.map { _ in channel.isJudged })
      },
      officeHours: officeHours, isPageChosen: isPageChosen, away: away, policies: policies)
  }

  func tally() -> HistoryTally { tally(of: Array(conversations.indices), by: rules) }

  /// The tally of some of the conversations, in the order given.
  func tally(
    of numbers: [Int], by rules: MetricRules, memory: Int = .max
  ) -> HistoryTally {
    var analysis = ConversationAnalysis(rules: rules, memory: memory)
    // Rows of all conversations count by the same traits, as those of a history do.
    let traits = numbers.flatMap { number in
      conversations[number].rows.map { $0.traits(slice: conversations[number].slice) }
    }
    TraitTables(traits).withView { traits in
      var firstTraits = 0
      for number in numbers {
        let records = conversations[number].rows.records(number: number, traits: firstTraits)
        firstTraits += records.count
        let starts = [0, Int32(records.count)]
        records.withUnsafeBufferPointer { records in
          starts.withUnsafeBufferPointer { starts in
            analysis.add(
              Conversations(rows: SettledRows(records: records, starts: starts), traits: traits))
          }
        }
      }
    }
    return analysis.finished()
  }

  func summary(trends: [Trend] = []) -> MetricsSummary {
    summary(of: tally(), by: rules, trends: trends)
  }

  func summary(
    of tally: HistoryTally, by rules: MetricRules, trends: [Trend] = []
  ) -> MetricsSummary {
    do {
      return try MetricsSummary(tally: tally, rules: rules, trends: trends)
    } catch {
      fatalError("rows that are all in memory could not be read: \(error)")
    }
  }

  /// All pages' openers.
  var openers: OpenerFigures { summary().total.openers }

  /// All pages' volumes.
  var counts: SliceCounts { summary().total.counts }

  /// All pages' figures of one employee; nil without a row.
  func figures(of person: Person) -> EmployeeFigures? {
    summary().employees(onPage: nil).first { $0.employee == person.rawValue }
  }

  /// The badge of page 0 under the first policy, at as-of or at another instant; of one instant,
  /// openers of a conversation that was written later are newer.
  func badge(at moment: Moment? = nil) throws -> BadgeVerdict {
    var history = try summary().badge(policy: 0, page: 0) { left, right in
      left.place < right.place
    }
    return try history.verdict(at: (moment ?? asOf).instant)
  }
}

extension ConversationFacts {
  /// What one walk over rows of one conversation finds.
  init(of rows: HistoryRow..., silence: Milliseconds = .hours(24)) {
    self.init(of: rows, silence: silence)
  }

  init(of rows: [HistoryRow], silence: Milliseconds = .hours(24)) {
    var facts: ConversationFacts?
    rows.withConversation(number: 0, slice: 0) {
      facts = ConversationFacts(of: $0, silence: silence)
    }
    self = facts ?? ConversationFacts(of: nil, silence: silence)
  }
}

extension [HistoryRow] {
  /// Calls `body` with the rows as a conversation in reading order.
  ///
  /// Rows of equal instant and class keep the order in which they are written. A row's place tells
  /// the conversation's number and the row's, as written.
  func withConversation(number: Int, slice: Int, _ body: (Conversation) -> Void) {
    let traits = map { $0.traits(slice: slice) }
    records(number: number, traits: 0).withUnsafeBufferPointer { records in
      TraitTables(traits).withView { traits in
        body(Conversation(records: records, traits: traits))
      }
    }
  }

  /// The rows as records in reading order, of which each has traits of its own, in the order in which
  /// they are written.
  fileprivate func records(number: Int, traits firstTraits: Int) -> [MessageRecord] {
    enumerated().map { index, row in
      MessageRecord(
        conversation: UInt64(number), conversationTail: 0, traits: UInt32(firstTraits + index),
        instant: row.instant, messageClass: row.messageClass,
        place: Place(conversation: number, row: index), identity: 0, contact: row.contact?.key ?? 0)
    }.sorted { ($0.moment, $0.place) < ($1.moment, $1.place) }
  }
}

extension HistoryTally {
  /// All conversations that wait.
  var waiting: [WaitingConversation] { Array(waitingLists.joined()) }
}
