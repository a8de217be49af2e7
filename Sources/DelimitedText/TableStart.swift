/// Where the table begins in a text: after a title, a note, an empty line.
package struct TableStart: Hashable, Sendable {
  /// What the first record of the table is.
  package enum FirstRecord: Hashable, Sendable {
    /// Every cell is a name or blank.
    case names
    /// At least one cell is a number, a date or a time: data, so that the header is missing.
    case data
    /// There is none.
    case missing
  }

  /// The bytes before the table's first record, a byte order mark left out.
  package private(set) var skippedBytes = 0
  /// The records before it that hold anything.
  package private(set) var skippedRecords = 0
  /// The lines before it, blank ones included.
  package private(set) var skippedLines = 0
  package private(set) var firstRecord = FirstRecord.missing

  /// Beyond this many records with too few cells, they are data and none is skipped.
  private static let mostSkippedRecords = 50

  /// Looks for the first record of `text` that is as wide as the table.
  ///
  /// A record before it is prose where it has one cell and the table three or more, or two and it
  /// is no figure; or where it has fewer cells than the table and fills no more than half of as
  /// many. Everything else is taken for the header, be it ragged: a row must not be lost.
  init(in text: UnsafeRawBufferPointer, dialect: Dialect, isWholeInput: Bool) {
    var index = FieldIndex()
    let scanner = RecordScanner(dialect: dialect)
    let result = scanner.scan(text, isFinal: isWholeInput, into: &index)
    if result.coveredBytes == 0 { _ = scanner.scan(text, isFinal: true, into: &index) }
    index.withRecords(of: text, dialect: dialect) { batch in
      let width = Self.tableWidth(of: batch)
      var prose = 0
      for record in batch where !record.isBlank {
        let filling = Filling(of: record)
        if prose <= Self.mostSkippedRecords, filling.isProse(besideTableOfWidth: width) {
          prose += 1
          continue
        }
        // Too many to be prose, or nothing before the table: it begins with the text.
        guard prose > 0, prose <= Self.mostSkippedRecords else { break }
        skippedBytes = record.start
        skippedRecords = prose
        skippedLines =
          LineCounter(lineEnd: dialect.lineEnd).lines(ofAscending: [record.start], in: text)[0] - 1
        break
      }
      if let first = batch.first(where: { $0.start >= skippedBytes && !$0.isBlank }) {
        firstRecord = Filling(of: first).figures > 0 ? .data : .names
      }
    }
  }

  /// The width that most records of two or more filled cells have; the greater one of two.
  private static func tableWidth(of batch: RecordBatch) -> Int {
    var widths: [Int: Int] = [:]
    for record in batch where record.fieldCount > 1 && Filling(of: record).cells > 1 {
      widths[record.fieldCount, default: 0] += 1
    }
    return widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// How a record's fields are filled.
  private struct Filling {
    let fields: Int
    private(set) var cells = 0
    private(set) var figures = 0

    init(of record: Record) {
      fields = record.fieldCount
      for field in 0..<fields {
        switch CellShape(of: record.field(field), dialect: record.dialect) {
        case .blank: break
        case .figure:
          cells += 1
          figures += 1
        case .quoted, .text, .sentences, .uncut, .signs: cells += 1
        }
      }
    }

    func isProse(besideTableOfWidth width: Int) -> Bool {
      if cells == 1 && figures == 0 { return width > 2 || width == 2 && fields == 1 }
      return fields < width && cells * 2 <= width && width > 3
    }
  }
}
