import DelimitedText
import MessageHistory

/// An input's table as plain RFC 4180 CSV in UTF-8: every column, before any mapping.
struct RowsExport {
  let layout: InputLayout

  /// What was left out or read with doubt, for the person.
  struct Remarks {
    /// Records with nothing but blank cells, which are no rows.
    var blankRecords = 0
    var irregularQuoting = IrregularQuoting()
  }

  /// Hands the table to `write` piece by piece.
  ///
  /// - Throws: `MessageHistoryError`, and what `write` throws.
  func stream(_ write: (UnsafeRawBufferPointer) throws -> Void) throws -> Remarks {
    var remarks = Remarks()
    var writer = RecordWriter()
    var scratch = ByteScratch()
    remarks.irregularQuoting = try layout.forEachBatch { batch in
      for record in batch {
        if record.isBlank {
          remarks.blankRecords += 1
          continue
        }
        scratch.reset()
        for field in 0..<record.fieldCount {
          writer.appendRepaired(record.cell(field, scratch: &scratch))
        }
        writer.endRecord()
        if writer.bytes.count >= Self.pieceSize {
          try writer.bytes.withUnsafeBytes(write)
          writer.removeAll()
        }
      }
    }
    try writer.bytes.withUnsafeBytes(write)
    return remarks
  }

  /// About so many bytes go out at once.
  private static let pieceSize = 1 << 16
}

extension RowsExport.Remarks {
  /// A line for each thing that a person should know, so that nothing is lost in silence.
  func lines(of layout: InputLayout) -> [String] {
    var lines: [String] = []
    let name = layout.file.name
    if layout.skippedRecords > 0 {
      lines.append(
        "\(name):1: note: \(counted(layout.skippedRecords, "record")) before the table left out; "
          + "to read them, set skip_lines: 0")
    }
    if blankRecords > 0 {
      lines.append("\(name): note: \(counted(blankRecords, "blank record")) left out")
    }
    let quotes = irregularQuoting.quotesInText + irregularQuoting.textAfterQuotes
    if quotes > 0 {
      lines.append(
        "\(name): warning: \(counted(quotes, "quote")) where none may stand, read as text; "
          + "if cells look wrong, set quote or escape")
    }
    if irregularQuoting.unclosedQuotes > 0 {
      lines.append(
        "\(name): warning: a quote is still open at the end, and what follows it was read as one "
          + "cell; close it, or set quote: none")
    }
    return lines
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
