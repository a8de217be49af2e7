package import MessageHistory

/// Renders report.json: a key for each file with its rows by column.
package struct JSONReport {
  /// Of longer lists the file's name stands instead.
  package static let longestList = 1_000
  package static let schema = "replymeter/1"

  private let cellText: CellText

  package init(clock: LocalClock) {
    cellText = CellText(clock: clock)
  }

  /// What a file contributes.
  package enum Part: Sendable {
    case table(ReportTable)
    /// A listing that is too long, or was not read back.
    case name(String)
  }

  /// - Parameters:
  ///   - version: of the program.
  ///   - parts: by file, in the order of the contract.
  ///   - findings: give the receipts of summary and channels and the intervals of the medians; nil
  ///     for neither.
  /// - Returns: UTF-8 with a line end at its end.
  package func render(
    version: String, parts: [(file: ReportFile, part: Part)], receiptsOf findings: Findings? = nil
  ) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.newLine()
    json.key("schema")
    json.string(Self.schema)
    json.newLine()
    json.key("version")
    json.string(version)
    for (file, part) in parts {
      json.newLine()
      json.key(file.rawValue)
      switch part {
      case .name(let name): json.string(name)
      case .table(let table) where table.rows.count > Self.longestList:
        json.string(file.fileName)
      case .table(let table): write(table, to: &json)
      }
    }
    if let findings {
      FigureReceipts(findings).write(to: &json)
      MedianIntervals(findings).write(to: &json)
    }
    json.endObject()
    return json.bytes + Array("\n".utf8)
  }

  private func write(_ table: ReportTable, to json: inout JSONText) {
    let columns = table.columns.map { JSONText.Key($0) }
    json.beginArray()
    for row in table.rows {
      json.newLine()
      json.beginObject()
      // Lent, so that no cell is copied on its way.
      row.withUnsafeBufferPointer { cells in
        for index in 0..<min(columns.count, cells.count) {
          json.key(columns[index])
          write(cells[index], to: &json)
        }
      }
      json.endObject()
    }
    json.endArray()
  }

  private func write(_ cell: Cell, to json: inout JSONText) {
    switch cell {
    case .blank: json.null()
    case .word(let text), .text(let text):
      if text.isEmpty { json.null() } else { json.string(text) }
    case .flag(let flag): json.flag(flag)
    case .instant, .date: json.plainString { cellText.append(cell, to: &$0) }
    case .integer, .share, .bound, .seconds, .decimal:
      json.number { cellText.append(cell, to: &$0) }
    }
  }
}
