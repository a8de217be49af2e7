import DelimitedText

/// Reads single rows again by their places: for names, ids and texts that a report shows.
package struct RowFetcher {
  private let inputs: PreparedInputs
  /// The bytes of the window, and room for more after them.
  private var room: [UInt8] = []
  private var windowCount = 0
  /// The window's input; nil while there is no window.
  private var extent: InputExtent?
  // What is known of the window's input, so that it is not looked up for each row.
  private var scanner = RecordScanner()
  private var reading: SharedReading?
  private var source: InputReader?
  private var inputSize = 0
  private var windowStart = 0
  private var index = FieldIndex(capacity: 64)

  /// Bytes read at a time where rows lie far apart, and where they follow one another.
  private static let smallWindow = 4 << 10
  private static let largeWindow = 256 << 10

  /// Bytes that most rows fit in, and nearly all others.
  private static let usualRows = [256, 1_024]

  package init(inputs: PreparedInputs) {
    self.inputs = inputs
  }

  /// Calls `body` with the cells of the row at `place`.
  ///
  /// Rows asked for in the order of their places are read like a file, others one by one.
  /// - Throws: `MessageHistoryError.changedWhileRead` where the input is not as it was.
  package mutating func withRow<Result>(
    at place: Place, _ body: (FetchedRow) -> Result
  ) throws(MessageHistoryError) -> Result {
    var result: Result?
    try visitRow(at: place) { result = body($0) }
    guard let result else { throw .changedWhileRead(path: inputs.name(at: place)) }
    return result
  }

  /// The same for bytes, which is asked for millions of rows, without the price of a type that is
  /// known only at run time.
  package mutating func withRow(
    at place: Place, _ body: (FetchedRow) -> [UInt8]
  ) throws(MessageHistoryError) -> [UInt8] {
    var result: [UInt8] = []
    try visitRow(at: place) { result = body($0) }
    return result
  }

  /// The same for a body that keeps what it needs: the cheapest way to millions of rows.
  mutating func visitRow(
    at place: Place, _ body: (FetchedRow) -> Void
  ) throws(MessageHistoryError) {
    let isNear =
      offset(of: place).map {
        $0 >= windowStart && $0 < windowStart + windowCount + Self.smallWindow
      } ?? false
    let size = isNear ? Self.largeWindow : Self.smallWindow
    if try visitRow(at: place, reading: size, body), let extent {
      try inputs[extent.ordinal].checkUnchanged()
    }
  }

  /// Calls `body` with a row; where that is not at hand, so many bytes are read from there on.
  ///
  /// - Returns: whether anything was read.
  private mutating func visitRow(
    at place: Place, reading bytes: Int, _ body: (FetchedRow) -> Void
  ) throws(MessageHistoryError) -> Bool {
    if let offset = offset(of: place), offset >= windowStart, scan(at: offset, body) {
      return false
    }
    var size = bytes
    while true {
      let offset = try load(place, size)
      if scan(at: offset, body) { return true }
      guard windowStart + windowCount < inputSize else {
        throw .changedWhileRead(path: inputs.name(at: place))
      }
      size *= 8
    }
  }

  /// The byte that a place means of the window's input; nil where it lies in another.
  private func offset(of place: Place) -> Int? {
    guard let extent, extent.places.contains(place) else { return nil }
    return extent.offset(of: place)
  }

  /// Reads so many bytes from a place on; returns which byte of its input that is.
  private mutating func load(_ place: Place, _ size: Int) throws(MessageHistoryError) -> Int {
    let extent = inputs.extent(around: place)
    if extent != self.extent {
      let input = inputs[extent.ordinal]
      source = try input.file.reader()
      self.extent = extent
      scanner = RecordScanner(dialect: input.dialect)
      reading = SharedReading(input.reading)
      inputSize = input.file.size
    }
    windowStart = extent.offset(of: place)
    let wanted = min(size, max(0, inputSize - windowStart))
    windowCount = 0
    if room.count < wanted { room = [UInt8](repeating: 0, count: wanted) }
    let result = room.withUnsafeMutableBytes { room in
      Swift.Result { () throws(MessageHistoryError) in
        try source?.read(
          into: UnsafeMutableRawBufferPointer(rebasing: room[..<wanted]), at: windowStart)
      }
    }
    guard try result.get() == wanted else {
      throw .changedWhileRead(path: inputs.name(at: place))
    }
    windowCount = wanted
    return windowStart
  }

  /// False where the window does not hold the whole record.
  private mutating func scan(at offset: Int, _ body: (FetchedRow) -> Void) -> Bool {
    let start = offset - windowStart
    guard start < windowCount, let reading else { return false }
    let isFinal = windowStart + windowCount == inputSize
    return withExtendedLifetime(reading) {
      room.withUnsafeBytes { room in
        let text = UnsafeRawBufferPointer(rebasing: room[start..<windowCount])
        guard scanFirstRecord(of: text, isFinal: isFinal) else { return false }
        return index.withRecords(of: text, dialect: scanner.dialect) { batch in
          var records = batch.makeIterator()
          guard let record = records.next() else { return false }
          body(FetchedRow(record: record, reading: reading))
          return true
        }
      }
    }
  }
}

