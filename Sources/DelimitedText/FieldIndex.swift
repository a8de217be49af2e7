/// Where the fields of a batch of records end: one entry a field, kept for the next batch.
///
/// An entry is the offset of the byte that ends the field, a separator or a line end, from the
/// batch's first byte; its top bit is set where the field is the last of its record. The first
/// field of a record begins one past the previous record's line end, every other field one past
/// the separator before it. At CR LF the entry points at the LF, and whoever takes the field out
/// leaves out the CR. Where the input ends without a line end, the entry is one past the last byte.
package struct FieldIndex: Sendable {
  /// The bit that says that a field is the last of its record.
  package static let recordEnd = Record.endsRecord
  /// The greatest batch, in bytes: offsets have 31 bits.
  package static let largestBatch = Int(Int32.max)

  // Filled with zeros once when it grows, so that the scanner may write anywhere into it.
  private var storage: [UInt32]
  /// How many fields are noted.
  package private(set) var count = 0
  /// How many of the batch's first bytes were seen to be ASCII while they were scanned.
  package internal(set) var asciiPrefix = 0

  /// An index without entries, with room for `capacity` of them.
  package init(capacity: Int = 4_096) {
    storage = Array(repeating: 0, count: max(capacity, 0))
  }

  /// The entries as they were written.
  package var entries: ArraySlice<UInt32> { storage[..<count] }

  /// How many bytes the records noted cover, line ends included.
  package var coveredBytes: Int {
    guard count > 0 else { return 0 }
    return Int(storage[count - 1] & ~Self.recordEnd) + 1
  }

  /// How many records are noted; counts them.
  package var recordCount: Int {
    entries.reduce(0) { $0 + Int($1 >> 31) }
  }

  /// The batch as records, for as long as `body` runs.
  ///
  /// `bytes` and `dialect` are those of the scan.
  package func withRecords<Result, Failure: Error>(
    of bytes: UnsafeRawBufferPointer, dialect: Dialect,
    _ body: (RecordBatch) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try storage.withUnsafeBufferPointer { (all: UnsafeBufferPointer<UInt32>) throws(Failure) in
      try body(
        RecordBatch(bytes: bytes, entries: .init(rebasing: all[..<count]), dialect: dialect))
    }
  }

  /// Forgets all entries and keeps the room.
  package mutating func removeAll() {
    count = 0
    asciiPrefix = 0
  }

  /// Forgets all entries after the first `count`.
  mutating func truncate(to count: Int) {
    self.count = min(count, self.count)
  }

  /// Takes back the last `truncateToLastRecord`, up to `count` entries.
  mutating func restore(to count: Int) {
    self.count = min(count, storage.count)
  }

  /// Notes a field that ends at `offset`.
  mutating func append(_ offset: Int, endsRecord: Bool) {
    if count == storage.count { grow(byAtLeast: 1) }
    storage[count] = UInt32(truncatingIfNeeded: offset) | (endsRecord ? Self.recordEnd : 0)
    count += 1
  }

  /// Makes room for at least `needed` more entries.
  mutating func grow(byAtLeast needed: Int) {
    let more = max(needed, storage.count, 1_024)
    storage.append(contentsOf: repeatElement(0, count: more))
  }

  /// Lends the whole storage to `body`, which answers how many entries are filled after it.
  mutating func withStorage(_ body: (UnsafeMutableBufferPointer<UInt32>) -> Int) {
    count = storage.withUnsafeMutableBufferPointer { body($0) }
  }

  /// Forgets the entries after the last one that ends a record, down to `floor` entries.
  ///
  /// Returns one past the offset of that record's end; nil where no record ends past `floor`.
  mutating func truncateToLastRecord(downTo floor: Int) -> Int? {
    while count > floor {
      let entry = storage[count - 1]
      if entry & Self.recordEnd != 0 { return Int(entry & ~Self.recordEnd) + 1 }
      count -= 1
    }
    return nil
  }
}
