import MessageHistory
import ResponseMetrics

extension RandomHistory {
  /// The history as the engine reads it.
  var tested: TestHistory {
    var history = TestHistory()
    history.asOf = Moment(Instant(milliseconds: settings.asOf))
    history.period = Self.instants(settings.period)
    history.comparedPeriod = Self.instants(settings.compared)
    history.clock = LocalClock(
      name: "Test", initialOffset: Int(settings.zoneOffset / 1_000))
    history.silence = Milliseconds(settings.silence)
    history.exclusions = ExclusionRules(
      done: ExclusionRules.Done(rawValue: settings.done) ?? .unanswered,
      away: settings.excludesAway)
    history.channels = settings.slices.map {
      TestHistory.Channel(page: $0.page, hasWindow: $0.hasWindow, isJudged: $0.isJudged)
    }
    history.officeHours = Array(repeating: nil, count: settings.pageCount)
    history.away = settings.away.map { AwayCalendar(intervals: $0.map(Self.instants)) }
    history.policies = policies.map(BadgePolicy.init)
    history.conversations = conversations.map { conversation in
      TestHistory.Written(slice: conversation.slice, rows: conversation.rows.map(HistoryRow.init))
    }
    return history
  }

  private static func instants(_ range: Range<Int64>) -> Range<Instant> {
    Instant(milliseconds: range.lowerBound)..<Instant(milliseconds: range.upperBound)
  }
}

extension BadgePolicy {
  fileprivate init(_ policy: ReferencePolicy) {
    self.init(
      name: "random", window: Milliseconds(policy.window),
      leastResponseRate: Fraction(policy.leastPercent, over: 100) ?? Fraction(1),
      responseTime: ResponseTime(rawValue: policy.statistic) ?? .mean,
      responseTimeLimit: Milliseconds(policy.limit), fewestOpeners: policy.fewest,
      silence: Milliseconds(policy.silence), replyDeadline: policy.deadline.map(Milliseconds.init),
      exclusions: Set(policy.exclusions.compactMap(Exclusion.init(rawValue:))), channels: nil)
  }
}

extension HistoryRow {
  fileprivate init(_ row: ReferenceRow) {
    self.init(Moment(Instant(milliseconds: row.time)), row.messageClass)
    event = row.event
    employee = Person(rawValue: UInt32(row.employee)) ?? .nobody
    assignee = Person(rawValue: UInt32(row.assignee)) ?? .nobody
    status = Self.statuses[row.status] ?? .none
    tag = Self.tags[row.tag] ?? .other
    rating = UInt32(row.rating)
    if let rank = ContactEvidence.Rank(rawValue: UInt8(row.contactRank)), rank != .none {
      contact = ContactKey(rank: rank, key: UInt64(row.contactKey))
    }
  }

  private static let statuses: [String: ConversationStatus] = [
    "open": .open, "pending": .pending, "done": .done, "spam": .spam,
  ]
  private static let tags: [String: MessageTag] = [
    "human_agent": .humanAgent, "account_update": .update,
  ]
}

extension ReferenceRow {
  fileprivate var messageClass: MessageClass {
    switch kind {
    case .inbound: .inbound
    case .human: .humanOutbound
    case .automated: .automatedOutbound
    case .note: .note
    case .closed, .reopened, .unassigned, .otherEvent: .event
    }
  }

  fileprivate var event: EventKind {
    switch kind {
    case .closed: .closed
    case .reopened: .reopened
    case .unassigned: .unassigned
    case .inbound, .human, .automated, .note, .otherEvent: .other
    }
  }
}
