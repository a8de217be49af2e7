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

  @Test(arguments: [
    (29_999, 1, 0), (30_000, 1, 1), (-30_000, 1, -1), (59_999, 2, 0), (60_000, 2, 1),
    (179_999, 2, 1), (180_000, 2, 2), (0, 1, 0), (Int.max, 1, 153_722_867_280_913),
  ])
  func fractionIsRoundedToMultiples(numerator: Int, denominator: Int, expected: Int) {
    #expect(
      Fraction(numerator, over: denominator)?.rounded(toMultiplesOf: 60_000)
        == Int128(expected))
  }

  @Test(arguments: [Int64.max, .min, 4_611_686_018_427_387_904])
  func longNumbersAreRoundedLikeShortOnes(numerator: Int64) throws {
    let denominator: Int64 = 7
    // Past 64 bits: the remainder, doubled, says whether the last digit goes up.
    let fraction = try #require(Fraction(numerator, over: denominator))
    let scaled = Int128(numerator) * 1_000
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(
      dividingBy: UInt128(denominator))
    let magnitude = Int128(whole) + (2 * rest >= UInt128(denominator) ? 1 : 0)
    #expect(
      fraction.rounded(toMultiplesOfOneOver: 1_000) == (numerator < 0 ? -magnitude : magnitude))
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
