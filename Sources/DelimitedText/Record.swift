/// One record as it lies in its batch, valid as long as the batch.
///
/// A field is the bytes between two separators with their quotes, a cell is what they say.
// Public with what is asked of every record: Swift 6.3 hands out no bodies of package functions,
// so that other modules would have to call them.
public struct Record {
  @usableFromInline let base: UnsafeRawPointer
  @usableFromInline let ends: UnsafePointer<UInt32>
  @usableFromInline package let dialect: Dialect
  /// How many fields there are; one for an empty line.
  public let fieldCount: Int
  /// The offset of the record's first byte in the batch.
  public let start: Int

  /// - Parameters:
  ///   - base: the batch's first byte.
  ///   - start: the offset of the record's first byte.
  ///   - ends: an entry a field.
  ///   - fieldCount: at least 1.
  ///   - dialect: the batch's.
  @inlinable
  @inline(always)
  init(
    base: UnsafeRawPointer, start: Int, ends: UnsafePointer<UInt32>, fieldCount: Int,
    dialect: Dialect
  ) {
    self.base = base
    self.start = start
    self.ends = ends
    self.fieldCount = fieldCount
    self.dialect = dialect
  }

  /// Where a field lies in the batch, half-open, without the line end; nil past the last field.
  package func range(_ field: Int) -> Range<Int>? {
    guard field >= 0 && field < fieldCount else { return nil }
    let start = start(of: field)
    let end = end(field)
    return start..<(field == fieldCount - 1 ? withoutCarriageReturn(start: start, end: end) : end)
  }

  /// A field as it was written, with its quotes; empty past the last field.
  package func field(_ field: Int) -> UnsafeRawBufferPointer {
    guard let range = range(field) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// What a field says, without its quotes; empty past the last field.
  ///
  /// The bytes lie in the batch, or in `scratch` where a quote inside had to be unescaped; there
  /// they are valid until it is reset.
  package func cell(_ field: Int, scratch: inout ByteScratch) -> UnsafeRawBufferPointer {
    dialect.unquoted(self.field(field), scratch: &scratch)
  }

  /// What a field says without white space at its ends; empty past the last field or before the
  /// first.
  ///
  /// The same as trimming `cell`, quicker for the many fields that are plain.
  package func trimmedCell(
    _ field: Int, scratch: inout ByteScratch
  ) -> UnsafeRawBufferPointer {
    guard field >= 0 && field < fieldCount else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    if let plain = plainCell(field) {
      return UnsafeRawBufferPointer(start: plain.start, count: plain.count)
    }
    return cell(field, scratch: &scratch).trimmingWhiteSpace()
  }

  /// A field that has neither quotes around it nor anything to trim, as it lies in the batch; nil
  /// for one to be looked at with care, and past the last one.
  @inlinable
  @inline(always)
  public func plainCell(_ field: Int) -> (start: UnsafeRawPointer, count: Int)? {
    guard field < fieldCount else { return nil }
    let start = start(of: field)
    let end = end(field)
    if end == start { return (base + start, 0) }
    let first = base.load(fromByteOffset: start, as: UInt8.self)
    let last = base.load(fromByteOffset: end &- 1, as: UInt8.self)
    // Printable ASCII at both ends: no white space, and no CR of a line end.
    guard first &- 0x21 < 0x5E, last &- 0x21 < 0x5E, first != dialect.quote else { return nil }
    return (base + start, end &- start)
  }

  /// Adjacent fields as they were written, with the separators between them, and a CR of the line
  /// end after the last; as many of them as there are.
  ///
  /// - Parameters:
  ///   - first: from 0.
  ///   - last: not before the first.
  /// - Returns: where they begin in the batch, and how many bytes they are.
  @inlinable
  @inline(always)
  public func span(from first: Int, through last: Int) -> (start: UnsafeRawPointer, count: Int) {
    guard first < fieldCount else { return (base, 0) }
    let start = start(of: first)
    return (base + start, end(min(last, fieldCount &- 1)) &- start)
  }

  /// The whole record as it was written, without its line end.
  package var bytes: UnsafeRawBufferPointer {
    let end = withoutCarriageReturn(start: start, end: end(fieldCount - 1))
    return UnsafeRawBufferPointer(start: base + start, count: end - start)
  }

  /// The bit of an entry that says that the field is the last of its record.
  @inlinable
  static var endsRecord: UInt32 { 1 << 31 }

  /// The offset of a field's first byte.
  @inlinable
  @inline(always)
  func start(of field: Int) -> Int {
    field == 0 ? start : end(field &- 1) &+ 1
  }

  /// The offset of the byte that ends a field.
  @inlinable
  @inline(always)
  func end(_ field: Int) -> Int {
    Int(truncatingIfNeeded: ends[field] & ~Record.endsRecord)
  }

  private func withoutCarriageReturn(start: Int, end: Int) -> Int {
    guard end > start && dialect.lineEnd != .cr else { return end }
    let last = base.load(fromByteOffset: end - 1, as: UInt8.self)
    return last == Byte.carriageReturn ? end - 1 : end
  }
}
