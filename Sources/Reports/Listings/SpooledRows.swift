import MessageHistory

/// Rows that were written into a temporary file, and where they lie in it.
struct SpooledRows: Sendable {
  private let spool: Spool
  private let start: Int
  private let conversations: Int
  private let openers: Int
  private let employees: Int

  init(_ rows: PlacedRows, in spool: Spool) throws(MessageHistoryError) {
    self.spool = spool
    start = spool.count
    conversations = rows.conversations.count
    openers = rows.openers.count
    employees = rows.employees.count
    try spool.append(elements: rows.conversations)
    try spool.append(elements: rows.openers)
    try spool.append(elements: rows.employees)
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
  func append(_ bytes: [UInt8]) throws(MessageHistoryError) {
    try append(elements: bytes)
  }

  fileprivate func append<Element: BitwiseCopyable>(
    elements: [Element]
  ) throws(MessageHistoryError) {
    let result = elements.withUnsafeBytes { bytes in
      Result { () throws(MessageHistoryError) in try append(bytes) }
    }
    try result.get()
  }

  fileprivate func elements<Element: BitwiseCopyable>(
    _ count: Int, at offset: Int
  ) throws(MessageHistoryError) -> [Element] {
    guard count > 0 else { return [] }
    var result = Result<Void, MessageHistoryError>.success(())
    let elements = [Element](unsafeUninitializedCapacity: count) { elements, initialized in
      result = Result { () throws(MessageHistoryError) in
        try readAll(
          into: UnsafeMutableRawBufferPointer(
            start: elements.baseAddress, count: count * MemoryLayout<Element>.stride),
          at: offset)
      }
      if case .success = result { initialized = count }
    }
    try result.get()
    return elements
  }
}
