import TestSupport
import Testing

@testable import ResponseMetrics

/// Questions about a sample's times have the answers that a plain list of them gives.
@Suite struct CountedTimesTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func answersAreThoseOfAPlainList(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // A few distinct times, so that many are equal; some more than a word has bits.
    let all = (0..<random.number(in: 1..<400)).map { _ in Int64(random.number(in: 0..<90)) }
      .sorted()
    var sample = SampleTimes(sorted: all)
    var chosen: Set<Int> = []
    for _ in 0..<300 {
      let rank = random.number(in: 0..<all.count)
      if chosen.remove(rank) != nil {
        sample.change { $0.remove(all[rank], rank: rank) }
      } else {
        chosen.insert(rank)
        sample.change { $0.insert(all[rank], rank: rank) }
      }
    }
    let times = chosen.sorted().map { all[$0] * 2 }
    let counted = sample.counted
    #expect(sample.milliseconds == times.map { $0 / 2 }, "\(random)")
    #expect(counted.count == times.count && sample.count == times.count, "\(random)")
    for time in 0...182 as ClosedRange<Int64> {
      #expect(counted.count(below: time) == times.count { $0 < time }, "\(random): \(time)")
    }
    for place in times.indices {
      #expect(counted.time(at: place) == times[place], "\(random): \(place)")
    }
    for least in 0...times.count {
      #expect(
        counted.sum(ofLeast: least) == times[..<least].reduce(0) { $0 + Int128($1) },
        "\(random): \(least)")
    }
  }

  @Test func aSampleWithoutTimesHasNone() {
    var sample = SampleTimes(sorted: [3, 4])
    sample.change { $0.insert(4, rank: 1) }
    sample.removeAll()
    #expect(sample.counted.count == 0)
    #expect(sample.counted.sum(ofLeast: 0) == 0)
    #expect(sample.counted.count(below: 100) == 0)
  }
}
