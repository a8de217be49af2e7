/// Finds records and fields byte by byte: the reference for every faster way.
///
/// It reads any bytes with any dialect and always finds some parse. A quote opens a quoted field
/// only as the field's first byte. Inside, separators and line ends are text, and a doubled quote
/// (or one after a backslash) is one quote. A closing quote that is followed by anything but a
/// separator, a line end or the end of the input leaves the field open as one without quotes.
package struct PlainScanner: Sendable {
  package let dialect: Dialect
  // Beyond the range of a byte where the dialect has none.
  private let quote: UInt16
  private let escape: UInt16

  private enum State {
    case fieldStart, unquoted, quoted, escaped, afterQuote
  }

  package init(dialect: Dialect = Dialect()) {
    self.dialect = dialect
    quote = dialect.quote.map(UInt16.init) ?? 0x100
    escape = dialect.escape == .backslash ? UInt16(Byte.backslash) : 0x100
  }

  /// Replaces the entries of `index` by those of all complete records in `bytes`.
  ///
  /// `bytes` begins at the start of a record. With `isFinal` the input ends with them, and what
  /// is left after the last line end is a record too; nothing left is none. Of more than
  /// `FieldIndex.largestBatch` bytes only so many are looked at.
  package func scan(
    _ bytes: UnsafeRawBufferPointer, isFinal: Bool, into index: inout FieldIndex
  ) -> ScanResult {
    let (bytes, isFinal) = bytes.limitedToBatch(isFinal: isFinal)
    var result = ScanResult()
    index.removeAll()
    while scanRecord(in: bytes, isFinal: isFinal, into: &index, result: &result) {}
    return result
  }

  /// Appends the entries of the record that begins after the bytes covered so far.
  ///
  /// Returns false, with everything as before, where no complete record begins there.
  func scanRecord(
    in bytes: UnsafeRawBufferPointer, isFinal: Bool, into index: inout FieldIndex,
    result: inout ScanResult
  ) -> Bool {
    guard result.coveredBytes < bytes.count else { return false }
    let entriesBefore = index.count
    var state = State.fieldStart
    var irregular = IrregularQuoting()

    for position in result.coveredBytes..<bytes.count {
      let byte = bytes[position]
      switch state {
      case .escaped:
        state = .quoted
      case .quoted:
        if UInt16(byte) == quote {
          state = .afterQuote
        } else if UInt16(byte) == escape {
          state = .escaped
        }
      case .fieldStart where UInt16(byte) == quote, .afterQuote where UInt16(byte) == quote:
        state = .quoted
      case .fieldStart, .unquoted, .afterQuote:
        if byte == dialect.separator {
          index.append(position, endsRecord: false)
          state = .fieldStart
        } else if endsRecord(byte, at: position, in: bytes, isFinal: isFinal) {
          index.append(position, endsRecord: true)
          result.coveredBytes = position + 1
          result.irregularQuoting += irregular
          return true
        } else if beginsLineEnd(byte, at: position, in: bytes) {
          continue
        } else if dialect.isPadded, state == .fieldStart, byte == Byte.space {
          continue
        } else {
          if UInt16(byte) == quote { irregular.quotesInText += 1 }
          if state == .afterQuote { irregular.textAfterQuotes += 1 }
          state = .unquoted
        }
      }
    }

    guard isFinal else {
      index.truncate(to: entriesBefore)
      return false
    }
    if state == .quoted || state == .escaped { irregular.unclosedQuotes += 1 }
    index.append(bytes.count, endsRecord: true)
    result.coveredBytes = bytes.count
    result.irregularQuoting += irregular
    return true
  }

  /// Whether `byte`, outside of quotes, is the last byte of a line end.
  private func endsRecord(
    _ byte: UInt8, at position: Int, in bytes: UnsafeRawBufferPointer, isFinal: Bool
  ) -> Bool {
    switch dialect.lineEnd {
    case .lf: byte == Byte.lineFeed
    case .cr: byte == Byte.carriageReturn
    case .any:
      byte == Byte.lineFeed
        || byte == Byte.carriageReturn
          && (position + 1 < bytes.count ? bytes[position + 1] != Byte.lineFeed : isFinal)
    }
  }

  /// Whether `byte`, outside of quotes, is the CR of a CR LF, or of one that the end cut in two.
  private func beginsLineEnd(
    _ byte: UInt8, at position: Int, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    byte == Byte.carriageReturn && dialect.lineEnd != .cr
      && (position + 1 == bytes.count || bytes[position + 1] == Byte.lineFeed)
  }
}

extension UnsafeRawBufferPointer {
  /// As many of the bytes as offsets of 31 bits reach, and whether they are the input's last.
  func limitedToBatch(isFinal: Bool) -> (bytes: UnsafeRawBufferPointer, isFinal: Bool) {
    guard count > FieldIndex.largestBatch else { return (self, isFinal) }
    return (UnsafeRawBufferPointer(rebasing: self[..<FieldIndex.largestBatch]), false)
  }
}
