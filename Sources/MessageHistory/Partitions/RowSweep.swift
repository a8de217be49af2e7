import DelimitedText

/// Reads single cells of many rows again, whose places it is given in their order.
///
/// What `RowFetcher` does for any cell of any row: here only the fields up to the last wanted one
/// are looked for, and cells are handed out where they lie, since this is asked for millions of
/// rows. Rows that are not regular come from a fetcher.
package struct RowSweep: ~Copyable {
  private let inputs: PreparedInputs
  private let columns: [Column]
  private var fetcher: RowFetcher
  private var window = InputWindow()
  /// Nil where the system's cache is left alone.
  private let relief: SweepRelief?
  private var trail = SweepTrail()
  // What is known of the window's input, so that it is not looked up for each row.
  private var extent: InputExtent?
  /// Open once rows were asked for one by one.
  private var reader: InputReader?
  /// The reader's file; none where its bytes lie elsewhere.
  ///
  /// Through the reader, each of a hundred thousand rows would count references that all workers share.
  private var descriptor: Int32?
  private var fields: ColumnFields?
  private var leading: LeadingFields?
  private var scratch = ByteScratch()
  /// Whether all cells of the row were fetched.
  private var isFetched = false
  /// A cell for each of the columns.
  private var fetched: [[UInt8]] = []

  /// - Parameters:
  ///   - columns: the columns that are looked at.
  ///   - inputs: the inputs with the rows.
  ///   - relief: decides which bytes leave the system's cache behind rows that `move(to:)` went to;
  ///     nil for none.
  package init(of columns: [Column], in inputs: PreparedInputs, relief: SweepRelief? = nil) {
    self.columns = columns
    self.relief = relief
    self.inputs = inputs
    fetcher = RowFetcher(inputs: inputs)
  }

  /// Goes to a row; what was handed out of the one before is no longer valid.
  ///
  /// - Throws: `MessageHistoryError.changedWhileRead` where the input is not as it was.
  package mutating func move(to place: Place) throws(MessageHistoryError) {
    scratch.reset()
    isFetched = false
    if let extent, extent.places.contains(place),
      leading?.find(at: window.bytes(from: extent.offset(of: place))) == true
    {
      return
    }
    try moveBeyondWindow(to: place)
  }

  /// The same for a caller that knows which rows it asks for next, and that asks afterwards whether
  /// the input is unchanged.
  ///
  /// - Parameters:
  ///   - place: where the row begins.
  ///   - bytes: how many are read from there on where the row is not at hand; it may be longer.
  /// - Throws: as `move(to:)`, but for an input that has changed and can still be read.
  package mutating func move(to place: Place, reading bytes: Int) throws(MessageHistoryError) {
    scratch.reset()
    isFetched = false
    let extent = begunInput(around: place)
    let offset = extent.offset(of: place)
    if leading?.find(at: window.bytes(from: offset)) == true { return }
    if leading != nil {
      try fillWindow(
        of: extent.ordinal, from: offset,
        min(bytes, max(0, extent.places.upperBound.distance(from: place))))
      if leading?.find(at: window.bytes(from: offset)) == true { return }
    }
    try fetchCells(of: place)
  }

  private mutating func fillWindow(
    of input: Int, from offset: Int, _ count: Int
  ) throws(MessageHistoryError) {
    if reader == nil {
      reader = try inputs[input].file.reader()
      descriptor = reader?.descriptorNumber
    }
    if let descriptor,
      window.fill(
        from: offset, count: count,
        { (try? OpenDescriptor.read(descriptor, into: $0, at: offset)) ?? 0 })
    {
      return
    }
    // What failed is told by a reader that knows the input's name.
    let file = inputs[input].file
    let isFilled = try window.fill(from: offset, count: count) {
      room throws(MessageHistoryError) in try file.read(into: room, at: offset)
    }
    guard isFilled else { throw .changedWhileRead(path: file.name) }
  }

  @inline(never)
  private mutating func moveBeyondWindow(to place: Place) throws(MessageHistoryError) {
    let extent = begunInput(around: place)
    let offset = extent.offset(of: place)
    if leading != nil, try window.move(to: offset, of: inputs[extent.ordinal].file) {
      relieveCache(of: extent.ordinal, at: offset)
      if leading?.find(at: window.bytes(from: offset)) == true { return }
    }
    try fetchCells(of: place)
  }

  /// Has what lies behind the sweep leave the system's cache, as far as room is needed.
  private mutating func relieveCache(of input: Int, at offset: Int) {
    guard let relief, let group = trail.move(to: offset), relief.dropsNext() else { return }
    inputs[input].file.dropCached(group)
  }

  private mutating func fetchCells(of place: Place) throws(MessageHistoryError) {
    var cells: [[UInt8]] = []
    try fetcher.visitRow(at: place) { [columns] row in cells = columns.map { row.cell($0) } }
    fetched = cells
    isFetched = true
  }

  /// The input that a place lies in, begun where it is another one than before.
  @inline(__always)
  private mutating func begunInput(around place: Place) -> InputExtent {
    if let extent, extent.places.contains(place) { return extent }
    let extent = inputs.extent(around: place)
    begin(extent)
    return extent
  }

  @inline(never)
  private mutating func begin(_ extent: InputExtent) {
    self.extent = extent
    let input = inputs[extent.ordinal]
    window.forget()
    trail = SweepTrail()
    reader = nil
    descriptor = nil
    let fields = input.reading.fields
    self.fields = fields
    let count = (columns.map { fields[$0] }.max() ?? -1) + 1
    leading = LeadingFields(count: count, dialect: input.dialect)
  }

  /// A cell of the row, trimmed, of one of the columns that are looked at; valid until the next row.
  package mutating func cell(_ column: Column) -> UnsafeRawBufferPointer {
    if !isFetched, let fields, let record = leading?.record {
      let field = fields[column]
      if field >= 0, let plain = record.plainCell(field) {
        return UnsafeRawBufferPointer(start: plain.start, count: plain.count)
      }
      return record.trimmedCell(field, scratch: &scratch)
    }
    guard let index = columns.firstIndex(of: column), index < fetched.count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return scratch.copy(fetched[index])
  }

  /// Appends a cell.
  package mutating func append(_ column: Column, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: cell(column))
  }
}
