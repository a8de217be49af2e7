/// One dialect that a sample was read with, and what speaks for it.
///
/// After the measure of consistency by van den Burg, Nazábal and Sutton ("Wrangling messy CSV
/// files by detecting row and type patterns", 2019): a dialect is likely where its records have
/// one width and its cells look like something. Widths are weighted by the square of their share,
/// so that one ragged row in a hundred costs two hundredths and not half, and quotes that stand
/// where none may count against it.
package struct DialectCandidate: Hashable, Sendable {
  package let dialect: Dialect
  /// The records of the sample that are not blank.
  package private(set) var records = 0
  /// The width that most records have, in cells.
  ///
  /// The greater of two with as many; 0 without any.
  package private(set) var width = 0
  /// The records with that width.
  package private(set) var agreeingRecords = 0
  /// How alike the records are in width, from 0 (nothing is separated) to 1.
  package private(set) var pattern = 0.0
  /// How much the cells look like cells, from 0 to 1.
  package private(set) var shape = 0.0
  /// How regular the quotes are, from 0 to 1; 1 without any.
  package private(set) var quoting = 1.0
  /// The cells between regular quotes.
  package private(set) var quotedCells = 0
  /// The quotes that stand where none may.
  package private(set) var irregularQuoting = IrregularQuoting()

  /// The cells with nothing but white space.
  private(set) var blankCells = 0
  /// All cells that were looked at.
  private(set) var cells = 0

  /// The product of all of it and of how usual the separator is.
  package var score: Double {
    pattern * shape * quoting * Self.usualness(of: dialect.separator)
  }

  /// Whether the dialect can be meant at all: most records are split, and a sign that also stands
  /// inside of cells splits nearly all of them alike, and not just at their ends, or stands around
  /// quoted cells throughout.
  var isPossible: Bool {
    guard width > 1 else { return false }
    let usualness = Self.usualness(of: dialect.separator)
    if usualness == 1 { return true }
    guard records > 1 && blankCells * 3 <= cells else { return false }
    let agreeing = Double(agreeingRecords) / Double(records)
    return agreeing >= (usualness > 0.3 ? 0.6 : 0.9)
      || quotedCells >= records && irregularQuoting.isEmpty
  }

  /// Whether most cells that the quote opens are not closed by it: it may be a sign like others.
  var speaksAgainstItsQuote: Bool {
    let irregular = irregularQuoting.textAfterQuotes + 2 * irregularQuoting.unclosedQuotes
    return irregular > 2 && irregular > 2 * quotedCells
      || irregularQuoting.unclosedQuotes > 0 && quotedCells == 0
  }

  /// Reads `sample`, which is the beginning of a text and stretches from further on.
  init(_ dialect: Dialect, of sample: DialectSample) {
    self.dialect = dialect
    var tally = Tally()
    tally.add(sample.beginning, isFinal: sample.isWholeInput, dialect: dialect)
    let usualWidth = tally.usualWidth?.width
    for stretch in sample.laterStretches {
      tally.addSynchronised(stretch, dialect: dialect, usualWidth: usualWidth)
    }
    records = tally.records
    pattern = tally.pattern
    shape = tally.shape
    quotedCells = tally.quotedCells
    blankCells = tally.blankCells
    cells = tally.cells
    irregularQuoting = tally.irregularQuoting
    if let usual = tally.usualWidth { (width, agreeingRecords) = (usual.width, usual.records) }
    let irregular =
      irregularQuoting.textAfterQuotes + irregularQuoting.quotesInText
      + irregularQuoting.unclosedQuotes * 2
    if irregular > 0 {
      quoting = 1 - 0.9 * Double(irregular) / Double(irregular + quotedCells)
    }
  }

  /// How usual a separator is, from 0 to 1; spaces, colons and their like also stand inside of
  /// cells.
  private static func usualness(of separator: UInt8) -> Double {
    switch separator {
    case Byte.comma, Byte.semicolon, Byte.tab, Byte.bar, 0x01, 0x1F: 1
    case UInt8(ascii: "^"), UInt8(ascii: "~"): 0.8
    case Byte.space, UInt8(ascii: ":"): 0.35
    default: 0.3
    }
  }
}

