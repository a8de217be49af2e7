/// Reads the rows of a benchmark file as figures.
struct BenchmarkTable {
  private let file: String
  private let lines: [Int]
  /// The field of each column, from 0.
  private let fields: [BenchmarkColumn: Int]
  private let rows: ArraySlice<[String]>

  /// - Parameters:
  ///   - file: as errors shall name it.
  ///   - rows: the header first.
  ///   - lines: the line on which each row begins; row n is taken to be line n + 1 where it has
  ///     none.
  /// - Throws: where the header is not that of a benchmark file.
  init(file: String, rows: [[String]], lines: [Int]) throws(BenchmarkError) {
    self.file = file
    self.lines = lines
    guard let header = rows.first, !header.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) else {
      throw BenchmarkError(file: file, line: 1, field: 1, problem: .empty)
    }
    let headerLine = lines.first ?? 1
    var fields: [BenchmarkColumn: Int] = [:]
    for (index, name) in header.enumerated() {
      guard let column = BenchmarkColumn(rawValue: Self.trim(name).lowercased()) else { continue }
      guard fields.updateValue(index, forKey: column) == nil else {
        throw BenchmarkError(
          file: file, line: headerLine, field: index + 1, problem: .repeatedColumn(column))
      }
    }
    for column in BenchmarkColumn.allCases where column.isNeeded && fields[column] == nil {
      throw BenchmarkError(
        file: file, line: headerLine, field: 1, problem: .missingColumn(column))
    }
    self.fields = fields
    self.rows = rows.dropFirst()
  }

  /// The figures in the order of their rows; rows with nothing but blank cells are none.
  func figures() throws(BenchmarkError) -> [BenchmarkFigure] {
    var figures: [BenchmarkFigure] = []
    for (index, cells) in zip(rows.indices, rows)
    where !cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
      let line = lines.indices.contains(index) ? lines[index] : index + 1
      figures.append(try figure(Cells(table: self, line: line, cells: cells)))
    }
    return figures
  }

  private func figure(_ cells: Cells) throws(BenchmarkError) -> BenchmarkFigure {
    let metric = try cells.word(.metric, as: BenchmarkMetric.self)
    let unit = try cells.unit(of: metric)
    return BenchmarkFigure(
      metric: metric, industry: try cells.industry(), channel: cells[.channel].lowercased(),
      value: try cells.value(in: unit), published: cells[.value], unit: unit,
      statistic: BenchmarkStatistic(try cells.filled(.statistic)), sample: cells[.sample],
      year: try cells.year(), publisher: cells[.publisher],
      sourceTitle: try cells.filled(.sourceTitle), sourceURL: cells[.sourceURL],
      confidence: try cells.confidence(), note: cells[.note])
  }

  private static func trim(_ cell: String) -> String {
    // Most cells have nothing at their ends, which two bytes tell.
    if let first = cell.utf8.first, let last = cell.utf8.last,
      0x21..<0x7F ~= first, 0x21..<0x7F ~= last
    {
      return cell
    }
    var rest = cell[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// One row, by column.
  private struct Cells {
    let table: BenchmarkTable
    let line: Int
    let cells: [String]

    /// Trimmed; empty where the row or the file has no such cell.
    subscript(column: BenchmarkColumn) -> String {
      guard let field = table.fields[column], cells.indices.contains(field) else { return "" }
      return BenchmarkTable.trim(cells[field])
    }

    func flaw(_ column: BenchmarkColumn, _ problem: BenchmarkError.Problem) -> BenchmarkError {
      BenchmarkError(
        file: table.file, line: line, field: (table.fields[column] ?? 0) + 1, problem: problem)
    }

    func filled(_ column: BenchmarkColumn) throws(BenchmarkError) -> String {
      let cell = self[column]
      if cell.isEmpty, !column.mayBeBlank { throw flaw(column, .blank(column)) }
      return cell
    }

    func word<Word: RawRepresentable<String> & CaseIterable>(
      _ column: BenchmarkColumn, as type: Word.Type
    ) throws(BenchmarkError) -> Word {
      let cell = try filled(column)
      guard let word = Word(rawValue: cell) else {
        throw flaw(
          column,
          .unknownWord(column, found: cell, expected: Word.allCases.map(\.rawValue)))
      }
      return word
    }

    func unit(of metric: BenchmarkMetric) throws(BenchmarkError) -> BenchmarkUnit {
      let unit = try word(.unit, as: BenchmarkUnit.self)
      guard unit.dimension == metric.dimension else {
        let fitting = BenchmarkUnit.allCases.filter { $0.dimension == metric.dimension }
        throw flaw(.unit, .unitMisfits(metric, found: unit, expected: fitting))
      }
      return unit
    }

    func industry() throws(BenchmarkError) -> IndustrySlug {
      let cell = try filled(.industry)
      guard let slug = IndustryDirectory.builtIn.slug(of: cell) else {
        throw flaw(.industry, .notAnIndustry(found: cell))
      }
      return slug
    }

    func value(in unit: BenchmarkUnit) throws(BenchmarkError) -> Fraction {
      let cell = try filled(.value)
      guard let value = Fraction(decimal: cell) else {
        throw flaw(.value, .notADecimal(found: cell))
      }
      if unit == .percent, value > Fraction(100) {
        throw flaw(.value, .moreThanAll(found: cell))
      }
      return value
    }

    func year() throws(BenchmarkError) -> Int? {
      let cell = self[.year]
      if cell.isEmpty { return nil }
      guard cell.utf8.count == 4, cell.utf8.allSatisfy({ (48...57).contains($0) }),
        let year = Int(cell), year > 0
      else { throw flaw(.year, .notAYear(found: cell)) }
      return year
    }

    /// Who writes a row without saying so has the source before them.
    func confidence() throws(BenchmarkError) -> BenchmarkConfidence {
      self[.confidence].isEmpty
        ? .primary : try word(.confidence, as: BenchmarkConfidence.self)
    }
  }
}
