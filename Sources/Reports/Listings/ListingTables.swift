import MessageHistory

/// The rows of short listings as tables, for report.json.
struct ListingTables: Sendable {
  var conversations = SortableRows()
  var openers = SortableRows()

  mutating func append(contentsOf other: ListingTables) {
    conversations.rows += other.conversations.rows
    openers.rows += other.openers.rows
  }
}

/// Rows of cells with what they are sorted by.
struct SortableRows: Sendable {
  fileprivate(set) var rows: [Row] = []

  struct Row: Sendable {
    let rank: UInt32
    let id: [UInt8]
    let instant: Int64
    let place: Place
    let cells: [Cell]
  }

  /// Appends a row whose cells `write` hands to a sink.
  mutating func append(
    rank: UInt32, id: [UInt8], instant: Int64, place: Place, _ write: (inout TableSink) -> Void
  ) {
    var sink = TableSink()
    write(&sink)
    sink.endRecord()
    rows.append(
      Row(rank: rank, id: id, instant: instant, place: place, cells: sink.rows.first ?? []))
  }

  /// By page and channel, then the id's bytes, then instant and place, as the files are.
  var sorted: [[Cell]] {
    rows.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.id != right.id { return left.id.lexicographicallyPrecedes(right.id) }
      return (left.instant, left.place) < (right.instant, right.place)
    }.map(\.cells)
  }
}
