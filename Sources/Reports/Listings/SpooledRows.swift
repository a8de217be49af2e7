import MessageHistory

/// Rows that were written into a temporary file, and where they lie in it.
struct SpooledRows: Sendable {
  private let spool: Spool
  private let start: Int
  private let conversations: Int
  private let openers: Int
  private let employees: Int

  init(_ rows: borrowing PlacedRows, in spool: Spool) throws(MessageHistoryError) {
    self.spool = spool
    start = spool.count
    conversations = rows.conversations.count
    openers = rows.openers.count
    employees = rows.employees.count
    try spool.append(UnsafeRawBufferPointer(rows.conversations.all))
    try spool.append(UnsafeRawBufferPointer(rows.openers.all))
    try spool.append(UnsafeRawBufferPointer(rows.employees.all))
  }

  /// Reads them back.
  func rows() throws(MessageHistoryError) -> PlacedRows {
    let openerStart = start + conversations * MemoryLayout<PlacedConversation>.stride
    let employeeStart = openerStart + openers * MemoryLayout<PlacedOpener>.stride
    return PlacedRows(
      conversations: try spool.elements(conversations, at: start),
      openers: try spool.elements(openers, at: openerStart),
      employees: try spool.elements(employees, at: employeeStart))
  }
}

extension Spool {
  fileprivate func elements<Element: BitwiseCopyable>(
    _ count: Int, at offset: Int
  ) throws(MessageHistoryError) -> OwnedList<Element> {
    var elements = OwnedList<Element>(capacity: count)
    try readAll(
      into: UnsafeMutableRawBufferPointer(
        start: elements.reserve(count), count: count * MemoryLayout<Element>.stride),
      at: offset)
    elements.added(count)
    return elements
  }
}
