import CByteScan

/// Finds the first fields of a record, as far as they are wanted, without scanning the rest of it.
///
/// For those who look at a few cells of many single records. What is found is what a scanner finds;
/// where quoting is irregular nothing is found, and a scanner has to be asked.
// Public with what is asked of millions of records, as `Record` is.
public struct LeadingFields: ~Copyable {
  // Entries as in a `FieldIndex`, in memory of its own.
  @usableFromInline let ends: UnsafeMutablePointer<UInt32>
  private let wanted: Int
  @usableFromInline let dialect: Dialect
  private var special: byte_scan_dialect
  private let kernel: byte_scan_kernel
  // What was found last. A `Record` that is handed on goes through memory byte by byte.
  @usableFromInline private(set) var base: UnsafeRawPointer?
  @usableFromInline private(set) var fieldCount = 0

  /// Nil for a dialect in which a line end or a quote has more than one form.
  ///
  /// - Parameters:
  ///   - count: how many fields are wanted, at least 1.
  ///   - dialect: of the records.
  ///   - kernel: one that the machine has.
  package init?(count: Int, dialect: Dialect, kernel: ScanKernel = .best) {
    guard count > 0, RecordScanner.canScanFast(dialect) else { return nil }
    wanted = count
    self.dialect = dialect
    special = byte_scan_dialect(dialect)
    self.kernel = kernel.kernel
    ends = .allocate(capacity: count + Int(BYTE_SCAN_SLACK))
  }

  deinit { ends.deallocate() }

  /// Finds the first fields of the record at the start of some bytes, which are asked for next, as
  /// long as these bytes are there.
  ///
  /// - Parameter bytes: from the start of a record on.
  /// - Returns: false where a scanner has to be asked, or where the fields are not all in the bytes.
  package mutating func find(at bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    base = start
    fieldCount = byte_scan_leading_fields(
      kernel, &special, start.assumingMemoryBound(to: UInt8.self),
      min(bytes.count, FieldIndex.largestBatch), ends, wanted)
    return fieldCount > 0
  }

  /// The record with the fields that were found; nil where there are none.
  @inlinable
  public var record: Record? {
    @inline(__always)
    get {
      guard let base, fieldCount > 0 else { return nil }
      return Record(base: base, start: 0, ends: ends, fieldCount: fieldCount, dialect: dialect)
    }
  }
}
