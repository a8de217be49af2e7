import ResponseMetrics
import Testing

/// Means and quantiles of times: metrics.md, section 5.
@Suite struct DistributionTests {
  private func figures(_ times: [Int64]) -> TimeFigures { TimeFigures(sorted: times) }

  @Test func timesOfNobodyHaveNoStatistics() {
    let none = figures([])
    #expect(none.count == 0)
    #expect(none.mean == nil && none.fastest90Mean == nil)
    #expect(none.median == nil && none.p75 == nil && none.p90 == nil)
    #expect(none.p95 == nil && none.p99 == nil)
    #expect(none.least == nil && none.greatest == nil)
    #expect(none == .none)
  }

  @Test func oneTimeIsEveryStatistic() {
    let one = figures([7])
    let seven = Fraction(7)
    #expect(one.count == 1)
    #expect([one.mean, one.fastest90Mean, one.median] == [seven, seven, seven])
    #expect([one.p75, one.p90, one.p95, one.p99] == [seven, seven, seven, seven])
    #expect(one.least == 7 && one.greatest == 7)
  }

  @Test func quantilesOfTwoTimesLieBetweenThem() {
    // At (2−1)·p = p: 10 + p·100.
    let two = figures([10, 110])
    #expect(two.mean == Fraction(60))
    #expect(two.fastest90Mean == Fraction(60))
    #expect(two.median == Fraction(60))
    #expect(two.p75 == Fraction(85))
    #expect(two.p90 == Fraction(100))
    #expect(two.p95 == Fraction(105))
    #expect(two.p99 == Fraction(109))
    #expect(two.least == 10 && two.greatest == 110)
  }

  @Test func quantilesOfThreeTimesAreExact() {
    // Positions 1, 1.5, 1.8, 1.9, 1.98 between 3 and 10.
    let three = figures([1, 3, 10])
    #expect(three.mean == Fraction(14, over: 3))
    #expect(three.median == Fraction(3))
    #expect(three.p75 == Fraction(13, over: 2))
    #expect(three.p90 == Fraction(86, over: 10))
    #expect(three.p95 == Fraction(93, over: 10))
    #expect(three.p99 == Fraction(986, over: 100))
  }

  @Test func exactHalvesStayHalves() {
    #expect(figures([1, 2]).median == Fraction(3, over: 2))
    #expect(figures([1, 2]).mean == Fraction(3, over: 2))
    #expect(figures([0, 0, 0, 1, 1, 1]).median == Fraction(1, over: 2))
  }

  @Test func quantilesAgreeWithNumpy() {
    // numpy.percentile([15, 20, 35, 40, 50], q): position 4·q.
    let five = figures([15, 20, 35, 40, 50])
    #expect(five.median == Fraction(35))
    #expect(five.p75 == Fraction(40))
    #expect(five.p90 == Fraction(46))
    #expect(five.p95 == Fraction(48))
    #expect(five.p99 == Fraction(496, over: 10))
  }

  @Test func sumBeyond64BitsIsExact() {
    let large = Int64.max / 2
    #expect(figures(Array(repeating: large, count: 9)).mean == Fraction(large))
  }

  /// ⌈0.9·n⌉ for n from 1 to 21.
  @Test(
    arguments: zip(
      1...21,
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 18, 19]))
  func fastest90MeanTakesTheNextWholeNumberOfTimes(count: Int, fastest: Int) {
    // All but the fastest are so slow that one of them too many shows.
    let times = (1...count).map { $0 <= fastest ? Int64($0) : 1_000_000 }
    #expect(figures(times).fastest90Mean == Fraction(fastest + 1, over: 2))
  }
}