extension RowFetcher {
  /// Scans the record at the start of a text; false where it has no end there.
  ///
  /// The fast scanner goes over what most rows fit in, the plain one over the longest ones.
  private mutating func scanFirstRecord(
    of text: UnsafeRawBufferPointer, isFinal: Bool
  ) -> Bool {
    for size in Self.usualRows {
      let usual = UnsafeRawBufferPointer(rebasing: text[..<min(text.count, size)])
      _ = scanner.scan(
        usual, isFinal: isFinal && usual.count == text.count, into: &index)
      if index.count > 0 { return true }
    }
    return PlainScanner(dialect: scanner.dialect).scanFirstRecord(
      text, isFinal: isFinal, into: &index)
  }
}

extension PreparedInput {
  /// - Throws: `changedWhileRead` where the file is not that of the opening.
  package func checkUnchanged() throws(MessageHistoryError) {
    guard file.isUnchanged else { throw .changedWhileRead(path: file.name) }
  }
}

/// How an input's rows are read, behind one reference: a row that is handed out costs one count
/// and not one for each table in it.
private final class SharedReading: Sendable {
  let reading: RowReading

  init(_ reading: RowReading) {
    self.reading = reading
  }
}

/// A row that was read again, valid during the call that hands it out.
package struct FetchedRow {
  fileprivate let record: Record
  /// Held by the fetcher during that call, so that millions of rows need not count references.
  private unowned(unsafe) let shared: SharedReading

  fileprivate init(record: Record, reading: SharedReading) {
    self.record = record
    shared = reading
  }

  /// The cell as the metrics see it: trimmed, but for the text.
  package func cell(_ column: Column) -> [UInt8] {
    var scratch = ByteScratch()
    let cells = RowCells(record, fields: shared.reading.fields)
    switch column {
    case .text: return Array(cells.whole(column, &scratch))
    default: return Array(cells.trimmed(column, &scratch))
    }
  }

  /// The sender's id and name: of an outbound row the employee's, where the file has that.
  package var sender: (id: [UInt8], name: [UInt8]) {
    var scratch = ByteScratch()
    let cells = RowCells(record, fields: shared.reading.fields)
    let direction =
      shared.reading.vocabulary.directions.meaning(
        of: cells.trimmed(.direction, &scratch)) ?? .none
    return (
      Array(cells.senderID(direction, &scratch)), Array(cells.senderName(direction, &scratch))
    )
  }

  /// The record as it was written, without its line end.
  package var raw: [UInt8] { Array(record.bytes) }

  /// What decides among rows of equal instant and class, in order.
  var orderKey: [[UInt8]] {
    var scratch = ByteScratch()
    let cells = RowCells(record, fields: shared.reading.fields)
    let direction =
      shared.reading.vocabulary.directions.meaning(
        of: cells.trimmed(.direction, &scratch)) ?? .none
    let status =
      shared.reading.vocabulary.statuses.meaning(of: cells.trimmed(.status, &scratch)) ?? .none
    let rating = Rating(parsing: cells.trimmed(.rating, &scratch)) ?? .none
    let sender = sender
    let kind = cell(.kind).map(\.asciiLowercased)
    return [
      cell(.messageID), sender.id.isEmpty ? sender.name : sender.id, Array(direction.word),
      kind.isEmpty ? Array("human".utf8) : kind, sender.id, sender.name, cell(.contactID),
      cell(.contactName), cell(.assignee), Array(status.word),
      cell(.tag).map(\.asciiLowercased), Array(rating.sortKey),
    ]
  }
}

extension RowFetcher {
  mutating func orderKey(at place: Place) throws(MessageHistoryError) -> [[UInt8]] {
    try withRow(at: place) { $0.orderKey }
  }
}

extension [UInt8] {
  fileprivate init(_ word: StaticString) {
    self.init(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }
}

extension Rating {
  /// Bytes that sort as the rating does, none first.
  fileprivate var sortKey: [UInt8] {
    isGiven ? withUnsafeBytes(of: millionths.bigEndian) { Array($0) } : []
  }
}
