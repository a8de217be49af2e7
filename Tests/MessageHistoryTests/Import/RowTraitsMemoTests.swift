import TestSupport
import Testing

@testable import MessageHistory

struct RowTraitsMemoTests {
  private func known(_ traits: Int) throws -> RowTraitsMemo.Known {
    try #require(RowTraitsMemo.Known(traits: UInt32(traits), messageClass: .humanOutbound))
  }

  private static func traits(
    _ memo: borrowing RowTraitsMemo, words: UInt32, people: UInt32
  ) -> UInt32? {
    memo.lookUp[memo.lookUp.place(words: words, people: people)]?.traits
  }

  /// As a dictionary would, while words and people become more.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func keepsWhatWasNotedWhileItGrows(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var memo = RowTraitsMemo()
    var expected: [SIMD2<UInt32>: UInt32] = [:]
    var (words, people) = (1, 1)
    for number in 0..<2_000 {
      if Int.random(in: 0..<8, using: &random) == 0 { words += 1 }
      if Int.random(in: 0..<3, using: &random) == 0 { people += 1 }
      let hasRoom = memo.makeRoom(words: words, people: people)
      let (word, person) = (
        UInt32.random(in: 0..<UInt32(words), using: &random),
        UInt32.random(in: 0..<UInt32(people), using: &random)
      )
      let isNoted = memo.note(words: word, people: person, try known(number))
      #expect(hasRoom && isNoted)
      expected[SIMD2(word, person)] = UInt32(number)
    }
    for word in 0..<UInt32(words) {
      for person in 0..<UInt32(people) {
        let found = Self.traits(memo, words: word, people: person)
        #expect(found == expected[SIMD2(word, person)], "\(random)")
      }
    }
    memo.removeAll()
    let hasRoom = memo.makeRoom(words: 1, people: 1)
    let found = Self.traits(memo, words: 0, people: 0)
    #expect(hasRoom && found == nil)
  }

  @Test func hasNoRoomForWordsAndPeopleWithoutEnd() throws {
    var memo = RowTraitsMemo()
    let hasRoom = memo.makeRoom(words: 1 << 14, people: 1 << 11)
    let isNoted = memo.note(words: 1 << 14 - 1, people: 1 << 11 - 1, try known(7))
    let hasMoreRoom = memo.makeRoom(words: 1 << 14, people: 1 << 11 + 1)
    let found = Self.traits(memo, words: 1 << 14 - 1, people: 1 << 11 - 1)
    #expect(hasRoom && isNoted && !hasMoreRoom && found == 7)
  }

  @Test func keepsClassesAndTheGreatestIndex() throws {
    let known = try #require(
      RowTraitsMemo.Known(traits: 1 << 29 - 2, messageClass: .event))
    #expect(known.traits == 1 << 29 - 2 && known.messageClass == .event)
    #expect(RowTraitsMemo.Known(traits: 1 << 29 - 1, messageClass: .event) == nil)
  }
}
