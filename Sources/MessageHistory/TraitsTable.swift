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
    var words = Numbering<MessageTraits>()
    var people = Numbering<RowPeople>()
    var stretches = Numbering<Stretch>()
  }

  private let known = Locked(Known())

  package init() {}

  /// The number of what the words of a row say, as far as its traits tell it.
  func number(of words: RowWords) -> UInt32 {
    let traits = MessageTraits(words, RowPeople())
    return known.withLock { $0.words.number(of: traits) }
  }

  /// The number of people.
  func number(of people: RowPeople) -> PeopleNumber {
    PeopleNumber(
      known.withLock { $0.people.number(of: people) }, isMachine: people.isMachine)
  }

  /// The index of the first traits of the stretch that has those of words and people, by their
  /// numbers; those of these people have `PeopleNumber.placeInStretch` more.
  func stretch(words: UInt32, people: PeopleNumber) -> UInt32 {
    let stretch = Stretch(words: words, people: people.stretch)
    return known.withLock { $0.stretches.number(of: stretch) } << PeopleNumber.placeBits
  }

  /// All traits, by index; asked for once nobody adds any.
  package var all: [MessageTraits] {
    known.withLock { known in
      let people = known.people.things
      var all: [MessageTraits] = []
      all.reserveCapacity(known.stretches.things.count << PeopleNumber.placeBits)
      for stretch in known.stretches.things {
        let first = Int(stretch.people) << PeopleNumber.placeBits
        let words = known.words.things[Int(stretch.words)]
        for number in first..<first + 1 << PeopleNumber.placeBits {
          all.append(people.indices.contains(number) ? words.naming(people[number]) : words)
        }
      }
      return all
    }
  }
}

/// Numbers for things, counted from 0 as they are first asked for.
private struct Numbering<Thing: Hashable & Sendable>: Sendable {
  /// By number.
  private(set) var things: [Thing] = []
  private var numbers: [Thing: UInt32] = [:]

  mutating func number(of thing: Thing) -> UInt32 {
    if let number = numbers[thing] { return number }
    let number = UInt32(things.count)
    things.append(thing)
    numbers[thing] = number
    return number
  }
}
