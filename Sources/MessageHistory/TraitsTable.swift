/// All distinct combinations of what rows say and whom they name, shared by all workers.
///
/// Words and people have numbers of their own here, and traits are numbered by stretches: words with
/// some people, each of whom has a place in the stretch. So a worker asks but once for each stretch,
/// where it would ask for each of a hundred thousand traits, and needs no table of them: the place
/// follows from the numbers. For people who never come with the words, a stretch has numbers that no
/// row has.
///
/// Numbers depend on who asked first; nothing that is reported may depend on them.
package final class TraitsTable: Sendable {
  /// Some words with some people, by their numbers.
  private struct Stretch: Hashable {
    var words: UInt32
    var people: UInt32
  }

  private struct Known {
    var words: [MessageTraits] = []
    var numberOfWords: [MessageTraits: UInt32] = [:]
    var people: [RowPeople] = []
    var numberOfPeople: [RowPeople: PeopleNumber] = [:]
    var stretches: [Stretch] = []
    var numberOfStretch: [Stretch: UInt32] = [:]
  }

  private let known = Locked(Known())

  package init() {}

  /// The number of what the words of a row say, as far as its traits tell it.
  func number(of words: RowWords) -> UInt32 {
    let traits = MessageTraits(words, RowPeople())
    return known.withLock { known in
      if let number = known.numberOfWords[traits] { return number }
      let number = UInt32(known.words.count)
      known.words.append(traits)
      known.numberOfWords[traits] = number
      return number
    }
  }

  /// The number of people.
  func number(of people: RowPeople) -> PeopleNumber {
    known.withLock { known in
      if let number = known.numberOfPeople[people] { return number }
      let number = PeopleNumber(UInt32(known.people.count), isMachine: people.isMachine)
      known.people.append(people)
      known.numberOfPeople[people] = number
      return number
    }
  }

  /// The index of the first traits of the stretch that has those of words and people, by their
  /// numbers; those of these people have `PeopleNumber.placeInStretch` more.
  func stretch(words: UInt32, people: PeopleNumber) -> UInt32 {
    let stretch = Stretch(words: words, people: people.stretch)
    return known.withLock { known in
      if let number = known.numberOfStretch[stretch] { return number << PeopleNumber.placeBits }
      let number = UInt32(known.stretches.count)
      known.stretches.append(stretch)
      known.numberOfStretch[stretch] = number
      return number << PeopleNumber.placeBits
    }
  }

  /// All traits, by index; asked for once nobody adds any.
  package var all: [MessageTraits] {
    known.withLock { known in
      known.stretches.flatMap { stretch in
        let first = Int(stretch.people) << PeopleNumber.placeBits
        let words = known.words[Int(stretch.words)]
        return (first..<first + 1 << PeopleNumber.placeBits).map { number in
          known.people.indices.contains(number) ? words.naming(known.people[number]) : words
        }
      }
    }
  }
}
