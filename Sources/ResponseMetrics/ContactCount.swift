import MessageHistory

extension HistoryTally {
  /// By slice, the contacts whose first inbound message ever lies in the period.
  ///
  /// Contacts are told apart within page and channel; a conversation that says nothing of its
  /// contact stands for one of its own. Ask when all tallies are merged.
  func newContacts(in period: Range<Instant>?) -> [Int] {
    var counts = Array(repeating: 0, count: slices.count)
    guard let period else { return counts }
    for row in contacts where row.rank == .none && period.contains(row.firstInbound) {
      counts[Int(row.slice)] += 1
    }
    var rows = contacts.filter { $0.rank != .none }
    // Keys are hashes: so many bits of them leave few contacts beside each other.
    rows.sortByNumber { Int64($0.key >> 42) }
    rows.withUnsafeMutableBufferPointer { rows in
      var start = 0
      while start < rows.count {
        var end = start + 1
        while end < rows.count, rows[end].key >> 42 == rows[start].key >> 42 { end += 1 }
        var neighbours = UnsafeMutableBufferPointer(rebasing: rows[start..<end])
        if neighbours.count > 1 { neighbours.sort { $0.precedes($1) } }
        Self.countNew(UnsafeBufferPointer(neighbours), in: period, &counts)
        start = end
      }
    }
    return counts
  }

  /// Counts the new ones among rows that are sorted, the oldest row of each contact first.
  private static func countNew(
    _ rows: UnsafeBufferPointer<ContactRow>, in period: Range<Instant>, _ counts: inout [Int]
  ) {
    for (index, row) in rows.enumerated()
    where index == 0 || !row.isOfSameContact(as: rows[index - 1]) {
      if period.contains(row.firstInbound) { counts[Int(row.slice)] += 1 }
    }
  }
}

extension ContactRow {
  fileprivate func isOfSameContact(as other: ContactRow) -> Bool {
    key == other.key && slice == other.slice && rank.sort.rawValue == other.rank.sort.rawValue
  }

  /// By contact, then by time.
  fileprivate func precedes(_ other: ContactRow) -> Bool {
    if key != other.key { return key < other.key }
    if slice != other.slice { return slice < other.slice }
    let (sort, otherSort) = (rank.sort.rawValue, other.rank.sort.rawValue)
    return sort != otherSort ? sort < otherSort : firstInbound < other.firstInbound
  }
}
