import MessageHistory
import Testing

struct PlaceTests {
  @Test(arguments: [
    (0, 0), (1, 0), (0, 1), (Place.greatestInput, Place.greatestOffset), (3, 1 << 40),
  ])
  func holdsInputAndOffset(input: Int, offset: Int) {
    let place = Place(input: input, offset: offset)
    #expect(place.input == input)
    #expect(place.offset == offset)
  }

  @Test func comparesAsInputsAreListedAndRowsFollowOneAnother() {
    let places = [(0, 0), (0, 7), (0, Place.greatestOffset), (1, 0), (Place.greatestInput, 0)].map {
      Place(input: $0.0, offset: $0.1)
    }
    #expect(places == places.reversed().sorted())
  }
}
