/// All distinct combinations of traits, shared by all workers.
package final class TraitsTable: Sendable {
  /// In tables of the kind that workers have for themselves: all of them meet nearly all traits
  /// within the first million rows, and each asks here once for each.
  ///
  /// Unchecked, since it is reached through the lock alone.
  private final class Contents: @unchecked Sendable {
    var indexes: KeyedTable<TraitsKey, UInt32>
    var all: [MessageTraits] = []

    init(hash: KeyedHash) {
      indexes = KeyedTable(hash: hash, blank: 0)
    }
  }

  private let contents: Locked<Contents>

  init(hash: KeyedHash) {
    contents = Locked(Contents(hash: hash))
  }

  /// The index of traits, of which `key` is made.
  func index(of traits: MessageTraits, _ key: TraitsKey) -> UInt32 {
    contents.withLock { contents in
      if let index = contents.indexes.value(of: key) { return index }
      let index = UInt32(contents.all.count)
      contents.indexes.note(key, index)
      contents.all.append(traits)
      return index
    }
  }

  /// All traits, by index.
  package var all: [MessageTraits] { contents.withLock { $0.all } }
}
