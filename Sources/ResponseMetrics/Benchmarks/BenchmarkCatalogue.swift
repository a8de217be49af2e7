/// All figures that a report may cite, in the order in which equal ones are preferred.
package struct BenchmarkCatalogue: Sendable {
  package private(set) var figures: [BenchmarkFigure]

  package init(figures: [BenchmarkFigure]) {
    self.figures = figures
  }

  /// Reads the rows of a benchmark file.
  ///
  /// Columns are found by their names in the first row. Cells are trimmed; a blank `confidence`
  /// counts as read in the publisher's own text.
  ///
  /// - Parameters:
  ///   - file: as errors shall name it.
  ///   - rows: the header first; rows of blank cells are skipped.
  ///   - lines: the line on which each row begins, where that is not simply its number.
  /// - Throws: the first thing that makes the file unusable.
  package init(file: String, rows: [[String]], lines: [Int] = []) throws(BenchmarkError) {
    figures = try BenchmarkTable(file: file, rows: rows, lines: lines).figures()
  }

  /// Adds the figures of a user's own file, after those that are there.
  ///
  /// A row with the metric, industry, channel, statistic, year and publisher of one that is there
  /// replaces it, and takes its place: so a published value is corrected, or its source. Where
  /// several are there or several replace them, all do.
  package mutating func add(_ own: BenchmarkCatalogue) {
    var replacing: [BenchmarkFigure.Identity: [BenchmarkFigure]] = [:]
    for figure in own.figures { replacing[figure.identity, default: []].append(figure) }
    var replaced: Set<BenchmarkFigure.Identity> = []
    var result: [BenchmarkFigure] = []
    for figure in figures {
      if let replacements = replacing[figure.identity] {
        if replaced.insert(figure.identity).inserted { result += replacements }
      } else {
        result.append(figure)
      }
    }
    figures = result + own.figures.filter { !replaced.contains($0.identity) }
  }
}
