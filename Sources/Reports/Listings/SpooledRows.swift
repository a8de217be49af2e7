import MessageHistory

/// Rows that were written into a temporary file, and where they lie in it.
struct SpooledRows: Sendable {
  private let spool: Spool
  private let start: Int
  /// Words of each piece, in the order in which they lie in the file.
  private let conversations: [UInt32]
  private let openers: [UInt32]

  /// Writes rows behind what the file has.
  ///
  /// - Parameters:
  ///   - rows: closed.
  ///   - spool: the file.
  /// - Throws: `MessageHistoryError` where it cannot be written.
  init(_ rows: borrowing PlacedRows, in spool: Spool) throws(MessageHistoryError) {
    self.spool = spool
    start = spool.count
    conversations = try Self.write(rows.conversations, to: spool)
    openers = try Self.write(rows.openers, to: spool)
  }

  /// - Returns: how many words each piece has.
  private static func write(
    _ words: borrowing PieceList<UInt64>, to spool: Spool
  ) throws(MessageHistoryError) -> [UInt32] {
    var counts: [UInt32] = []
    for piece in words.all where piece.end > piece.start {
      let count = piece.end - piece.start
      try spool.append(UnsafeRawBufferPointer(start: piece.start, count: 8 * count))
      counts.append(UInt32(count))
    }
    return counts
  }

  /// Reads them back, once: their room is given up.
  func rows(into pool: PiecePool) throws(MessageHistoryError) -> PlacedRows {
    var offset = start
    defer { spool.giveUp(start..<offset) }
    return PlacedRows(
      conversations: try read(conversations, from: &offset, into: pool),
      openers: try read(openers, from: &offset, into: pool))
  }

  private func read(
    _ counts: [UInt32], from offset: inout Int, into pool: PiecePool
  ) throws(MessageHistoryError) -> PieceList<UInt64> {
    var words = PieceList<UInt64>(from: pool)
    for count in counts {
      let size = 8 * Int(count)
      try spool.readAll(
        into: UnsafeMutableRawBufferPointer(start: words.reserve(Int(count)), count: size),
        at: offset)
      words.add(Int(count))
      offset += size
    }
    words.close()
    return words
  }
}
