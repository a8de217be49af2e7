package import DelimitedText

/// How an input's records are told apart and where they begin, before any column is mapped.
package struct InputLayout: Sendable {
  package let file: InputFile
  package let dialect: Dialect
  /// How the samples were understood, and on what evidence.
  package let detection: DialectDetection
  /// The byte at which the table begins: its header, or its first row where it has none.
  package let tableStart: Int
  /// The lines before the table, whether told to be skipped or found to be prose.
  package let skippedLines: Int
  /// The records before the table that hold anything and were found to be prose.
  package let skippedRecords: Int
  /// The first record of the table that is not blank; nil without any.
  let firstRecord: FirstRecord?

  /// Looks at a few places of the input.
  ///
  /// - Throws: `MessageHistoryError` for a file without text or with a first record without an end.
  package init(_ file: InputFile, settings: InputSettings) throws(MessageHistoryError) {
    self.file = file
    let overrides = DialectOverrides(
      separator: settings.separator, quote: settings.quote, escape: settings.escape)
    let whole = try Self.detect(in: file, from: 0, overrides: overrides)
    if let byte = whole.firstZeroByte { throw .notText(path: file.name, byte: byte) }
    let start = whole.byteOrderMark?.bytes.count ?? 0
    if let lines = settings.skippedLines {
      tableStart = try Self.byte(
        after: lines, linesOf: file, from: start, lineEnd: whole.dialect.lineEnd)
      // What is skipped must not have a say in how the rest is read.
      detection =
        lines == 0 ? whole : try Self.detect(in: file, from: tableStart, overrides: overrides)
      skippedLines = lines
      skippedRecords = 0
    } else if !settings.hasHeader {
      // Without a header to look for, what stands before the first full row may be a row too.
      tableStart = start
      detection = whole
      skippedLines = 0
      skippedRecords = 0
    } else {
      tableStart = start + whole.table.skippedBytes
      detection = whole
      skippedLines = whole.table.skippedLines
      skippedRecords = whole.table.skippedRecords
    }
    dialect = detection.dialect
    firstRecord = try Self.firstRecord(of: file, at: tableStart, dialect: dialect)
  }

  /// - Throws: `recordTooLong` where it has no end within what a record may have.
  private static func firstRecord(
    of file: InputFile, at start: Int, dialect: Dialect
  ) throws(MessageHistoryError) -> FirstRecord? {
    var missing = MissingEnd.lineEnd
    for count in [usualRecord, blockSize, longestRecord] {
      let head = try bytes(of: file, at: start, count: count)
      let isWhole = start + head.count >= file.size
      let record = FirstRecord(head, at: start, dialect: dialect, isWholeInput: isWhole)
      if record != nil || isWhole { return record }
      missing = head.withUnsafeBytes { MissingEnd(of: $0, dialect: dialect) }
    }
    throw .recordTooLong(
      path: file.name, byte: start, limit: longestRecord, missing: missing)
  }

  /// Tells the dialect of what begins at `start`.
  private static func detect(
    in file: InputFile, from start: Int, overrides: DialectOverrides
  ) throws(MessageHistoryError) -> DialectDetection {
    let size = max(0, file.size - start)
    var samples: [[UInt8]] = []
    for place in DialectDetection.samplePlaces(size: size) {
      samples.append(try bytes(of: file, at: start + place.lowerBound, count: place.count))
    }
    let all = samples.flatMap { $0 }
    let counts = samples.map(\.count)
    return all.withUnsafeBytes { all in
      var next = 0
      let views = counts.map { count in
        defer { next += count }
        return UnsafeRawBufferPointer(rebasing: all[next..<next + count])
      }
      return DialectDetection(
        samples: views, isWholeInput: size <= DialectDetection.sampleSize, overrides: overrides)
    }
  }

  /// The bytes from `start` on, at most `count`.
  private static func bytes(
    of file: InputFile, at start: Int, count: Int
  ) throws(MessageHistoryError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, min(count, file.size - start)))
    let result = bytes.withUnsafeMutableBytes { room in
      Result { () throws(MessageHistoryError) in try file.read(into: room, at: start) }
    }
    let filled = try result.get()
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// The byte after so many lines; the input's end where it has fewer.
  private static func byte(
    after lines: Int, linesOf file: InputFile, from start: Int, lineEnd: Dialect.LineEnd
  ) throws(MessageHistoryError) -> Int {
    var left = lines
    var offset = start
    while left > 0 {
      let block = try bytes(of: file, at: offset, count: blockSize)
      if block.isEmpty { return offset }
      for (index, byte) in block.enumerated() {
        let next = index + 1 < block.count ? block[index + 1] : nil
        let endsLine =
          switch lineEnd {
          case .lf: byte == Byte.lineFeed
          case .cr: byte == Byte.carriageReturn
          case .any:
            byte == Byte.lineFeed || byte == Byte.carriageReturn && next != Byte.lineFeed
          }
        if endsLine { left -= 1 }
        if left == 0 { return offset + index + 1 }
      }
      offset += block.count
    }
    return offset
  }

  /// Nearly every first record ends within so many bytes, and memory for more takes longer than reading
  /// them.
  private static let usualRecord = 16 << 10
  /// Bytes read at a time.
  private static let blockSize = 1 << 20
  /// How far into the table its first record may end: 100,000 columns have room.
  private static let longestRecord = 4 << 20
}

/// The first record of a table that is not blank.
struct FirstRecord: Sendable {
  let cells: [String]
  /// The same as they stand in the file, which may be no UTF-8.
  let cellBytes: [[UInt8]]
  /// The byte after its line end.
  let end: Int

  /// Nil where there is no record but blank ones in `sample`, which begins at the byte `start`.
  init?(_ sample: [UInt8], at start: Int, dialect: Dialect, isWholeInput: Bool) {
    var index = FieldIndex()
    let scanner = RecordScanner(dialect: dialect)
    let found: (cells: [[UInt8]], end: Int)? = sample.withUnsafeBytes { text in
      _ = scanner.scan(text, isFinal: isWholeInput, into: &index)
      return index.withRecords(of: text, dialect: dialect) { batch in
        var records = batch.makeIterator()
        while let record = records.next() {
          if record.isBlank { continue }
          var scratch = ByteScratch()
          let cells = (0..<record.fieldCount).map { field in
            Array(record.cell(field, scratch: &scratch).trimmingWhiteSpace())
          }
          let end = records.next().map { start + $0.start }
          return (cells, end ?? start + Self.end(of: record, in: text))
        }
        return nil
      }
    }
    guard let found else { return nil }
    cells = found.cells.map { String(decoding: $0, as: UTF8.self) }
    cellBytes = found.cells
    end = found.end
  }

  /// The offset after a record and its line end, where no record follows in the sample.
  private static func end(of record: Record, in text: UnsafeRawBufferPointer) -> Int {
    var end = record.start + record.bytes.count
    if end < text.count, text[end] == Byte.carriageReturn { end += 1 }
    if end < text.count, text[end] == Byte.lineFeed { end += 1 }
    return end
  }
}
