import MessageHistory

/// By slice, the contacts whose first inbound message ever lies in the period.
///
/// Contacts are told apart within page and channel.
struct NewContacts: Sendable {
  /// By slice.
  private(set) var counts: [Int]
  /// The last row that has passed; the next one may be of its order.
  private var last: ContactRow?
  /// All rows of its order so far, where there are several.
  private var neighbours: [ContactRow] = []

  /// - Parameters:
  ///   - contacts: of all conversations that began before the end of the period.
  ///   - slices: the number of slices.
  /// - Throws: where rows beyond the memory could not be written or read.
  init(
    among contacts: borrowing BucketedRows<ContactRow>, slices: Int
  ) throws(MessageHistoryError) {
    counts = Array(repeating: 0, count: slices)
    var counts = self
    try contacts.forEachBlockInOrder { counts.note($0) }
    counts.countNeighbours()
    self = counts
  }

  private mutating func note(_ rows: UnsafeBufferPointer<ContactRow>) {
    for row in rows {
      if let last, last.order == row.order {
        if neighbours.isEmpty { neighbours.append(last) }
        neighbours.append(row)
      } else {
        countNeighbours()
      }
      last = row
    }
  }

  /// Counts what is of the last row's order, mostly that row alone.
  @inline(__always)
  private mutating func countNeighbours() {
    if !neighbours.isEmpty { return countSeveral() }
    if let last, last.isNew { counts[Int(last.slice)] += 1 }
  }

  private mutating func countSeveral() {
    neighbours.sort { $0.precedes($1) }
    for (index, row) in neighbours.enumerated()
    where row.isNew && (index == 0 || !row.isOfSameContact(as: neighbours[index - 1])) {
      counts[Int(row.slice)] += 1
    }
    neighbours.removeAll(keepingCapacity: true)
  }
}
