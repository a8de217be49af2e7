import DelimitedText

/// A worker's way from the page and channel cells of a row to their slice.
struct SliceCache {
  private var pages: KeyCache
  private var channels: KeyCache
  private var slices: [SliceTable.Slice: UInt32] = [:]
  private var last: (slice: SliceTable.Slice, index: UInt32)?
  private let table: SliceTable

  init(table: SliceTable, hash: KeyedHash) {
    self.table = table
    pages = KeyCache(hash: hash)
    channels = KeyCache(hash: hash)
  }

  /// The slice of a row; empty cells mean the page and the channel `default`.
  mutating func index(page: UnsafeRawBufferPointer, channel: UnsafeRawBufferPointer) -> UInt32 {
    let slice = SliceTable.Slice(
      page: pages.index(of: page) { table.pages.index(of: $0.isEmpty ? Self.unnamed : Array($0)) },
      channel: channels.index(of: channel) {
        table.channels.index(of: $0.isEmpty ? Self.unnamed : $0.map(\.asciiLowercased))
      })
    if let last, last.slice == slice { return last.index }
    let index = slices[slice] ?? table.index(of: slice)
    slices[slice] = index
    last = (slice, index)
    return index
  }

  private static let unnamed = Array("default".utf8)
}
