/// The records of a scanned stretch of bytes, valid as long as the bytes and their index.
// Public for the reason that `Record` is.
public struct RecordBatch: Sequence {
  /// The bytes that were scanned.
  package let bytes: UnsafeRawBufferPointer
  package let dialect: Dialect
  /// The entries of the scan.
  package let entries: UnsafeBufferPointer<UInt32>

  init(
    bytes: UnsafeRawBufferPointer, entries: UnsafeBufferPointer<UInt32>, dialect: Dialect
  ) {
    self.bytes = bytes
    self.entries = entries
    self.dialect = dialect
  }

  /// The record whose first field has the entry `entry`, for somebody who has found it in
  /// `entries`.
  package func record(at entry: Int, fieldCount: Int, start: Int) -> Record? {
    guard fieldCount > 0, entry >= 0, entry + fieldCount <= entries.count,
      let base = bytes.baseAddress, let all = entries.baseAddress
    else { return nil }
    return Record(
      base: base, start: start, ends: all + entry, fieldCount: fieldCount, dialect: dialect)
  }

  public func makeIterator() -> Iterator {
    Iterator(base: bytes.baseAddress, entries: entries, dialect: dialect)
  }

  /// Goes over the records in the order of the bytes.
  public struct Iterator: IteratorProtocol {
    @usableFromInline let base: UnsafeRawPointer?
    @usableFromInline let entries: UnsafeBufferPointer<UInt32>
    @usableFromInline let dialect: Dialect
    @usableFromInline var nextEntry = 0
    @usableFromInline var nextStart = 0

    fileprivate init(
      base: UnsafeRawPointer?, entries: UnsafeBufferPointer<UInt32>, dialect: Dialect
    ) {
      self.base = base
      self.entries = entries
      self.dialect = dialect
    }

    @inlinable
    @inline(always)
    public mutating func next() -> Record? {
      guard nextEntry < entries.count, let base, let all = entries.baseAddress else { return nil }
      let first = nextEntry
      let lastOfAll = entries.count &- 1
      var last = first
      // The last entry of an index always ends a record; the bound is for one that is cut.
      while all[last] < Record.endsRecord, last < lastOfAll { last &+= 1 }
      nextEntry = last &+ 1
      let record = Record(
        base: base, start: nextStart, ends: all + first, fieldCount: nextEntry &- first,
        dialect: dialect)
      nextStart = record.end(last &- first) &+ 1
      return record
    }
  }
}
