/// All distinct combinations of traits, shared by all workers.
package final class TraitsTable: Sendable {
  private let contents = Locked<(indexes: [MessageTraits: UInt32], all: [MessageTraits])>(([:], []))

  package init() {}

  func index(of traits: MessageTraits) -> UInt32 {
    contents.withLock { contents in
      if let index = contents.indexes[traits] { return index }
      let index = UInt32(contents.all.count)
      contents.indexes[traits] = index
      contents.all.append(traits)
      return index
    }
  }

  /// All traits, by index.
  package var all: [MessageTraits] { contents.withLock { $0.all } }
}
