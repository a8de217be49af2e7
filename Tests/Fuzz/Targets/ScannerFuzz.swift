import DelimitedText

/// The fast scanner notes what the plain one does, and what is written is read again.
///
/// An input is a dialect, a chunk's size and the text.
enum ScannerFuzz {
  private static let dialects = [
    Dialect(), Dialect(quote: nil), Dialect(lineEnd: .cr), Dialect(lineEnd: .any),
    Dialect(escape: .backslash), Dialect(separator: Byte.semicolon),
    Dialect(separator: Byte.comma, quote: UInt8(ascii: "'"), escape: .backslash, lineEnd: .any),
    // Bytes with two meanings, which no detection gives.
    Dialect(separator: Byte.lineFeed), Dialect(separator: Byte.quote),
  ]
  private static let kernels: [ScanKernel] =
    ScanKernel.best == .scalar ? [.scalar] : [.scalar, .best]

  static func check(_ bytes: [UInt8]) throws(FuzzFinding) {
    var input = FuzzInput(bytes)
    let dialect = input.choice(of: dialects) ?? Dialect()
    let chunk = Int(input.byte()) + 1
    let text = Array(input.rest)
    let plain = PlainScanner(dialect: dialect)
    let expected = notes(of: text, chunk: text.count) { plain.scan($0, isFinal: $1, into: &$2) }
    for kernel in kernels {
      let fast = RecordScanner(dialect: dialect, kernel: kernel)
      for size in [text.count, chunk] {
        let found = notes(of: text, chunk: size) { fast.scan($0, isFinal: $1, into: &$2) }
        try require(
          found == expected, "\(kernel) in chunks of \(size): \(found), expected \(expected)")
      }
    }
    try checkWriting(cells(of: text, dialect: dialect))
  }

  /// What a scan notes, with offsets from the start of the whole text.
  private struct Notes: Equatable {
    var ends: [Int] = []
    var irregularQuoting = IrregularQuoting()
  }

  /// Scans as a reader does that gets `chunk` bytes at a time.
  private static func notes(
    of text: [UInt8], chunk: Int,
    by scan: (UnsafeRawBufferPointer, Bool, inout FieldIndex) -> ScanResult
  ) -> Notes {
    var notes = Notes()
    var index = FieldIndex(capacity: 0)
    var start = 0
    var end = 0
    text.withUnsafeBytes { bytes in
      repeat {
        end = min(end + max(chunk, 1), bytes.count)
        let part = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        let result = scan(part, end == bytes.count, &index)
        notes.ends += index.entries.map { entry in
          let offset = Int(entry & ~FieldIndex.recordEnd) + start
          return entry & FieldIndex.recordEnd == 0 ? offset : -1 - offset
        }
        notes.irregularQuoting += result.irregularQuoting
        start += result.coveredBytes
      } while end < bytes.count
    }
    return notes
  }

  private static func cells(of text: [UInt8], dialect: Dialect) -> [[[UInt8]]] {
    var index = FieldIndex()
    return text.withUnsafeBytes { bytes in
      _ = PlainScanner(dialect: dialect).scan(bytes, isFinal: true, into: &index)
      return index.withRecords(of: bytes, dialect: dialect) { batch in
        batch.map { record in
          var scratch = ByteScratch()
          var cells: [[UInt8]] = []
          for field in 0..<record.fieldCount {
            cells.append(Array(record.cell(field, scratch: &scratch)))
          }
          return cells
        }
      }
    }
  }

  private static func checkWriting(_ records: [[[UInt8]]]) throws(FuzzFinding) {
    var writer = RecordWriter()
    for record in records {
      for cell in record { cell.withUnsafeBytes { writer.append($0) } }
      writer.endRecord()
    }
    let again = cells(of: writer.bytes, dialect: Dialect())
    try require(again == records, "written and read again: \(again), expected \(records)")
  }
}
