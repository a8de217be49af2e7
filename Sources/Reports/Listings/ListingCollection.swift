package import MessageHistory

/// How what is listed is collected by several workers: by ranges of the inputs, in memory that records
/// have left.
package struct ListingCollection: Sendable {
  private let ranges: PlaceRanges
  private let pool: PiecePool
  private let redaction: Redaction
  /// Bytes of rows that a worker may hold.
  private let limit: Int

  /// Pieces of memory that there is room for in each range.
  private static let leastPieces = 8

  /// - Parameters:
  ///   - inputSize: bytes of all inputs.
  ///   - redaction: decides which row tells what is shown of a contact.
  ///   - memory: how many bytes may be held.
  ///   - workers: how many collect, at least 1.
  ///   - pages: memory of records that are given up meanwhile; nil where there is none.
  package init(
    inputSize: Int, redaction: Redaction, memory: Int, workers: Int, pages: RecordPages?
  ) {
    let share = ListingShare(memory: memory, workers: workers)
    ranges = share.ranges(ofBytes: inputSize)
    limit = share.rows / workers
    self.redaction = redaction
    // In each range a piece is begun for both files.
    pages?.keepSpareBlocks()
    pool = PiecePool(
      from: pages ?? RecordPages(), pieceSize: limit / (2 * ranges.count * Self.leastPieces))
  }

  /// What a worker begins with.
  package var collector: ListingCollector {
    ListingCollector(ranges: ranges, pool: pool, redaction: redaction, limit: limit)
  }

  /// All that the workers listed.
  ///
  /// - Throws: `MessageHistoryError` where a temporary file could not be written.
  package func listing(
    of workers: [CollectedRows]
  ) throws(MessageHistoryError) -> CollectedListing {
    try CollectedListing(workers, by: ranges, in: pool)
  }
}
