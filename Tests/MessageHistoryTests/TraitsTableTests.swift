import Testing

@testable import MessageHistory

struct TraitsTableTests {
  /// What rows of a slice say, one way and the other.
  private static func words(_ slice: UInt32, _ direction: Direction) -> RowWords {
    var words = RowWords(kind: .human, direction: direction)
    words.slice = slice
    return words
  }

  private static func index(
    in table: TraitsTable, of words: RowWords, _ people: RowPeople
  ) -> Int {
    let people = table.number(of: people)
    let stretch = table.stretch(words: table.number(of: words), people: people)
    return Int(stretch + people.placeInStretch)
  }

  @Test func numbersWhatSeveralThreadsMeetInOneWay() throws {
    let table = TraitsTable()
    let all = (0..<2_000 as Range<UInt32>).map { number in
      (
        words: Self.words(number % 40, number % 3 == 0 ? .inbound : .outbound),
        people: RowPeople(employee: number / 40, isMachine: number % 3 != 0 && number % 7 == 0)
      )
    }
    let numbers = try withWorkers(3) { worker throws(MessageHistoryError) in
      let rotated = all[(worker * 500)...] + all[..<(worker * 500)]
      return rotated.map { ($0.words, $0.people, Self.index(in: table, of: $0.words, $0.people)) }
    }
    let found = table.all
    for (words, people, number) in numbers.joined() {
      #expect(found[number] == MessageTraits(words, people))
    }
    let distinct = Set(all.map { MessageTraits($0.words, $0.people) })
    #expect(Set(numbers.joined().map(\.2)).count == distinct.count)
  }

  /// A million employees of whom each works on pages of their own take no table of all by all.
  @Test func numbersNoMoreThanStretchesThatWereAskedFor() {
    let table = TraitsTable()
    for number in 0..<320 as Range<UInt32> {
      _ = Self.index(
        in: table, of: Self.words(number / 16, .outbound), RowPeople(employee: number))
    }
    #expect(table.all.count == 320)
    #expect(Set(table.all.map(\.employee)) == Set(0..<320))
  }

  @Test func isEmptyAtFirst() {
    #expect(TraitsTable().all.isEmpty)
  }
}
