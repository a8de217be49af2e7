/// One record as it lies in its batch, valid as long as the batch.
///
/// A field is the bytes between two separators with their quotes, a cell is what they say.
package struct Record {
  @usableFromInline let base: UnsafeRawPointer
  @usableFromInline let ends: UnsafeBufferPointer<UInt32>
  package let dialect: Dialect
  /// The offset of the record's first byte in the batch.
  package let start: Int

  @inlinable
  init(
    base: UnsafeRawPointer, start: Int, ends: UnsafeBufferPointer<UInt32>, dialect: Dialect
  ) {
    self.base = base
    self.start = start
    self.ends = ends
    self.dialect = dialect
  }

  /// How many fields there are; one for an empty line.
  @inlinable
  package var fieldCount: Int { ends.count }

  /// Where a field lies in the batch, half-open, without the line end; nil past the last field.
  @inlinable
  package func range(_ field: Int) -> Range<Int>? {
    guard field >= 0 && field < fieldCount else { return nil }
    let start = field == 0 ? self.start : end(field - 1) + 1
    let end = end(field)
    return start..<(field == fieldCount - 1 ? withoutCarriageReturn(start: start, end: end) : end)
  }

  /// A field as it was written, with its quotes; empty past the last field.
  @inlinable
  package func field(_ field: Int) -> UnsafeRawBufferPointer {
    guard let range = range(field) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// What a field says, without its quotes; empty past the last field.
  ///
  /// The bytes lie in the batch, or in `scratch` where a quote inside had to be unescaped; there
  /// they are valid until it is reset.
  @inlinable
  package func cell(_ field: Int, scratch: inout ByteScratch) -> UnsafeRawBufferPointer {
    dialect.unquoted(self.field(field), scratch: &scratch)
  }

  /// What a field says without white space at its ends; empty past the last field or before the
  /// first.
  ///
  /// The same as trimming `cell`, quicker for the many fields that neither begin with a quote nor
  /// have anything to trim.
  @inlinable
  @inline(__always)
  package func trimmedCell(
    _ field: Int, scratch: inout ByteScratch
  ) -> UnsafeRawBufferPointer {
    guard field >= 0 && field < ends.count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let start = field == 0 ? self.start : end(field - 1) + 1
    let end = end(field)
    guard end > start else { return UnsafeRawBufferPointer(start: base + start, count: 0) }
    let first = base.load(fromByteOffset: start, as: UInt8.self)
    let last = base.load(fromByteOffset: end - 1, as: UInt8.self)
    // Printable ASCII at both ends: no white space, and no CR of a line end.
    if first &- 0x21 < 0x5E, last &- 0x21 < 0x5E, first != dialect.quote {
      return UnsafeRawBufferPointer(start: base + start, count: end - start)
    }
    return cell(field, scratch: &scratch).trimmingWhiteSpace()
  }

  /// The whole record as it was written, without its line end.
  @inlinable
  package var bytes: UnsafeRawBufferPointer {
    let end = withoutCarriageReturn(start: start, end: end(fieldCount - 1))
    return UnsafeRawBufferPointer(start: base + start, count: end - start)
  }

  /// The offset of the byte that ends a field.
  @inlinable
  func end(_ field: Int) -> Int {
    Int(ends[field] & ~FieldIndex.recordEnd)
  }

  @inlinable
  func withoutCarriageReturn(start: Int, end: Int) -> Int {
    guard end > start && dialect.lineEnd != .cr else { return end }
    let last = base.load(fromByteOffset: end - 1, as: UInt8.self)
    return last == Byte.carriageReturn ? end - 1 : end
  }
}
