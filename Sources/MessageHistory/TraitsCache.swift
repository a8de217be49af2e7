/// A worker's own copy of the part of the table of traits that it has met.
struct TraitsCache: ~Copyable {
  private let table: TraitsTable
  private var indexes: KeyedTable<TraitsKey, UInt32>

  init(table: TraitsTable, hash: KeyedHash) {
    self.table = table
    indexes = KeyedTable(hash: hash, blank: 0)
  }

  /// The index of traits, which are those of words and people.
  @inline(always)
  mutating func index(
    of traits: MessageTraits, _ words: RowWords, _ people: RowPeople
  ) -> UInt32 {
    let key = TraitsKey(traits)
    return indexes.value(of: key) ?? note(key, words, people)
  }

  @inline(never)
  private mutating func note(
    _ key: TraitsKey, _ words: RowWords, _ people: RowPeople
  ) -> UInt32 {
    let people = table.number(of: people)
    let index =
      table.stretch(words: table.number(of: words), people: people) + people.placeInStretch
    indexes.note(key, index)
    return index
  }
}
