import DelimitedText

/// What a scan notes, with offsets from the start of the whole input.
struct Scan: Equatable {
  var entries: [UInt64] = []
  var irregularQuoting = IrregularQuoting()
}

typealias ScanFunction = (UnsafeRawBufferPointer, Bool, inout FieldIndex) -> ScanResult

/// Scans `input` as a reader does that gets `chunk` bytes at a time; in one go where it is nil.
func scan(_ input: [UInt8], chunk: Int? = nil, by function: ScanFunction) -> Scan {
  var scan = Scan()
  var index = FieldIndex(capacity: 0)
  var start = 0
  var end = 0
  input.withUnsafeBytes { bytes in
    repeat {
      end = min(end + (chunk ?? bytes.count), bytes.count)
      let part = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      let result = function(part, end == bytes.count, &index)
      for entry in index.entries {
        let flag = UInt64(entry & FieldIndex.recordEnd) << 32
        scan.entries.append(UInt64(entry & ~FieldIndex.recordEnd) + UInt64(start) | flag)
      }
      scan.irregularQuoting += result.irregularQuoting
      start += result.coveredBytes
    } while end < bytes.count
  }
  return scan
}

/// The cells of all records, as bytes, by the plain scanner.
func cells(_ input: [UInt8], dialect: Dialect = Dialect()) -> [[[UInt8]]] {
  var index = FieldIndex()
  return input.withUnsafeBytes { bytes in
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

/// The cells of all records as text.
func rows(_ input: String, dialect: Dialect = Dialect()) -> [[String]] {
  cells(Array(input.utf8), dialect: dialect).map { $0.map { String(decoding: $0, as: UTF8.self) } }
}

/// Lends the first record of `input` to `body`.
func withFirstRecord<Result>(
  _ input: String, dialect: Dialect = Dialect(), _ body: (Record) -> Result
) -> Result? {
  var index = FieldIndex()
  return Array(input.utf8).withUnsafeBytes { bytes in
    _ = PlainScanner(dialect: dialect).scan(bytes, isFinal: true, into: &index)
    return index.withRecords(of: bytes, dialect: dialect) { batch in
      for record in batch { return body(record) }
      return nil
    }
  }
}

/// Lends the bytes of `text` to `body`.
func withBytes<Result>(_ text: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
  Array(text.utf8).withUnsafeBytes(body)
}
