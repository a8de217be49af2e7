import CRowKeys

/// A worker's memory of whom rows name, and what they show of their contact, as all that stands in
/// the file.
struct RowPeopleMemo: ~Copyable {
  private var numbers: KeyedTable<RowKey, PeopleNumber>
  private var count = 0

  /// More are not remembered at once: a file may name another sender in every row.
  private static let mostEntries = 1 << 17

  init(hash: KeyedHash) {
    numbers = KeyedTable(hash: hash, blank: PeopleNumber(0, isMachine: false))
  }

  /// Forgets everything, before the rows of an input whose cells stand in other fields.
  mutating func removeAll() {
    numbers.removeAll()
    count = 0
  }

  var isFull: Bool { count == Self.mostEntries }

  /// What tells people's numbers; valid until some are noted.
  @inline(always)
  var lookUp: KeyedTable<RowKey, PeopleNumber>.LookUp { numbers.lookUp }

  /// Notes people who were not known, of whom there is room for more.
  mutating func note(_ key: RowKey, _ people: PeopleNumber) {
    numbers.note(key, people)
    count += 1
  }
}