/// Counts over the records of a sample.
private struct Tally {
  private var widths: [Int: Int] = [:]
  private(set) var cells = 0
  private(set) var blankCells = 0
  private var weight = 0.0
  private(set) var records = 0
  private(set) var quotedCells = 0
  private(set) var irregularQuoting = IrregularQuoting()

  /// The width that most records have.
  var usualWidth: (width: Int, records: Int)? {
    widths.max { ($0.value, $0.key) < ($1.value, $1.key) }.map { ($0.key, $0.value) }
  }

  var pattern: Double {
    let total = Double(max(records, 1))
    // In the order of the widths: the sum of fractions must not depend on chance.
    return widths.sorted { $0.key < $1.key }.reduce(0) { sum, entry in
      let share = Double(entry.value) / total
      return sum + share * share * Double(entry.key - 1) / Double(entry.key)
    }
  }

  var shape: Double { weight / Double(max(cells, 1)) }

  /// Adds the records that begin with `text`; the last one is left out where it may be cut.
  mutating func add(_ text: UnsafeRawBufferPointer, isFinal: Bool, dialect: Dialect) {
    var index = FieldIndex()
    let scanner = RecordScanner(dialect: dialect)
    var result = scanner.scan(text, isFinal: isFinal, into: &index)
    // Where the sample ends within the first record there is nothing better than its beginning.
    if result.coveredBytes == 0 { result = scanner.scan(text, isFinal: true, into: &index) }
    irregularQuoting += result.irregularQuoting
    // What takes up a quarter of the sample and has no end is a quote that is not closed.
    if !isFinal && text.count - result.coveredBytes > DialectDetection.sampleSize / 4 {
      irregularQuoting.unclosedQuotes += 1
    }
    index.withRecords(of: text, dialect: dialect) { batch in
      for record in batch where !record.isBlank { add(record, dialect: dialect) }
    }
  }

  private mutating func add(_ record: Record, dialect: Dialect) {
    records += 1
    widths[record.fieldCount, default: 0] += 1
    // A record of a thousand empty cells says no more than one of a hundred.
    for field in 0..<min(record.fieldCount, 100) {
      let shape = CellShape(of: record.field(field), dialect: dialect)
      cells += 1
      weight += shape.weight
      if shape == .quoted { quotedCells += 1 }
      if shape == .blank { blankCells += 1 }
    }
  }

  /// Adds the records of a stretch from the midst of a text, from the line end on after which they
  /// are the likeliest: the first ones may stand in a quoted cell.
  mutating func addSynchronised(
    _ stretch: UnsafeRawBufferPointer, dialect: Dialect, usualWidth: Int?
  ) {
    var best: Tally?
    var start = 0
    for _ in 0..<4 {
      guard let end = stretch[start...].firstIndex(where: { $0 == dialect.lineEnd.lastByte })
      else { break }
      start = end + 1
      var own = Tally()
      own.add(
        UnsafeRawBufferPointer(rebasing: stretch[start...]), isFinal: false, dialect: dialect)
      let isInStep = own.irregularQuoting.isEmpty && own.usualWidth?.width == usualWidth
      if best == nil || isInStep { best = own }
      if isInStep { break }
    }
    if let best { add(best) }
  }

  private mutating func add(_ part: Tally) {
    widths.merge(part.widths, uniquingKeysWith: +)
    cells += part.cells
    blankCells += part.blankCells
    weight += part.weight
    records += part.records
    quotedCells += part.quotedCells
    irregularQuoting += part.irregularQuoting
  }
}

extension Dialect.LineEnd {
  /// The byte that is taken for the end of a line where it is not known what stands around it.
  var lastByte: UInt8 {
    switch self {
    case .lf, .any: Byte.lineFeed
    case .cr: Byte.carriageReturn
    }
  }
}
