import ResponseMetrics
import Testing

/// Exact quotients, and how they are rounded when written: metrics.md, section 5.
@Suite struct FractionTests {
  @Test(arguments: [
    (1, 2, 1), (-1, 2, -1), (3, 2, 2), (-3, 2, -2), (4, 9, 0), (-4, 9, 0), (5, 9, 1), (7, 1, 7),
    (0, 5, 0),
  ])
  func fractionIsRoundedHalfAwayFromZero(numerator: Int, denominator: Int, expected: Int) {
    #expect(
      Fraction(numerator, over: denominator)?.rounded(toMultiplesOfOneOver: 1)
        == Int128(expected))
  }

  @Test func fractionIsRoundedToDecimals() throws {
    // 11/12 = 0.9166666…, 1/16 = 0.0625 = 0.063 to three decimals.
    let rate = try #require(Fraction(11, over: 12))
    #expect(rate.rounded(toMultiplesOfOneOver: 1_000_000) == 916_667)
    let sixteenth = try #require(Fraction(1, over: 16))
    #expect(sixteenth.rounded(toMultiplesOfOneOver: 1_000) == 63)
    #expect((Fraction(0) - sixteenth).rounded(toMultiplesOfOneOver: 1_000) == -63)
  }

  @Test func nothingIsDividedByZero() {
    #expect(Fraction(1, over: 0) == nil)
    #expect(Fraction(1) / Fraction(0) == nil)
  }

  @Test func equalQuotientsAreEqual() throws {
    #expect(Fraction(9, over: 10) == Fraction(27, over: 30))
    #expect(Fraction(-1, over: 2) == Fraction(1, over: -2))
    #expect(Fraction(0, over: 7) == Fraction(0))
    let third = try #require(Fraction(1, over: 3))
    let half = try #require(Fraction(1, over: 2))
    #expect(third < half && !(half < third) && !(half < half))
    #expect(third + half == Fraction(5, over: 6))
    #expect(third - half == Fraction(-1, over: 6))
    #expect(third * half == Fraction(1, over: 6))
    #expect(third / half == Fraction(2, over: 3))
    #expect(half.asDouble == 0.5)
  }
}
