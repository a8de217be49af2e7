import Testing

@testable import Reports

struct PhraseTests {
  @Test func valuesStandAtTheirNames() {
    let phrase: Phrase = "{n} of {all}, {n} again"
    #expect(phrase.text(["n": "3", "all": "7"]) == "3 of 7, 3 again")
  }

  @Test func oneHasItsOwnWording() {
    let phrase = Phrase(one: "{n} page", other: "{n} pages")
    #expect(phrase.text(count: 1, ["n": "1"]) == "1 page")
    #expect(phrase.text(count: 0, ["n": "0"]) == "0 pages")
  }

  @Test func noneMayHaveTheWordingOfOne() {
    let phrase = Phrase(upToOne: "{n} demande", other: "{n} demandes")
    #expect(
      [0, 1, 2].map { phrase.text(count: $0) } == ["{n} demande", "{n} demande", "{n} demandes"])
  }

  @Test func aNameWithBracesIsOnlyAName() {
    let phrase: Phrase = "{name}: {n}"
    #expect(phrase.text(["name": "{n}", "n": "5"]) == "{n}: 5")
    #expect(phrase.text(["name": "{", "n": "}"]) == "{: }")
  }

  @Test func aPlaceWithoutAValueStaysVisible() {
    let phrase: Phrase = "{n} of {all"
    #expect(phrase.text() == "{n} of {all")
  }
}
