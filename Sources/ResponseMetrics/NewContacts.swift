import MessageHistory

/// By slice, the contacts whose first inbound message ever lies in the period.
///
/// Contacts are told apart within page and channel.
struct NewContacts: Sendable {
  /// By slice.
  private var counts: [Int]
  /// The last row that has passed; the next one may be of its order.
  private var last: ContactRow?
  /// All rows of its order so far, where there are several.
  private var neighbours: [ContactRow] = []

  private init(slices: Int) {
    counts = Array(repeating: 0, count: slices)
  }

  /// Counts them by slice.
  ///
  /// - Parameters:
  ///   - contacts: of all conversations that began before the end of the period.
  ///   - slices: the number of slices.
  ///   - workers: how many count at once: a contact's rows are all in one bucket.
  /// - Returns: how many there are, by slice.
  /// - Throws: where rows beyond the memory could not be written or read.
  static func counts(
    among contacts: borrowing BucketedRows<ContactRow>, slices: Int, workers: Int
  ) throws(MessageHistoryError) -> [Int] {
    let found = try contacts.forEachBucketInOrder(
      workers: workers, from: NewContacts(slices: slices)
    ) {
      $0.note($1)
    }
    return found.reduce(into: Array(repeating: 0, count: slices)) { sums, found in
      var found = found
      found.countNeighbours()
      for slice in sums.indices { sums[slice] += found.counts[slice] }
    }
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
