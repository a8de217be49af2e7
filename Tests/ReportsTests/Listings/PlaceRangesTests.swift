import MessageHistory
import Testing

@testable import Reports

/// Places of one range lie together, and ranges are about as long as each other.
@Suite struct PlaceRangesTests {
  @Test(arguments: [
    (2, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]),
    (3, [0, 0, 0, 0, 1, 1, 1, 2, 2]),
    (1, [0, 0, 0, 0, 0]),
    // More ranges than bytes: some stay empty.
    (5, [0, 0, 1]),
  ])
  func placesFollowOneAnother(count: Int, expected: [Int]) {
    let ranges = PlaceRanges(bytes: expected.count, count: count)
    #expect(expected.indices.map { ranges.range(of: Place($0)) } == expected)
    #expect(ranges.count == count)
  }

  @Test func greatInputsAreDividedEvenly() {
    let ranges = PlaceRanges(bytes: Place.mostBytes, count: 16)
    for range in 0..<16 {
      let middle = Place.mostBytes / 16 * range + Place.mostBytes / 32
      #expect(ranges.range(of: Place(middle)) == range)
    }
    #expect(ranges.range(of: Place(Place.mostBytes - 1)) == 15)
  }

  @Test func nothingIsInTheFirstRange() {
    #expect(PlaceRanges(bytes: 0, count: 3).range(of: Place(0)) == 0)
  }
}
