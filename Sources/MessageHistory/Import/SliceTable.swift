/// The pages and channels of a history, and which channels each page has.
package final class SliceTable: Sendable {
  /// A channel of a page, by their indexes.
  package struct Slice: Hashable, Sendable {
    package var page: UInt32
    package var channel: UInt32
  }

  package let pages = KeyTable()
  package let channels = KeyTable()
  private let contents = Locked<(indexes: [Slice: UInt32], all: [Slice])>(([:], []))

  package init() {}

  func index(of slice: Slice) -> UInt32 {
    contents.withLock { contents in
      if let index = contents.indexes[slice] { return index }
      let index = UInt32(contents.all.count)
      contents.indexes[slice] = index
      contents.all.append(slice)
      return index
    }
  }

  /// All slices, by index.
  package var all: [Slice] { contents.withLock { $0.all } }
}
