import CRowKeys

/// A worker's memory of whom rows name, and what they show of their contact, as all that stands in
/// the file.
struct RowPeopleMemo: ~Copyable {
  private var numbers: KeyedTable<RowKey, UInt32>
  /// All that was noted, by number.
  private var named: [RowPeople] = []

  /// More are not remembered at once: a file may name another sender in every row.
  private static let mostEntries = 1 << 17

  init(hash: KeyedHash) {
    numbers = KeyedTable(hash: hash, blank: 0)
  }

  /// Forgets everything, before the rows of an input whose cells stand in other fields.
  mutating func removeAll() {
    numbers.removeAll()
    named.removeAll(keepingCapacity: true)
  }

  var count: Int { named.count }

  var isFull: Bool { named.count == Self.mostEntries }

  /// What tells people's numbers, from 0; valid until some are noted.
  @inline(always)
  var lookUp: KeyedTable<RowKey, UInt32>.LookUp { numbers.lookUp }

  subscript(number: UInt32) -> RowPeople { named[Int(number)] }

  /// Notes people who were not known, of whom there is room for more.
  mutating func note(_ key: RowKey, _ people: RowPeople) {
    numbers.note(key, UInt32(named.count))
    named.append(people)
  }
}
