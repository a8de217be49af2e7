import MessageHistory

/// By slice, the contacts whose first inbound message ever lies in the period.
///
/// Contacts are told apart within page and channel.
struct NewContacts: ~Copyable {
  /// By slice.
  private var counts: [Int]
  private var table = ContactTable()

  /// So many rows are told apart at once: of more there is a pass for each part, over all of them.
  private static let mostRows = 1 << 20

  private init(slices: Int) {
    counts = Array(repeating: 0, count: slices)
  }

  /// Counts them by slice.
  ///
  /// - Parameters:
  ///   - contacts: of all conversations that began before the end of the period.
  ///   - slices: the number of slices.
  ///   - mostRows: how many rows are told apart at once.
  ///   - buckets: hands out the buckets, where several count at once; each has what it counted of its
  ///     own, and the sum of them is what there is. Nil for all.
  /// - Returns: how many there are, by slice.
  /// - Throws: where rows beyond the memory could not be written or read.
  static func counts(
    among contacts: BucketedRows<ContactRow>, slices: Int, mostRows: Int = NewContacts.mostRows,
    in buckets: WorkCounter? = nil
  ) throws(MessageHistoryError) -> [Int] {
    var found = NewContacts(slices: slices)
    let buckets = buckets ?? WorkCounter(count: contacts.bucketCount)
    // A contact's rows are all in one bucket.
    while let bucket = buckets.take() {
      let parts = contacts.count(of: bucket) / mostRows + 1
      for part in 0..<parts { try found.count(part, of: parts, in: bucket, of: contacts) }
    }
    return found.counts
  }

  /// Counts the contacts of a bucket, or of a part of it.
  private mutating func count(
    _ part: Int, of parts: Int, in bucket: Int, of contacts: borrowing BucketedRows<ContactRow>
  ) throws(MessageHistoryError) {
    table.removeAll(expecting: contacts.count(of: bucket) / parts)
    try contacts.forEachBlock(in: bucket..<bucket + 1) { rows in
      for row in rows where parts == 1 || row.part(of: parts) == part {
        let change = table.take(row)
        if change != 0 { counts[Int(row.slice)] &+= change }
      }
    }
  }
}
