/// A worker's own copy of the part of the table of traits that it has met.
struct TraitsCache: ~Copyable {
  /// All of a row's traits in three numbers.
  fileprivate struct Key: KeyedTableKey {
    var senders: UInt64
    var people: UInt64
    /// Never zero: the lowest bit is set.
    var state: UInt64

    static let vacant = Key(senders: 0, people: 0, state: 0)

    @inline(always)
    var isVacant: Bool { state == 0 }

    @inline(always)
    func place(by hash: KeyedHash) -> UInt64 { hash.mix(hash.mix(senders, people), state) }
  }

  private let table: TraitsTable
  private var indexes: KeyedTable<Key, UInt32>

  init(table: TraitsTable, hash: KeyedHash) {
    self.table = table
    indexes = KeyedTable(hash: hash, blank: 0)
  }

  @inline(always)
  mutating func index(of traits: MessageTraits) -> UInt32 {
    let key = Key(traits)
    return indexes.value(of: key) ?? note(traits, key)
  }

  @inline(never)
  private mutating func note(_ traits: MessageTraits, _ key: Key) -> UInt32 {
    let index = table.index(of: traits)
    indexes.note(key, index)
    return index
  }
}

extension TraitsCache.Key {
  @inline(always)
  fileprivate init(_ traits: MessageTraits) {
    senders = UInt64(traits.slice) | UInt64(traits.employee) << 32
    people = UInt64(traits.senderName) | UInt64(traits.assignee) << 32
    let words =
      UInt64(traits.messageClass.rawValue) << 24 | UInt64(traits.event.rawValue) << 20
      | UInt64(traits.status.rawValue) << 16 | UInt64(traits.tag.rawValue) << 12
      | UInt64(traits.contact.rank.rawValue) << 8
    let flags: UInt64 =
      (traits.contact.hasContactName ? 4 : 0) | (traits.contact.hasSenderName ? 2 : 0) | 1
    state = UInt64(traits.rating.millionths) << 32 | words | flags
  }
}
