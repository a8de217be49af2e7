import MessageHistory
import ResponseMetrics
import TestSupport

/// A random history with random settings, for the engine and for the reference.
struct RandomHistory {
  private(set) var conversations: [(slice: Int, rows: [ReferenceRow])] = []
  private(set) var settings: ReferenceHistory.Settings
  private(set) var policies: [ReferencePolicy] = []

  static let employeeCount = 4
  private static let start = Moment.start.instant.milliseconds
  private static let minute: Int64 = 60_000
  private static let hour: Int64 = 3_600_000
  private static let day: Int64 = 86_400_000

  init(using random: inout SeededGenerator) {
    settings = Self.settings(using: &random)
    for _ in 0..<random.number(in: 1..<7) {
      let slice = random.number(in: 0..<settings.slices.count)
      conversations.append((slice, Self.rows(using: &random)))
    }
    policies = (0..<3).map { _ in Self.policy(using: &random) }
    // As-of cuts the data, or stands at a row or beside it.
    let times = conversations.flatMap { $0.rows.map(\.time) }
    if random.chance(percent: 40), let time = random.element(of: times) {
      settings.asOf = time + Int64(random.number(in: -1..<2))
    }
  }

  // MARK: Rows

  /// Pauses that stand at the borders of the rules, among ordinary ones.
  private static func pause(using random: inout SeededGenerator) -> Int64 {
    let borders = [24 * hour, 7 * day, 12 * hour, minute, 15 * minute]
    switch random.number(in: 0..<10) {
    case 0, 1: return 0
    case 2: return (random.element(of: borders) ?? 0) + Int64(random.number(in: -1..<2))
    case 3: return 24 * hour + Int64(random.number(in: -1..<2))
    case 4: return Int64(random.number(in: 1..<40)) * hour
    case 5: return Int64(random.number(in: 1..<90_000_000))
    default: return Int64(random.number(in: 1..<30)) * minute
    }
  }

  private static func rows(using random: inout SeededGenerator) -> [ReferenceRow] {
    // Many conversations begin at the same instant, so that ties decide who is in a sample.
    var time = start + (random.chance(percent: 70) ? 0 : Int64(random.number(in: 1..<4)) * day)
    let beginsWithQuestion = random.chance(percent: 70)
    let kinds: [ReferenceRow.Kind] = [
      .inbound, .inbound, .inbound, .inbound, .inbound, .human, .human, .human, .human,
      .automated, .automated, .note, .closed, .reopened, .unassigned, .otherEvent,
    ]
    let rows = (0..<random.number(in: 1..<14)).map { index in
      let isQuestion = index == 0 && beginsWithQuestion
      if !isQuestion { time += pause(using: &random) }
      var row = ReferenceRow(
        time: time, kind: isQuestion ? .inbound : random.element(of: kinds) ?? .inbound)
      if row.isHuman { row.employee = random.number(in: 0..<employeeCount) }
      if random.chance(percent: 15) { row.assignee = random.number(in: 0..<employeeCount) }
      if random.chance(percent: 5) {
        row.status = random.element(of: ["open", "pending", "done", "done", "spam"]) ?? ""
      }
      if row.isHuman, random.chance(percent: 25) {
        row.tag = random.element(of: ["human_agent", "account_update"]) ?? ""
      }
      if random.chance(percent: 6) { row.rating = random.number(in: 1_000_000..<5_000_001) }
      if random.chance(percent: 25) {
        let ranks = row.isInbound ? [1, 2, 3, 4] : [2, 4]
        row.contactRank = random.element(of: ranks) ?? 2
        row.contactKey = random.number(in: 1..<3)
      }
      return row
    }
    return rows.shuffled(using: &random)
  }

  // MARK: Settings

  private static func settings(
    using random: inout SeededGenerator
  ) -> ReferenceHistory.Settings {
    let pageCount = random.number(in: 1..<3)
    let first = start + Int64(random.number(in: -2..<3)) * day
    let length = Int64(random.number(in: 1..<12)) * day
    return ReferenceHistory.Settings(
      asOf: start + Int64(random.number(in: 1..<20)) * day, period: first..<(first + length),
      compared: (first - length)..<first,
      zoneOffset: random.element(of: [0, hour, -5 * hour, 12 * hour]) ?? 0,
      silence: random.element(of: [24 * hour, 24 * hour, 12 * hour]) ?? 24 * hour,
      done: random.element(of: ["unanswered", "unanswered", "all", "none"]) ?? "unanswered",
      excludesAway: random.chance(percent: 70),
      away: (0..<pageCount).map { _ in
        (0..<random.number(in: 0..<3)).map { _ in
          let from = start + Int64(random.number(in: 0..<200)) * hour
          return from..<(from + Int64(random.number(in: 1..<30)) * hour)
        }
      },
      slices: (0..<random.number(in: pageCount..<4)).map { slice in
        ReferenceHistory.Slice(
          page: slice < pageCount ? slice : random.number(in: 0..<pageCount),
          hasWindow: random.chance(percent: 70), isJudged: random.chance(percent: 85))
      },
      pageCount: pageCount)
  }

  private static func policy(using random: inout SeededGenerator) -> ReferencePolicy {
    ReferencePolicy(
      window: random.element(of: [hour, 12 * hour, 2 * day, 9 * day]) ?? day,
      leastPercent: random.element(of: [90, 90, 75, 50]) ?? 90,
      statistic: random.element(of: ["fastest90_mean", "mean", "median"]) ?? "mean",
      // Short ones seldom: where the pace exceeds the limit there is no way back at it.
      limit: random.element(of: [12 * hour, 12 * hour, 2 * hour, 15 * minute]) ?? hour,
      fewest: random.number(in: 1..<9),
      silence: random.element(of: [24 * hour, 24 * hour, 2 * hour]) ?? 24 * hour,
      deadline: random.chance(percent: 25) ? 2 * hour : nil,
      exclusions: Set(
        ["spam", "done", "away", "page_started"].filter { _ in random.chance(percent: 60) }))
  }
}
