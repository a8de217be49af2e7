import CRowKeys
import TestSupport
import Testing

@testable import MessageHistory

struct RowTraitsMemoTests {
  /// Words of a number, which a human sent.
  private static func words(upTo count: Int) -> [RowWordsMemo.Known] {
    var memo = RowWordsMemo(hash: KeyedHash(secret: 5))
    return (0..<count).map { number in
      memo.note(
        row_hash(low: UInt64(number), high: UInt64(number)),
        RowWords(kind: .human, direction: .outbound))
    }
  }

  private static func people(_ number: Int, isMachine: Bool = false) -> PeopleNumber {
    PeopleNumber(UInt32(number), isMachine: isMachine)
  }

  /// As a dictionary would, while words and people become more.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func keepsWhatWasNotedWhileItGrows(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let known = Self.words(upTo: 400)
    var memo = RowTraitsMemo()
    var expected: [SIMD2<Int>: UInt32] = [:]
    var (words, people) = (1, 1)
    for number in 0..<2_000 as Range<UInt32> {
      if Int.random(in: 0..<8, using: &random) == 0, words < known.count { words += 1 }
      if Int.random(in: 0..<3, using: &random) == 0 { people += 1 }
      let hasRoom = memo.makeRoom(words: words, people: Self.people(people - 1))
      let (word, person) = (
        Int.random(in: 0..<words, using: &random), Int.random(in: 0..<people, using: &random)
      )
      memo.note(
        words: known[word].number, people: Self.people(person), stretch: number << 4)
      #expect(hasRoom)
      expected[SIMD2(word, person >> 4)] = number << 4
    }
    for word in 0..<words {
      for person in 0..<people {
        let found = memo.lookUp[known[word], Self.people(person)]
        let stretch = expected[SIMD2(word, person >> 4)]
        #expect(found.isNone == (stretch == nil), "\(random)")
        if let stretch {
          let (traits, messageClass) = (found.traits, found.messageClass)
          #expect(traits == stretch + UInt32(person & 15), "\(random)")
          #expect(messageClass == .humanOutbound)
        }
      }
    }
    memo.removeAll()
    let hasRoom = memo.makeRoom(words: 1, people: Self.people(0))
    let found = memo.lookUp[known[0], Self.people(0)]
    #expect(hasRoom && found.isNone)
  }

  @Test func hasNoRoomForWordsAndPeopleWithoutEnd() throws {
    let last = try #require(Self.words(upTo: 1 << 14).last)
    let people = Self.people(1 << 12 - 1)
    var memo = RowTraitsMemo()
    let hasRoom = memo.makeRoom(words: 1 << 14, people: people)
    memo.note(words: last.number, people: people, stretch: 7 << 4)
    let hasMoreRoom = memo.makeRoom(words: 1 << 14, people: Self.people(1 << 12))
    let found = memo.lookUp[last, people].traits
    #expect(hasRoom && !hasMoreRoom && found == 7 << 4 + 15)
    #expect(RowTraitsMemo.canHold(Self.people(1 << 20 - 1)))
    #expect(!RowTraitsMemo.canHold(Self.people(1 << 20)))
  }

  @Test func tellsWhatMachinesSendFromWhatPeopleDo() {
    let words = Self.words(upTo: 1)[0]
    var memo = RowTraitsMemo()
    memo.note(words: 0, people: Self.people(3), stretch: 32)
    let (human, machine) = (
      memo.lookUp[words, Self.people(3)], memo.lookUp[words, Self.people(4, isMachine: true)]
    )
    #expect(human.traits == 35 && human.messageClass == .humanOutbound)
    #expect(machine.traits == 36 && machine.messageClass == .automatedOutbound)
  }

  @Test func notesTheGreatestIndexAndNoneBeyond() {
    let words = Self.words(upTo: 1)[0]
    var memo = RowTraitsMemo()
    memo.note(words: 0, people: Self.people(0), stretch: 1 << 29 - 32)
    memo.note(words: 0, people: Self.people(16), stretch: 1 << 29 - 16)
    let (found, none) = (
      memo.lookUp[words, Self.people(15)], memo.lookUp[words, Self.people(16)]
    )
    #expect(found.traits == 1 << 29 - 17 && none.isNone)
  }
}
