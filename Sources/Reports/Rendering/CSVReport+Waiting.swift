import MessageHistory
import ResponseMetrics

extension CSVReport {
  /// Hands waiting.csv to `write` in pieces: there may be a million rows, so that cells go from where
  /// their texts lie into the file.
  ///
  /// - Throws: as `render`, and what `write` throws.
  package func write(
    _ waiting: WaitingList, to write: (borrowing [UInt8]) throws -> Void
  ) throws {
    let fields = WaitingFields(waiting, report: self)
    try waiting.withRows { rows in
      try self.write(
        .waiting, count: waiting.count, to: write,
        rows: { waiting.indices.map { waiting.cells(at: $0) } }
      ) { row, column, isEscaped, bytes in
        guard let column = WaitingColumn(rawValue: column) else { return }
        if isEscaped, fields.append(column, of: rows, at: row, to: &bytes) { return }
        append(waiting.cell(column, at: row), isEscaped: isEscaped, to: &bytes)
      }
    }
  }
}

/// The texts of waiting.csv that many rows share, written once.
private struct WaitingFields {
  private let pages: FieldTexts
  private let channels: FieldTexts
  private let assignees: FieldTexts
  private let hidesIDs: [Bool]
  private let plain: PlainText

  init(_ waiting: WaitingList, report: CSVReport) {
    let slices = waiting.slices
    pages = FieldTexts(slices.map(\.page), report: report)
    channels = FieldTexts(slices.map(\.channel), report: report)
    assignees = FieldTexts(waiting.assignees, report: report)
    hidesIDs = slices.map(\.hidesID)
    plain = PlainText(separator: report.separator)
  }

  /// False for a cell that has to be written the general way.
  @inline(__always)
  func append(
    _ column: WaitingColumn, of rows: WaitingList.Rows, at row: Int, to bytes: inout [UInt8]
  ) -> Bool {
    guard let conversation = rows.conversation(at: row) else { return false }
    switch column {
    case .page: pages.append(Int(conversation.pointee.slice), to: &bytes)
    case .channel: channels.append(Int(conversation.pointee.slice), to: &bytes)
    case .assignee: assignees.append(Int(conversation.pointee.assignee), to: &bytes)
    case .conversationID:
      guard !hidesIDs[Int(conversation.pointee.slice)] else { return false }
      return append(rows.id(at: row), to: &bytes)
    case .contact: return append(rows.contact(at: row), to: &bytes)
    case .wait:
      NumberText.append(seconds: conversation.pointee.wait, to: &bytes)
    case .officeWait:
      if let wait = conversation.pointee.officeWait {
        NumberText.append(seconds: wait, to: &bytes)
      }
    case .since: return false
    }
    return true
  }

  private func append(_ text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) -> Bool {
    let start = bytes.count
    bytes.append(contentsOf: text)
    let isPlain = bytes.withUnsafeMutableBufferPointer { bytes in
      bytes.baseAddress.map { plain.copy(text, to: $0 + start) } ?? true
    }
    if !isPlain { bytes.removeLast(text.count) }
    return isPlain
  }
}

/// Texts as a CSV file shows them, one after the other.
private struct FieldTexts {
  private var bytes: [UInt8] = []
  private var starts = [0]

  init(_ texts: [String], report: CSVReport) {
    starts.reserveCapacity(texts.count + 1)
    for text in texts {
      report.append(.text(text), isEscaped: true, to: &bytes)
      starts.append(bytes.count)
    }
  }

  @inline(__always)
  func append(_ number: Int, to other: inout [UInt8]) {
    let range = starts[number]..<starts[number + 1]
    guard !range.isEmpty else { return }
    bytes.withUnsafeBufferPointer {
      other.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
    }
  }
}
