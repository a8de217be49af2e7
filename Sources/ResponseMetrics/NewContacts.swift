import MessageHistory

/// By slice, the contacts whose first inbound message ever lies in the period.
///
/// Contacts are told apart within page and channel.
struct NewContacts: Sendable {
  /// By slice.
  private(set) var counts: [Int]
  /// Rows of one order that may not all have passed yet.
  private var neighbours: [ContactRow] = []

  /// - Parameters:
  ///   - contacts: of all conversations that began before the end of the period.
  ///   - slices: the number of slices.
  /// - Throws: where rows beyond the memory could not be written or read.
  init(
    among contacts: borrowing SortedRuns<ContactRow>, slices: Int
  ) throws(MessageHistoryError) {
    counts = Array(repeating: 0, count: slices)
    var counts = self
    try contacts.forEachBlockInOrder { counts.note($0) }
    counts.countNeighbours()
    self = counts
  }

  private mutating func note(_ rows: UnsafeBufferPointer<ContactRow>) {
    for row in rows {
      if let first = neighbours.first, first.order != row.order { countNeighbours() }
      neighbours.append(row)
    }
  }

  private mutating func countNeighbours() {
    if neighbours.count > 1 { neighbours.sort { $0.precedes($1) } }
    for (index, row) in neighbours.enumerated()
    where row.isNew && (index == 0 || !row.isOfSameContact(as: neighbours[index - 1])) {
      counts[Int(row.slice)] += 1
    }
    neighbours.removeAll(keepingCapacity: true)
  }
}
