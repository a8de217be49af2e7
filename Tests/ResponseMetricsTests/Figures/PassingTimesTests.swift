import TestSupport
import Testing

@testable import ResponseMetrics

/// Statistics of times that pass by are those of the times in a list.
@Suite struct PassingTimesTests {
  private struct Wait {
    var time: Int64
    var group: Int
    var isEnded: Bool
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func figuresAreThoseOfLists(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let groups = 5
    let longest = [3, 40, 5_000].randomElement(using: &random) ?? 3
    let waits = (0..<random.number(in: 0..<600)).map { _ in
      Wait(
        time: Int64(random.number(in: 0..<longest)), group: random.number(in: 0..<groups),
        isEnded: random.chance(percent: 80))
    }.sorted { $0.time < $1.time }
    let ended = (0..<groups).map { group in
      waits.filter { $0.group == group && $0.isEnded }.map(\.time)
    }
    let all = (0..<groups).map { group in waits.filter { $0.group == group } }
    var times = PassingTimes(counts: ended.map(\.count), waits: all.map(\.count))
    for wait in waits {
      times.reach(wait.time)
      if !wait.isEnded {
        times.noteUnended(wait.time, in: wait.group)
      } else {
        // Either way, and nothing for the others.
        for group in 0..<groups where seed.isMultiple(of: 2) || group == wait.group {
          if seed.isMultiple(of: 2) {
            times.note(
              PassingTimes.Passage(wait.time, if: group == wait.group ? 1 : 0), at: wait.time,
              in: group)
          } else {
            times.note(PassingTimes.Passage(wait.time), at: wait.time, in: group)
          }
        }
      }
    }
    for group in 0..<groups {
      #expect(times.passed(of: group) == ended[group].count, "\(random)")
      #expect(times.figures(of: group) == TimeFigures(sorted: ended[group]), "\(random)")
      #expect(times.waitingAware(of: group) == Self.waitingAware(all[group]), "\(random)")
    }
  }

  /// Kaplan and Meier by the book: a factor for each time at which waits end.
  private static func waitingAware(_ waits: [Wait]) -> WaitingAwareQuantiles {
    var quantiles = WaitingAwareQuantiles()
    var survival = 1.0
    for time in Set(waits.filter(\.isEnded).map(\.time)).sorted() {
      let atRisk = waits.count { $0.time >= time }
      let ends = waits.count { $0.time == time && $0.isEnded }
      survival *= 1 - Double(ends) / Double(atRisk)
      if quantiles.median == nil, survival <= 0.5 + 1e-9 { quantiles.median = time }
      if quantiles.p90 == nil, survival <= 0.1 + 1e-9 { quantiles.p90 = time }
    }
    return quantiles
  }

  /// Between two stops there may be more of the longest times than 64 bits hold the sum of.
  @Test func sumsOfTheLongestTimesAreExact() {
    let count = 50_000
    let time: Int64 = 1 << 49 - 1
    var times = PassingTimes(counts: [count])
    for _ in 0..<count { times.note(PassingTimes.Passage(time), at: time, in: 0) }
    #expect(times.sum(of: 0) == Int128(time) * Int128(count))
    #expect(times.figures(of: 0).mean == Fraction(time))
    #expect(times.figures(of: 0).fastest90Mean == Fraction(time))
  }

  @Test(arguments: [0, 1, 14, 15, 16, 25, 100, 101, 12_345])
  func ranksAscendAndAreThere(count: Int) {
    let ranks = TimeRanks(among: count)
    let own = [Int](unsafeUninitializedCapacity: TimeRanks.greatestRankCount) { room, written in
      written = room.baseAddress.map { ranks.write(to: $0) } ?? 0
    }
    #expect(own.elementsEqual(Set(own).sorted()))
    #expect(own.allSatisfy { (0..<count).contains($0) })
    #expect(count > 14 || own.count == count)
    if count > 14 {
      let needed = [0, (9 * count + 9) / 10 - 1, count - 1, (count - 1) / 2, (count - 1) * 3 / 4]
      #expect(needed.allSatisfy(own.contains))
    }
  }
}
