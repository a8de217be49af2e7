import MessageHistory
import ResponseMetrics
import TestSupport
import Testing

/// No figure depends on how many workers there were, or on their order.
@Suite struct MergingTests {
  /// All that a report shows, in an order of its own.
  private func contents(_ tally: HistoryTally, _ history: TestHistory) throws -> [String] {
    let period = Period(
      kind: .dates, from: LocalDate(dayNumber: 20_758), to: LocalDate(dayNumber: 20_780),
      clock: history.clock)
    let trend = Trend(
      grain: .week, period: period, asOf: history.asOf.instant, clock: history.clock)
    let summary = try MetricsSummary(tally: tally, rules: history.rules, trends: [trend])
    var contents = (summary.pages + summary.slices + [summary.total]).map { "\($0)" }
    contents += summary.employees(onPage: nil).sorted { $0.employee < $1.employee }.map { "\($0)" }
    contents += summary.trends.map { "\($0.figures)" }
    contents += summary.changes().map { "\($0)" }
    contents += summary.ruleSets(onPage: nil).map { "\($0)" }
    contents.append("\(tally.kept)")
    contents += tally.waiting.map { "\($0)" }.sorted()
    contents += (0..<10 as Range<UInt32>).map { "\($0) \(tally.names.names(of: $0).sorted())" }
    contents += tally.listing.openers.map { "\($0)" }.sorted()
    contents += tally.listing.conversations.map { listed in
      let employees = tally.listing.employees[listed.employees].sorted()
      var listed = listed
      listed.employees = 0..<0
      return "\(listed) \(employees)"
    }.sorted()
    for policy in history.policies.indices {
      var badge = try summary.badge(policy: policy, page: 0) { left, right in
        (left.slice, left.place) < (right.slice, right.place)
      }
      contents.append("\(try badge.verdict(at: history.asOf.instant))")
    }
    return contents
  }

  /// The conversations dealt to so many workers and merged in some order.
  private func dealt(
    _ history: TestHistory, workers: Int, memory: Int = .max,
    using random: inout SeededGenerator
  ) -> HistoryTally {
    let numbers = history.conversations.indices.shuffled(using: &random)
    var hands: [[Int]] = Array(repeating: [], count: workers)
    for number in numbers { hands[random.number(in: 0..<workers)].append(number) }
    var tallies = hands.map { history.tally(of: $0, by: history.rules, memory: memory) }
    while tallies.count > 1 {
      let left = tallies.remove(at: random.number(in: 0..<tallies.count))
      let right = tallies.remove(at: random.number(in: 0..<tallies.count))
      var sum = left
      sum.merge(right)
      tallies.append(sum)
    }
    return tallies[0]
  }

  @Test(arguments: 3_000..<UInt64(3_040))
  func anyDealOfConversationsGivesTheSameFigures(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var history = RandomHistory(using: &random).tested
    let further = RandomHistory(using: &random).tested.conversations
    history.conversations += further.map { conversation in
      var conversation = conversation
      conversation.slice %= history.channels.count
      return conversation
    }
    for number in history.conversations.indices {
      for row in history.conversations[number].rows.indices
      where history.conversations[number].rows[row].messageClass == .humanOutbound {
        history.conversations[number].rows[row].senderName = UInt32(random.number(in: 0..<3))
      }
    }
    let expected = try contents(history.tally(), history)
    for (workers, memory) in [(1, Int.max), (2, .max), (5, .max), (1, 0), (2, 1_000), (5, 0)] {
      let merged = try contents(
        dealt(history, workers: workers, memory: memory, using: &random), history)
      for (line, expectedLine) in zip(merged, expected) {
        #expect(line == expectedLine, "\(random)")
      }
      #expect(merged.count == expected.count, "\(random)")
    }
  }

  @Test func emptyTallyChangesNothing() throws {
    var random = SeededGenerator(seed: 3_100)
    let history = RandomHistory(using: &random).tested
    let empty = HistoryTally(rules: history.rules)
    var before = empty
    before.merge(history.tally())
    var after = history.tally()
    after.merge(empty)
    let expected = try contents(history.tally(), history)
    #expect(try contents(before, history) == expected)
    #expect(try contents(after, history) == expected)
  }
}
