import MessageHistory
import ResponseMetrics
import Testing

@testable import Reports

/// The axes of the charts, worked out by hand.
struct ChartScaleTests {
  // Stops of the scale up to 1 h: 0, 1 min, 5 min, 15 min, 1 h, a quarter of the axis apart.
  @Test(
    arguments: [
      (0, 0), (30_000, 0.125), (60_000, 0.25), (180_000, 0.375), (300_000, 0.5),
      (900_000, 0.75), (3_600_000, 1), (9_000_000, 1),
    ] as [(Double, Double)])
  func timesLieBetweenNamedStops(milliseconds: Double, position: Double) {
    #expect(DurationScale(upTo: 3_000_000).position(of: milliseconds) == position)
  }

  @Test(
    arguments: [
      (0, 2), (59_999, 2), (60_000, 2), (60_001, 3), (86_400_000, 7), (1e12, 8),
    ] as [(Double, Int)])
  func theScaleEndsAtTheFirstStopThatHoldsAll(greatest: Double, stops: Int) {
    #expect(DurationScale(upTo: greatest).shown.count == stops)
  }

  @Test(arguments: [
    (0, [0]), (1, [0, 1]), (4, [0, 1, 2, 3, 4]), (5, [0, 2, 4, 6]), (9, [0, 5, 10]),
    (20, [0, 5, 10, 15, 20]), (21, [0, 10, 20, 30]), (1_234, [0, 500, 1_000, 1_500]),
  ])
  func countsHaveRoundTicks(greatest: Int, ticks: [Int]) {
    #expect(CountScale(upTo: greatest).ticks == ticks)
  }

  @Test func bucketsAndSharesLieInThePlot() {
    // 520 wide, 62 left, 10 right: 448 for 7 buckets of 64. 210 high: from 24 down to 184.
    let frame = ChartFrame(buckets: 7)
    #expect(frame.x(0) == 94)
    #expect(frame.x(6) == 478)
    #expect(frame.y(0) == 184)
    #expect(frame.y(1) == 24)
    #expect(frame.y(0.25) == 144)
  }

  @Test(arguments: [
    (0, 0, 0), (1, 1, 1), (4, 4, 4), (1, 100, 1), (20, 100, 1), (21, 100, 2), (100, 100, 5),
  ])
  func heatHasFiveSteps(openers: Int, most: Int, strength: Int) {
    #expect(HeatMapChart.strength(openers, most: most) == strength)
  }

  @Test(
    arguments: [
      (0, "0"), (12, "12"), (12.34, "12.3"), (12.35, "12.4"), (-0.04, "0"), (-1.25, "-1.3"),
    ] as [(Double, String)])
  func coordinatesHaveAtMostOneDecimal(number: Double, text: String) {
    #expect(SVGText.number(number) == text)
  }

  @Test func textInPicturesIsEscapedByBytes() {
    #expect(
      SVGText.escaped("<a b=\"c\u{301}\"\u{301}>&'")
        == "&lt;a b=&quot;c\u{301}&quot;\u{301}&gt;&amp;&#39;")
  }
}
