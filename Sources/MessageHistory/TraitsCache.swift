/// A worker's own copy of the part of the table of traits that it has met.
struct TraitsCache: ~Copyable {
  private let table: TraitsTable
  private var indexes: KeyedTable<TraitsKey, UInt32>

  init(table: TraitsTable, hash: KeyedHash) {
    self.table = table
    indexes = KeyedTable(hash: hash, blank: 0)
  }

  @inline(always)
  mutating func index(of traits: MessageTraits) -> UInt32 {
    let key = TraitsKey(traits)
    return indexes.value(of: key) ?? note(traits, key)
  }

  @inline(never)
  private mutating func note(_ traits: MessageTraits, _ key: TraitsKey) -> UInt32 {
    let index = table.index(of: traits, key)
    indexes.note(key, index)
    return index
  }
}
