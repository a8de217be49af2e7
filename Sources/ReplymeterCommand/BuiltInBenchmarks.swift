import BuiltInTemplates
import DelimitedText
import ResponseMetrics

/// The cited figures that ship with the program.
enum BuiltInBenchmarks {
  static let fileName = "industry-benchmarks.csv"

  /// - Throws: what is wrong with the file; a test reads it, so that a release has none.
  static func catalogue() throws -> BenchmarkCatalogue {
    // Every run begins here: nothing is detected, and no more room is taken than a sample's.
    var reader = try RecordReader(
      bytes: BuiltIn.industryBenchmarks, name: fileName, dialect: Dialect(), chunkSize: 1 << 16)
    let rows = try reader.rows()
    return try BenchmarkCatalogue(
      file: fileName, rows: rows.map(\.cells), lines: rows.map(\.position.line))
  }
}
