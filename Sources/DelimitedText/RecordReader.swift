/// Reads the records of a file or of bytes in order: for small files and for tests.
///
/// Large histories are read by many threads elsewhere; this is one thread and one buffer, which
/// holds a chunk, or the longest record where that is greater.
package struct RecordReader: ~Copyable {
  /// What the first bytes told.
  package let detection: DialectDetection
  /// The dialect that is read: the one given, else the one detected.
  package let dialect: Dialect
  /// The irregular quotes so far.
  package private(set) var irregularQuoting = IrregularQuoting()

  private var source: ByteSource
  private let scanner: RecordScanner
  private let recordLimit: Int
  private var index = FieldIndex()
  // The bytes from `start` up to `filled` are read and not yet handed out.
  private var buffer: [UInt8]
  private var start: Int
  private var filled: Int
  private var reachedEnd: Bool
  private var position: TextPosition
  private var lines: LineCounter

  /// Opens a file; without `dialect` it is detected.
  ///
  /// A record of more than `recordLimit` bytes is an error: an open quote would else take the
  /// whole file into memory.
  package init(
    path: String, dialect: Dialect? = nil, chunkSize: Int = 1 << 20,
    recordLimit: Int = 64 << 20
  ) throws(DelimitedTextError) {
    try self.init(
      source: ByteSource(path: path), dialect: dialect, chunkSize: chunkSize,
      recordLimit: recordLimit)
  }

  /// Reads bytes from memory; `name` stands for the path in errors.
  package init(
    bytes: [UInt8], name: String = "-", dialect: Dialect? = nil, chunkSize: Int = 1 << 20,
    recordLimit: Int = 64 << 20
  ) throws(DelimitedTextError) {
    try self.init(
      source: ByteSource(bytes: bytes, name: name), dialect: dialect, chunkSize: chunkSize,
      recordLimit: recordLimit)
  }

  private init(
    source: consuming ByteSource, dialect: Dialect?, chunkSize: Int, recordLimit: Int
  ) throws(DelimitedTextError) {
    // The first filling is a sample at least, and a byte more, which tells whether it is all.
    var buffer = [UInt8](repeating: 0, count: max(chunkSize, DialectDetection.sampleSize + 1))
    let filled = try source.fill(&buffer, from: 0)
    let reachedEnd = filled < buffer.count
    let detection = buffer.withUnsafeBytes {
      DialectDetection(
        samples: [UnsafeRawBufferPointer(rebasing: $0[..<filled])], isWholeInput: reachedEnd,
        overrides: dialect.map(DialectOverrides.init) ?? DialectOverrides())
    }
    switch detection.byteOrderMark {
    case .utf8, nil: break
    case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian:
      throw .unexpectedUTF16(path: source.name)
    }
    if let byte = detection.firstZeroByte { throw .notText(path: source.name, byte: byte) }

    self.detection = detection
    self.dialect = dialect ?? detection.dialect
    self.recordLimit = min(max(recordLimit, 1), FieldIndex.largestBatch / 2)
    self.buffer = buffer
    self.filled = filled
    self.reachedEnd = reachedEnd
    scanner = RecordScanner(dialect: self.dialect)
    start = detection.byteOrderMark?.bytes.count ?? 0
    position = TextPosition(byte: start)
    lines = LineCounter(lineEnd: self.dialect.lineEnd)
    self.source = source
  }

  /// Lends the next records to `body`, with the place of the first; nil after the last.
  ///
  /// The batch is valid while `body` runs. Which records come together is chance.
  package mutating func nextBatch<Result>(
    _ body: (RecordBatch, TextPosition) throws -> Result
  ) throws -> Result? {
    while true {
      let result = scan()
      if result.coveredBytes > 0 {
        let output = try lend(coveredBytes: result.coveredBytes, to: body)
        irregularQuoting += result.irregularQuoting
        return output
      }
      if reachedEnd { return nil }
      try readOn()
    }
  }

  private mutating func scan() -> ScanResult {
    // Taken out of `self`, since the buffer is borrowed meanwhile.
    var index = FieldIndex(capacity: 0)
    swap(&index, &self.index)
    defer { self.index = index }
    return buffer.withUnsafeBytes { [scanner, start, filled, reachedEnd] bytes in
      scanner.scan(
        UnsafeRawBufferPointer(rebasing: bytes[start..<filled]), isFinal: reachedEnd,
        into: &index)
    }
  }

  private mutating func lend<Result>(
    coveredBytes: Int, to body: (RecordBatch, TextPosition) throws -> Result
  ) throws -> Result {
    let end = start + coveredBytes
    let here = position
    let output = try buffer.withUnsafeBytes { [index, dialect, start] bytes in
      try index.withRecords(
        of: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), dialect: dialect
      ) { try body($0, here) }
    }
    var lines = self.lines
    buffer.withUnsafeBytes { [start] bytes in
      lines.advance(over: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }
    self.lines = lines
    position = TextPosition(
      line: lines.line, record: position.record + index.recordCount,
      byte: position.byte + coveredBytes)
    start = end
    return output
  }

  /// Moves the unfinished record to the front, where it may need more room, and reads after it.
  private mutating func readOn() throws(DelimitedTextError) {
    let pending = filled - start
    guard pending <= recordLimit else {
      let missing = buffer.withUnsafeBytes { bytes in
        MissingEnd(of: UnsafeRawBufferPointer(rebasing: bytes[start..<filled]), dialect: dialect)
      }
      throw .recordTooLong(
        path: source.name, position: position, limit: recordLimit, missing: missing)
    }
    buffer.withUnsafeMutableBytes { [start, filled] bytes in
      bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<filled]))
    }
    start = 0
    filled = pending
    // Doubled, so that a long record is not scanned again for each chunk of it.
    if pending > buffer.count / 2 {
      buffer.append(contentsOf: repeatElement(0, count: buffer.count))
    }
    filled += try source.fill(&buffer, from: pending)
    reachedEnd = filled < buffer.count
  }
}
