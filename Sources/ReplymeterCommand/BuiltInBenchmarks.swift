import BuiltInTemplates
import DelimitedText
import ResponseMetrics

/// The cited figures that ship with the program.
enum BuiltInBenchmarks {
  static let fileName = "industry-benchmarks.csv"

  /// - Throws: what is wrong with the file; a test reads it, so that a release has none.
  static func catalogue() throws -> BenchmarkCatalogue {
    var reader = try RecordReader(bytes: BuiltIn.industryBenchmarks, name: fileName)
    let rows = try reader.rows()
    return try BenchmarkCatalogue(
      file: fileName, rows: rows.map(\.cells), lines: rows.map(\.position.line))
  }
}
