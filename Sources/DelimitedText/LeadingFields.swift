/// Finds the first fields of a record, as far as they are wanted, without scanning the rest of it.
///
/// For those who look at a few cells of many single records. What is found is what a scanner finds;
/// where a record is not regular, or its end is needed to tell, nothing is found, and a scanner has to
/// be asked. Eight bytes at a time are looked at.
package struct LeadingFields: ~Copyable {
  // Entries as in a `FieldIndex`, in memory of its own.
  private let ends: UnsafeMutablePointer<UInt32>
  private let wanted: Int
  private let dialect: Dialect
  private let lineEnd: UInt8
  private let separators: UInt64
  private let lineEnds: UInt64
  private let quotes: UInt64

  /// Nil for a dialect in which a line end or a quote has more than one form.
  ///
  /// - Parameters:
  ///   - count: how many fields are wanted, at least 1.
  ///   - dialect: of the records.
  package init?(count: Int, dialect: Dialect) {
    guard count > 0, let lineEnd = RecordScanner(dialect: dialect).parityLineEnd else { return nil }
    wanted = count
    self.dialect = dialect
    self.lineEnd = lineEnd
    ends = .allocate(capacity: count)
    separators = UInt64(dialect.separator) &* Self.ones
    lineEnds = UInt64(lineEnd) &* Self.ones
    // Where quotes have no meaning, looking for separators twice finds nothing else.
    quotes = UInt64(dialect.quote ?? dialect.separator) &* Self.ones
  }

  deinit { ends.deallocate() }

  /// The record at the start of some bytes, with its first fields only.
  ///
  /// - Parameter bytes: from the start of a record on.
  /// - Returns: the record, valid until the next one is looked for; nil where a scanner has to be
  ///   asked, or where the fields are not all in the bytes.
  package func record(at bytes: UnsafeRawBufferPointer) -> Record? {
    guard let base = bytes.baseAddress, bytes.count < FieldIndex.largestBatch else { return nil }
    var start = 0
    var count = 0
    while count < wanted {
      guard let end = self.end(ofFieldAt: start, base, bytes.count) else { return nil }
      let byte = base.load(fromByteOffset: end, as: UInt8.self)
      let isLast = byte == lineEnd
      ends[count] = UInt32(truncatingIfNeeded: end) | (isLast ? FieldIndex.recordEnd : 0)
      count &+= 1
      if isLast { break }
      start = end &+ 1
    }
    return Record(base: base, start: 0, ends: ends, fieldCount: count, dialect: dialect)
  }

  /// The offset of the separator or line end behind the field that begins at an offset; nil where
  /// there is none, or a quote stands where none may.
  @inline(__always)
  private func end(ofFieldAt start: Int, _ base: UnsafeRawPointer, _ count: Int) -> Int? {
    guard start < count else { return nil }
    if let quote = dialect.quote, base.load(fromByteOffset: start, as: UInt8.self) == quote {
      return end(ofQuotedFieldAt: start, quote, UnsafeRawBufferPointer(start: base, count: count))
    }
    var next = start
    while next &+ 8 <= count {
      let word = UInt64(
        littleEndian: base.loadUnaligned(fromByteOffset: next, as: UInt64.self))
      let found =
        Self.zeros(of: word ^ separators) | Self.zeros(of: word ^ lineEnds)
        | Self.zeros(of: word ^ quotes)
      if found != 0 {
        let end = next &+ found.trailingZeroBitCount / 8
        return base.load(fromByteOffset: end, as: UInt8.self) == dialect.quote ? nil : end
      }
      next &+= 8
    }
    // The last bytes at hand: whoever has more of them may ask again.
    return nil
  }

  /// The same for a field in quotes.
  private func end(
    ofQuotedFieldAt start: Int, _ quote: UInt8, _ bytes: UnsafeRawBufferPointer
  ) -> Int? {
    var next = start + 1
    while let found = bytes.firstOffset(of: quote, from: next), found + 1 < bytes.count {
      let behind = bytes[found + 1]
      if behind == quote {
        next = found + 2
        continue
      }
      if behind == dialect.separator || behind == lineEnd { return found + 1 }
      let isTwoByteLineEnd =
        lineEnd == Byte.lineFeed && behind == Byte.carriageReturn && found + 2 < bytes.count
        && bytes[found + 2] == Byte.lineFeed
      return isTwoByteLineEnd ? found + 2 : nil
    }
    return nil
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that is 0, and perhaps of bytes above the lowest of them.
  @inline(__always)
  private static func zeros(of bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes & highs }
}
