import MessageHistory
import ResponseMetrics
import Testing

/// Sets of dates, whatever their order.
@Suite struct DaySetTests {
  private func days(_ numbers: [Int]) -> DaySet {
    numbers.reduce(into: DaySet()) { $0.insert(LocalDate(dayNumber: $1)) }
  }

  @Test(
    arguments: [
      ([], 0), ([0], 1), ([5, 5], 1), ([63, 64], 2), ([20_000, 19_000, 20_500], 3),
      ([-1, 0, 1], 3), ([-64, -65, 0, -64], 3),
    ] as [([Int], Int)])
  func eachDateCountsOnce(numbers: [Int], count: Int) {
    #expect(days(numbers).count == count)
    #expect(days(numbers.reversed()) == days(numbers))
  }

  @Test(
    arguments: [
      ([1, 2], [2, 3], 3), ([], [7], 1), ([7], [], 1), ([-100], [20_000], 2),
      ([20_000, 20_001], [-100, 20_001], 3),
    ] as [([Int], [Int], Int)])
  func unionIsOfBothSets(left: [Int], right: [Int], count: Int) {
    var union = days(left)
    union.formUnion(days(right))
    #expect(union.count == count)
    #expect(union == days(left + right))
    var other = days(right)
    other.formUnion(days(left))
    #expect(other == union)
  }
}
