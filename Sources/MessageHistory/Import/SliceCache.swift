import DelimitedText

/// A worker's way from the page and channel cells of a row to their slice.
struct SliceCache: ~Copyable {
  private var pages: CellMemo
  private var channels: CellMemo
  private var slices: CellMemo
  private let table: SliceTable

  init(table: SliceTable, hash: KeyedHash) {
    self.table = table
    pages = CellMemo(hash: hash)
    channels = CellMemo(hash: hash)
    slices = CellMemo(hash: hash)
  }

  /// The slice of a row; empty cells mean the page and the channel `default`.
  ///
  /// What is known is found without touching the tables that all workers share.
  @inline(__always)
  mutating func index(page: UnsafeRawBufferPointer, channel: UnsafeRawBufferPointer) -> UInt32 {
    if let page = pages.number(of: page), let channel = channels.number(of: channel),
      let slice = slices.number(of: Self.key(page, channel))
    {
      return slice
    }
    return note(page: page, channel: channel)
  }

  @inline(__always)
  private static func key(_ page: UInt32, _ channel: UInt32) -> CellMemo.Key {
    CellMemo.Key(low: UInt64(page), high: UInt64(channel) + 1)
  }

  @inline(never)
  private mutating func note(
    page: UnsafeRawBufferPointer, channel: UnsafeRawBufferPointer
  ) -> UInt32 {
    let slice = SliceTable.Slice(
      page: table.pages.index(of: page.isEmpty ? Self.unnamed : Array(page)),
      channel: table.channels.index(
        of: channel.isEmpty ? Self.unnamed : channel.map(\.asciiLowercased)))
    if pages.number(of: page) == nil { pages.note(page, slice.page) }
    if channels.number(of: channel) == nil { channels.note(channel, slice.channel) }
    let key = Self.key(slice.page, slice.channel)
    let index = table.index(of: slice)
    if slices.number(of: key) == nil { slices.note(key, index) }
    return index
  }

  private static let unnamed = Array("default".utf8)
}
