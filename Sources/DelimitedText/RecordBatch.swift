/// The records of a scanned stretch of bytes, valid as long as the bytes and their index.
package struct RecordBatch: Sequence {
  /// The bytes that were scanned.
  package let bytes: UnsafeRawBufferPointer
  package let dialect: Dialect
  @usableFromInline let entries: UnsafeBufferPointer<UInt32>

  @inlinable
  init(
    bytes: UnsafeRawBufferPointer, entries: UnsafeBufferPointer<UInt32>, dialect: Dialect
  ) {
    self.bytes = bytes
    self.entries = entries
    self.dialect = dialect
  }

  @inlinable
  package func makeIterator() -> Iterator { Iterator(batch: self) }

  /// Goes over the records in the order of the bytes.
  package struct Iterator: IteratorProtocol {
    @usableFromInline let batch: RecordBatch
    @usableFromInline var nextEntry = 0
    @usableFromInline var nextStart = 0

    @inlinable
    init(batch: RecordBatch) {
      self.batch = batch
    }

    @inlinable
    package mutating func next() -> Record? {
      let entries = batch.entries
      guard nextEntry < entries.count, let base = batch.bytes.baseAddress else { return nil }
      var last = nextEntry
      // The last entry of an index always ends a record; the bound is for one that is cut.
      while entries[last] & FieldIndex.recordEnd == 0 && last + 1 < entries.count { last += 1 }
      let ends = UnsafeBufferPointer(rebasing: entries[nextEntry...last])
      let record = Record(base: base, start: nextStart, ends: ends, dialect: batch.dialect)
      nextEntry = last + 1
      nextStart = record.end(last - (nextEntry - ends.count)) + 1
      return record
    }
  }
}
