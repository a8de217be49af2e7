import DelimitedText

/// Reads single cells of many rows again, whose places it is given in their order.
///
/// What `RowFetcher` does for any cell of any row: here only the fields up to the last wanted one
/// are looked for, and cells are handed out where they lie, since this is asked for millions of
/// rows. Rows that are not regular come from a fetcher.
package struct RowSweep: ~Copyable {
  private let inputs: [PreparedInput]
  private let columns: [Column]
  private var fetcher: RowFetcher
  private var window = InputWindow()
  // What is known of the window's input, so that it is not looked up for each row.
  private var input = -1
  private var fields: ColumnFields?
  private var leading: LeadingFields?
  private var scratch = ByteScratch()
  /// The row, with its first fields; nil where all of its cells were fetched.
  private var record: Record?
  /// A cell for each of the columns.
  private var fetched: [[UInt8]] = []

  /// - Parameters:
  ///   - columns: the columns that are looked at.
  ///   - inputs: the inputs with the rows.
  package init(of columns: [Column], in inputs: [PreparedInput]) {
    self.columns = columns
    self.inputs = inputs
    fetcher = RowFetcher(inputs: inputs)
  }

  /// Goes to a row; what was handed out of the one before is no longer valid.
  ///
  /// - Throws: `MessageHistoryError.changedWhileRead` where the input is not as it was.
  package mutating func move(to place: Place) throws(MessageHistoryError) {
    scratch.reset()
    if place.input == input, let found = leading?.record(at: window.bytes(from: place.offset)) {
      record = found
    } else {
      record = try recordBeyond(place)
    }
  }

  /// The row with a window of its own; nil for one whose cells were fetched.
  @inline(never)
  private mutating func recordBeyond(_ place: Place) throws(MessageHistoryError) -> Record? {
    if place.input != input { begin(place.input) }
    if leading != nil, try window.move(to: place.offset, of: inputs[place.input].file),
      let found = leading?.record(at: window.bytes(from: place.offset))
    {
      return found
    }
    var cells: [[UInt8]] = []
    try fetcher.visitRow(at: place) { [columns] row in cells = columns.map { row.cell($0) } }
    fetched = cells
    return nil
  }

  private mutating func begin(_ ordinal: Int) {
    input = ordinal
    window.forget()
    let fields = inputs[ordinal].reading.fields
    self.fields = fields
    let count = (columns.map { fields[$0] }.max() ?? -1) + 1
    leading = LeadingFields(count: count, dialect: inputs[ordinal].dialect)
  }

  /// A cell of the row, trimmed, of one of the columns that are looked at; valid until the next row.
  package mutating func cell(_ column: Column) -> UnsafeRawBufferPointer {
    if let record, let fields {
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
}
