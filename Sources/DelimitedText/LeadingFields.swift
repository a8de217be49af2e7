import CByteScan

/// Finds the first fields of a record, as far as they are wanted, without scanning the rest of it.
///
/// For those who look at a few cells of many single records. What is found is what a scanner finds;
/// where quoting is irregular nothing is found, and a scanner has to be asked.
package struct LeadingFields: ~Copyable {
  // Entries as in a `FieldIndex`, in memory of its own.
  private let ends: UnsafeMutablePointer<UInt32>
  private let wanted: Int
  private let dialect: Dialect
  private var special: byte_scan_dialect
  private let kernel: byte_scan_kernel

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
    ends = .allocate(capacity: count)
  }

  deinit { ends.deallocate() }

  /// The record at the start of some bytes, with its first fields only.
  ///
  /// - Parameter bytes: from the start of a record on.
  /// - Returns: the record, valid until the next one is looked for; nil where a scanner has to be
  ///   asked, or where the fields are not all in the bytes.
  package mutating func record(at bytes: UnsafeRawBufferPointer) -> Record? {
    guard let base = bytes.baseAddress else { return nil }
    let count = byte_scan_leading_fields(
      kernel, &special, base.assumingMemoryBound(to: UInt8.self),
      min(bytes.count, FieldIndex.largestBatch), ends, wanted)
    guard count > 0 else { return nil }
    return Record(base: base, start: 0, ends: ends, fieldCount: count, dialect: dialect)
  }
}
