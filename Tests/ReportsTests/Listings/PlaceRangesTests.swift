import MessageHistory
import Testing

@testable import Reports

/// Places of one range lie together, and ranges are about as long as each other.
@Suite struct PlaceRangesTests {
  @Test(arguments: [
    // Ten bytes in two ranges, over both inputs.
    ([4, 6], 2, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]),
    ([9], 3, [0, 0, 0, 0, 1, 1, 1, 2, 2]),
    ([5], 1, [0, 0, 0, 0, 0]),
    // More ranges than bytes: some stay empty.
    ([2, 0, 1], 5, [0, 0, 1]),
  ])
  func placesFollowOneAnother(inputs: [Int], count: Int, expected: [Int]) {
    let ranges = PlaceRanges(inputs: inputs, count: count)
    let places = inputs.enumerated().flatMap { input, size in
      (0..<size).map { Place(input: input, offset: $0) }
    }
    #expect(places.map { ranges.range(of: $0) } == expected)
    #expect(ranges.count == count)
  }

  @Test func greatInputsAreDividedEvenly() {
    let size = 1 << 43
    let ranges = PlaceRanges(inputs: [size, size], count: 16)
    for range in 0..<16 {
      let middle = size / 8 * range + size / 16
      #expect(
        ranges.range(of: Place(input: middle / size, offset: middle % size)) == range)
    }
    #expect(ranges.range(of: Place(input: 1, offset: Place.greatestOffset)) == 15)
  }

  @Test func nothingIsInTheFirstRange() {
    #expect(PlaceRanges(inputs: [0], count: 3).range(of: Place(input: 0, offset: 0)) == 0)
  }
}
