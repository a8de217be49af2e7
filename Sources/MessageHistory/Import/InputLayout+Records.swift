package import DelimitedText

extension InputLayout {
  /// Lends the table's records to `body` in order, batch by batch, its first record included.
  ///
  /// One buffer is held, of a mebibyte or the longest record. For looking at an input on one
  /// thread; histories are read by `ChunkQueue`.
  ///
  /// - Returns: the irregular quotes.
  /// - Throws: `MessageHistoryError` for an input that cannot be read or a record without an end,
  ///   and what `body` throws.
  package func forEachBatch(
    longestRecord: Int = 64 << 20, _ body: (RecordBatch) throws -> Void
  ) throws -> IrregularQuoting {
    let scanner = RecordScanner(dialect: dialect)
    var irregularQuoting = IrregularQuoting()
    var index = FieldIndex()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    // The beginning of a record whose end has not been read yet.
    var pending = 0
    var offset = tableStart
    while true {
      if pending > buffer.count / 2 {
        buffer.append(contentsOf: repeatElement(0, count: buffer.count))
      }
      let filled = try buffer.withUnsafeMutableBytes { bytes in
        let room = UnsafeMutableRawBufferPointer(rebasing: bytes[pending...])
        return pending + (try file.read(into: room, at: offset))
      }
      offset += filled - pending
      let isFinal = filled < buffer.count
      let covered = try buffer.withUnsafeBytes { bytes in
        let text = UnsafeRawBufferPointer(rebasing: bytes[..<filled])
        let result = scanner.scan(text, isFinal: isFinal, into: &index)
        irregularQuoting += result.irregularQuoting
        try index.withRecords(of: text, dialect: dialect, body)
        return result.coveredBytes
      }
      if isFinal { return irregularQuoting }
      pending = filled - covered
      guard pending <= longestRecord else {
        let missing = buffer.withUnsafeBytes { bytes in
          MissingEnd(
            of: UnsafeRawBufferPointer(rebasing: bytes[covered..<filled]), dialect: dialect)
        }
        throw MessageHistoryError.recordTooLong(
          path: file.name, byte: offset - pending, limit: longestRecord, missing: missing)
      }
      buffer.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[covered..<filled]))
      }
    }
  }
}
