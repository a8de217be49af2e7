import DelimitedText

/// A worker's way from the page and channel cells of a row to their slice.
///
/// It is asked for rows whose words together were not met before.
struct SliceCache: ~Copyable {
  private var keys: CellMemo
  private let table: SliceTable

  init(table: SliceTable, hash: KeyedHash) {
    self.table = table
    keys = CellMemo(hash: hash)
  }

  /// The slice of a row; empty cells mean the page and the channel `default`.
  mutating func index(page: UnsafeRawBufferPointer, channel: UnsafeRawBufferPointer) -> UInt32 {
    table.index(of: SliceTable.Slice(page: self.page(page), channel: self.channel(channel)))
  }

  private mutating func page(_ cell: UnsafeRawBufferPointer) -> UInt32 {
    if let index = keys.number(of: cell, sort: Self.page) { return index }
    let index = table.pages.index(of: cell.isEmpty ? Self.unnamed : Array(cell))
    keys.note(cell, sort: Self.page, index)
    return index
  }

  private mutating func channel(_ cell: UnsafeRawBufferPointer) -> UInt32 {
    if let index = keys.number(of: cell, sort: Self.channel) { return index }
    let index = table.channels.index(
      of: cell.isEmpty ? Self.unnamed : cell.map(\.asciiLowercased))
    keys.note(cell, sort: Self.channel, index)
    return index
  }

  // Sorts of cells.
  private static let page: UInt8 = 1
  private static let channel: UInt8 = 2

  private static let unnamed = Array("default".utf8)
}
