import CRowKeys

/// A worker's memory of the traits of rows, by their words, the people whom they name, and what they
/// show of their contact, as all that stands in the file.
struct RowTraitsMemo: ~Copyable {
  /// What rows have in common.
  struct Known {
    let traits: UInt32
    /// Of those that a sender sent who may be a machine.
    let messageClass: MessageClass
  }

  private var known: KeyedTable<RowKey, Known>

  /// More are not remembered at once: a file may name another sender in every row.
  private static let mostEntries = 1 << 18

  init(hash: KeyedHash) {
    known = KeyedTable(
      hash: hash, blank: Known(traits: 0, messageClass: .event), mostEntries: Self.mostEntries)
  }

  /// Forgets everything, before the rows of an input whose cells stand in other fields.
  mutating func removeAll() {
    known.removeAll()
  }

  /// The traits of a row; nil where they were not noted.
  @inline(always)
  func traits(of row: row_hash) -> Known? { known.value(of: RowKey(row)) }

  /// Says that a row's traits will be asked for soon.
  @inline(always)
  func prefetch(_ row: row_hash) { known.prefetch(RowKey(row)) }

  /// Notes the traits of rows that were not known.
  mutating func note(_ row: row_hash, _ traits: Known) {
    known.note(RowKey(row), traits)
  }
}
