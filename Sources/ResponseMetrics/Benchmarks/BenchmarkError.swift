/// What makes a benchmark file unusable, and where.
package struct BenchmarkError: Error, Hashable, Sendable {
  /// As given.
  package var file: String
  /// From 1; the line on which the record begins.
  package var line: Int
  /// The field of the record, from 1.
  package var field: Int
  package var problem: Problem

  package init(file: String, line: Int, field: Int, problem: Problem) {
    self.file = file
    self.line = line
    self.field = field
    self.problem = problem
  }

  package enum Problem: Hashable, Sendable {
    /// Not even a header.
    case empty
    case missingColumn(BenchmarkColumn)
    case repeatedColumn(BenchmarkColumn)
    case blank(BenchmarkColumn)
    /// A word outside the closed list of its column.
    case unknownWord(BenchmarkColumn, found: String, expected: [String])
    case notAnIndustry(found: String)
    case notADecimal(found: String)
    case notAYear(found: String)
    /// A metric in a unit that cannot measure it.
    case unitMisfits(BenchmarkMetric, found: BenchmarkUnit, expected: [BenchmarkUnit])
    /// A share of more than the whole.
    case moreThanAll(found: String)
  }
}
