import MessageHistory

/// All that is listed, before its texts are fetched, by ranges of the inputs.
package final class CollectedListing: Sendable {
  package let totals: ListingTotals
  let ranges: PlaceRanges
  // By range, given up as they are taken, so that a file's room is free once all of it is.
  private let held: Locked<[[HeldRows]]>
  private let spooled: Locked<[[SpooledRows]]>
  /// Memory that the rows lie in, and for what is made of them.
  let pool: PiecePool

  /// All workers' rows together.
  ///
  /// - Parameters:
  ///   - workers: what each of them listed.
  ///   - ranges: those that they were collected by.
  ///   - pool: memory that the rows lie in.
  /// - Throws: `MessageHistoryError` where a temporary file could not be written.
  init(
    _ workers: [CollectedRows], by ranges: PlaceRanges, in pool: PiecePool
  ) throws(MessageHistoryError) {
    self.pool = pool
    self.ranges = ranges
    if let failure = workers.lazy.compactMap(\.failure).first { throw failure }
    held = Locked(
      (0..<ranges.count).map { range in
        workers.map { $0.held[range] }.filter { !$0.rows.isEmpty }
      })
    spooled = Locked((0..<ranges.count).map { range in workers.flatMap { $0.spooled[range] } })
    totals = workers.reduce(into: ListingTotals()) { $0 += $1.totals }
  }

  /// Hands out the rows of a range, at most about so many bytes at a time; they are given up.
  func forEachPart(
    ofRange range: Int, limit: Int,
    _ body: (consuming [HeldRows]) throws(MessageHistoryError) -> Void
  ) throws(MessageHistoryError) {
    var part = held.withLock { held in exchange(&held[range], with: []) }
    for rows in spooled.withLock({ spooled in exchange(&spooled[range], with: []) }) {
      if part.reduce(0, { $0 + $1.rows.byteCount }) >= limit {
        try body(exchange(&part, with: []))
      }
      part.append(HeldRows(try rows.rows(into: pool)))
    }
    if !part.isEmpty { try body(part) }
  }
}
