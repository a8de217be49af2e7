import DelimitedText
import Reports

/// Reads two listings of one kind and keeps only the rows that are not in both.
///
/// So lists of any length are compared in the memory of their differences and a fingerprint a row.
struct ListingRows {
  /// 128 bits of a row's cells; equal rows of both files are told by it alone.
  private struct Fingerprint: Hashable {
    var high: Int
    var low: Int
  }

  let file: ReportFile

  /// - Parameters:
  ///   - before: path and separator of the one file.
  ///   - after: path and separator of the other.
  /// - Returns: the rows of each that the other has not, or not as often.
  /// - Throws: `RunError` (66) where a file cannot be read.
  func changed(
    before: (path: String, dialect: Dialect?), after: (path: String, dialect: Dialect?)
  ) throws -> (before: ComparedTable, after: ComparedTable) {
    var unmatched: [Fingerprint: Int] = [:]
    _ = try read(before) { fingerprint in
      unmatched[fingerprint, default: 0] += 1
      return false
    }
    let new = try read(after) { fingerprint in
      guard let count = unmatched[fingerprint] else { return true }
      unmatched[fingerprint] = count > 1 ? count - 1 : nil
      return false
    }
    let old = try read(before) { fingerprint in
      guard let count = unmatched[fingerprint] else { return false }
      unmatched[fingerprint] = count > 1 ? count - 1 : nil
      return true
    }
    return (old, new)
  }

  /// All rows of one file.
  func all(_ source: (path: String, dialect: Dialect?)) throws -> ComparedTable {
    try read(source) { _ in true }
  }

  private func read(
    _ source: (path: String, dialect: Dialect?), keeping isKept: (Fingerprint) -> Bool
  ) throws -> ComparedTable {
    do {
      return try readRows(source, keeping: isKept)
    } catch let error as DelimitedTextError {
      throw RunError(.inputUnreadable, "\(error)")
    }
  }

  private func readRows(
    _ source: (path: String, dialect: Dialect?), keeping isKept: (Fingerprint) -> Bool
  ) throws -> ComparedTable {
    var reader = try RecordReader(path: source.path, dialect: source.dialect)
    var header: [String]?
    var rows: [[String: ComparedValue]] = []
    var scratch = ByteScratch()
    var hasMore = true
    while hasMore {
      let batch: Void? = try reader.nextBatch { batch, _ in
        for record in batch where !record.isBlank {
          scratch.reset()
          let cells = (0..<record.fieldCount).map { record.cell($0, scratch: &scratch) }
          if let header {
            guard isKept(Self.fingerprint(cells)) else { continue }
            rows.append(values(cells.map { String(decoding: $0, as: UTF8.self) }, header))
          } else {
            header = cells.map { String(decoding: $0, as: UTF8.self) }
          }
        }
      }
      hasMore = batch != nil
    }
    var table = ComparedTable(file, columns: header ?? [])
    for row in rows { table.add(row) }
    return table
  }

  private func values(_ cells: [String], _ columns: [String]) -> [String: ComparedValue] {
    Dictionary(
      zip(columns, cells).map { ($0, ComparedValue(csv: $1, isText: file.isText($0))) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func fingerprint(_ cells: [UnsafeRawBufferPointer]) -> Fingerprint {
    var high = Hasher()
    var low = Hasher()
    low.combine(1)
    for cell in cells {
      high.combine(cell.count)
      low.combine(cell.count)
      high.combine(bytes: cell)
      low.combine(bytes: cell)
    }
    return Fingerprint(high: high.finalize(), low: low.finalize())
  }
}
