import DelimitedText

/// The cells of a row that name something or date it, trimmed: what differs from row to row.
///
/// They are found in one small loop over the columns that the input has, which the decoder asks
/// without looking at the record again. Its words are read elsewhere, all at once.
struct KeyCells: ~Copyable {
  /// A cell as it lies in the batch or, where it had to be unescaped, in the scratch.
  struct Cell {
    var start: UnsafeRawPointer
    var count: Int

    @inline(always)
    var isEmpty: Bool { count == 0 }

    @inline(always)
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }
  }

  private struct Wanted {
    var field: Int
    var ordinal: Int
  }

  /// By column; those that the input lacks stay empty.
  private let cells: UnsafeMutablePointer<Cell>
  /// The columns that the input has.
  private let wanted: UnsafeMutablePointer<Wanted>
  private var wantedCount = 0
  /// Where the cells of unescaped text lie.
  private var scratch = ByteScratch()
  private var usesScratch = false
  /// Whether employee_id and employee_name stand for the sender on outbound rows.
  private var hasEmployee = false

  private static let columns: [Column] = [
    .conversationID, .timestamp, .messageID, .senderID, .senderName, .employeeID, .employeeName,
    .contactID, .contactName, .assignee,
  ]

  init() {
    cells = .allocate(capacity: Column.allCases.count)
    wanted = .allocate(capacity: Self.columns.count)
    // No byte is ever read there: the cell is empty.
    let nowhere = Cell(start: UnsafeRawPointer(cells), count: 0)
    cells.initialize(repeating: nowhere, count: Column.allCases.count)
    wanted.initialize(repeating: Wanted(field: 0, ordinal: 0), count: Self.columns.count)
  }

  deinit {
    cells.deallocate()
    wanted.deallocate()
  }

  /// Goes on with another input.
  mutating func begin(_ fields: ColumnFields) {
    hasEmployee = fields.hasEmployee
    wantedCount = 0
    for column in Self.columns {
      cells[column.ordinal].count = 0
      guard fields[column] >= 0 else { continue }
      wanted[wantedCount] = Wanted(field: fields[column], ordinal: column.ordinal)
      wantedCount += 1
    }
  }

  /// Finds the cells of a record; those of the record before are no longer valid.
  @inline(never)
  mutating func locate(in record: Record) {
    if usesScratch {
      scratch.reset()
      usesScratch = false
    }
    for index in 0..<wantedCount {
      let (field, ordinal) = (wanted[index].field, wanted[index].ordinal)
      if let plain = record.plainCell(field) {
        cells[ordinal] = Cell(start: plain.start, count: plain.count)
      } else {
        locateCarefully(field, ordinal, in: record)
      }
    }
  }

  @inline(never)
  private mutating func locateCarefully(_ field: Int, _ ordinal: Int, in record: Record) {
    usesScratch = true
    let cell = record.trimmedCell(field, scratch: &scratch)
    cells[ordinal].count = cell.count
    if let start = cell.baseAddress { cells[ordinal].start = start }
  }

  @inline(always)
  subscript(column: Column) -> Cell { cells[column.ordinal] }

  @inline(always)
  func senderID(_ direction: Direction) -> Cell {
    self[direction == .outbound && hasEmployee ? .employeeID : .senderID]
  }

  @inline(always)
  func senderName(_ direction: Direction) -> Cell {
    self[direction == .outbound && hasEmployee ? .employeeName : .senderName]
  }
}
