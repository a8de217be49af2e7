import Synchronization

/// All distinct combinations of traits, shared by all workers.
///
/// Numbers depend on who asked first; nothing that is reported may depend on them.
package final class TraitsTable: Sendable {
  /// A part of the traits, in a table of the kind that workers have for themselves: all of them meet
  /// nearly all traits within the first million rows, and each asks here once for each.
  ///
  /// Unchecked, since it is reached through the lock alone.
  private final class Part: @unchecked Sendable {
    var indexes: KeyedTable<TraitsKey, UInt32>
    var all: [(index: UInt32, traits: MessageTraits)] = []

    init(hash: KeyedHash) {
      indexes = KeyedTable(hash: hash, blank: 0)
    }
  }

  /// So many that two workers are seldom at the same.
  private static let partBits: UInt64 = 5

  private let parts: [Locked<Part>]
  private let hash: KeyedHash
  private let count = Atomic<UInt32>(0)

  init(hash: KeyedHash) {
    self.hash = hash
    parts = (0..<1 << Self.partBits).map { _ in Locked(Part(hash: hash)) }
  }

  /// The index of traits, of which `key` is made.
  func index(of traits: MessageTraits, _ key: TraitsKey) -> UInt32 {
    // A part's table goes by the lower bits of 32.
    let number = Int(truncatingIfNeeded: key.place(by: hash) >> (32 - Self.partBits))
    return parts[number & (parts.count - 1)].withLock { part in
      if let index = part.indexes.value(of: key) { return index }
      let index = count.wrappingAdd(1, ordering: .relaxed).oldValue
      part.indexes.note(key, index)
      part.all.append((index, traits))
      return index
    }
  }

  /// All traits, by index; asked for once nobody adds any.
  package var all: [MessageTraits] {
    let found = parts.flatMap { part in part.withLock { $0.all } }
    guard let any = found.first?.traits else { return [] }
    var all = Array(repeating: any, count: found.count)
    for (index, traits) in found { all[Int(index)] = traits }
    return all
  }
}
