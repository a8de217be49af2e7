import MessageHistory

/// All that is listed, before its texts are fetched, by ranges of the inputs.
package final class CollectedListing: Sendable {
  package let totals: ListingTotals
  let rangeCount: Int
  /// By range; given up as it is taken.
  private let held: Locked<[[PlacedRows]]>
  private let spooled: [[SpooledRows]]

  init(held: [[PlacedRows]], spooled: [[SpooledRows]], totals: ListingTotals) {
    rangeCount = held.count
    self.held = Locked(held)
    self.spooled = spooled
    self.totals = totals
  }

  /// Hands out the rows of a range, at most about so many bytes at a time; they are given up.
  func forEachPart(
    ofRange range: Int, limit: Int, _ body: (PlacedRows) throws(MessageHistoryError) -> Void
  ) throws(MessageHistoryError) {
    let held = held.withLock { held in
      defer { held[range] = [] }
      return held[range]
    }
    var part = PlacedRows()
    for rows in held { part.append(contentsOf: rows) }
    for rows in spooled[range] {
      if part.byteCount >= limit {
        try body(part)
        part = PlacedRows()
      }
      part.append(contentsOf: try rows.rows())
    }
    if !part.isEmpty { try body(part) }
  }
}
