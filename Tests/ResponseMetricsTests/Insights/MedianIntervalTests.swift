import MessageHistory
import ResponseMetrics
import TestSupport
import Testing

/// Where a median lies: the narrowest symmetric pair of ranks that covers at least 95 %.
@Suite struct MedianIntervalTests {
  @Test(
    arguments: [
      // P(B < 1) = 1/2ⁿ: 1/32 for 5 is over 0.025, 1/64 for 6 is not; coverage 1 − 2/64 = 31/32.
      (count: 0, rank: nil), (count: 1, rank: nil), (count: 5, rank: nil), (count: 6, rank: 1),
      // P(B < 2) = (1 + 8)/256 = 0.0352 for 8, (1 + 9)/512 = 0.0195 for 9.
      (count: 8, rank: 1), (count: 9, rank: 2),
      // (1 + 10)/1024 = 0.0107: coverage 0.9785; with rank 3, 56/1024 = 0.0547.
      (count: 10, rank: 2),
      // Conover's table A3 and others: 20 values, ranks 6 and 15 (coverage 0.9586).
      (count: 20, rank: 6),
      // P(B < 40) for 100 is 0.0176, P(B < 41) is 0.0284.
      (count: 100, rank: 40),
    ] as [(Int, Int?)])
  func ranksCoverAtLeast95Percent(count: Int, rank: Int?) {
    #expect(MedianInterval.rank(among: count) == rank)
  }

  /// Binomials in whole numbers, as far as they fit: Σ C(n, k) for k < l against 2ⁿ / 40.
  @Test func ranksAgreeWithWholeNumbers() {
    var row: [UInt128] = [1]
    for count in 1...120 {
      row = zip([0] + row, row + [0]).map { $0 + $1 }
      var below: UInt128 = 0
      var expected: Int?
      for rank in 1...(count + 1) / 2 {
        below += row[rank - 1]
        guard below * 40 <= UInt128(1) << count else { break }
        expected = rank
      }
      #expect(MedianInterval.rank(among: count) == expected, "\(count)")
    }
  }

  @Test func ranksOfManyLieWhereTheNormalCurveSays() throws {
    // l ≈ (n − 1.959964·√n) / 2, to within one rank.
    for (count, expected) in [(10_000, 4_902), (1_000_000, 499_020), (9_000_001, 4_497_060)] {
      let rank = try #require(MedianInterval.rank(among: count))
      #expect(abs(rank - expected) <= 1, "\(count): \(rank)")
    }
  }

  @Test func moreTimesNeverCoverWithALowerRank() throws {
    var last = 0
    for count in 6...5_000 {
      let rank = try #require(MedianInterval.rank(among: count))
      #expect(rank - last == 0 || rank - last == 1, "\(count)")
      last = rank
    }
  }

  @Test func boundsAreTimesOfTheSet() throws {
    let interval = try #require(MedianInterval(sorted: [1, 2, 3, 5, 8, 13, 21, 34, 55, 89]))
    #expect(interval.low == 2)
    #expect(interval.high == 55)
  }

  @Test func fewerThanSixTimesHaveNone() {
    #expect(MedianInterval(sorted: [1, 2, 3, 4, 5]) == nil)
  }

  @Test func equalTimesHaveAnIntervalOfOneTime() throws {
    let interval = try #require(MedianInterval(sorted: Array(repeating: 7, count: 6)))
    #expect(interval.low == 7)
    #expect(interval.high == 7)
  }

  @Test func intervalsThatTouchAreNotApart() throws {
    let low = try #require(MedianInterval(sorted: [1, 2, 3, 4, 5, 6]))
    let touching = try #require(MedianInterval(sorted: [6, 7, 8, 9, 10, 11]))
    let beyond = try #require(MedianInterval(sorted: [7, 7, 8, 9, 10, 11]))
    #expect(!low.isApart(from: touching))
    #expect(!touching.isApart(from: low))
    #expect(low.isApart(from: beyond))
    #expect(beyond.isApart(from: low))
  }

  // MARK: Changes

  /// Openers answered after so many minutes in each of two periods.
  private func change(this: [Int64], before: [Int64]) throws -> PeriodChange {
    var history = TestHistory(from: "2026-11-02T00:00", to: "2026-11-03T00:00")
    history.comparedPeriod = instant("2026-11-01T00:00")..<instant("2026-11-02T00:00")
    let days: [(Moment, [Int64])] = [("2026-11-02T10:00", this), ("2026-11-01T10:00", before)]
    for (moment, minutes) in days {
      for minutes in minutes {
        history.add([.inbound(moment), .reply(moment + .minutes(minutes))])
      }
    }
    let changes = try #require(history.summary().changes().last)
    return try #require(changes.first { $0.metric == .firstResponseMedian })
  }

  @Test func mediansWhoseIntervalsPartHaveChanged() throws {
    let change = try change(this: [11, 12, 13, 14, 15, 16], before: [5, 6, 7, 8, 9, 10])
    #expect(change.medianInterval?.low == 660_000)
    #expect(change.medianInterval?.high == 960_000)
    #expect(change.medianIntervalBefore?.low == 300_000)
    #expect(change.medianIntervalBefore?.high == 600_000)
    #expect(change.isMedianApart == true)
  }

  @Test func mediansWhoseIntervalsMeetVaryAsUsual() throws {
    #expect(
      try change(this: [10, 12, 13, 14, 15, 16], before: [5, 6, 7, 8, 9, 10]).isMedianApart == false
    )
  }

  @Test func tooFewTimesAreNotJudged() throws {
    let change = try change(this: [11, 12, 13, 14, 15, 16], before: [5, 6, 7, 8, 9])
    #expect(change.medianIntervalBefore == nil)
    #expect(change.isMedianApart == nil)
  }
}
