import Glibc
import ResponseMetrics

/// The benchmark file of this repository.
enum BuiltInBenchmarks {
  struct Unreadable: Error {
    let path: String
  }

  /// Its rows, the header first.
  static func rows(testFile: String = #filePath) throws -> [[String]] {
    let root = testFile.split(separator: "/").dropLast(4).joined(separator: "/")
    let path = "/\(root)/templates/built-in/industry-benchmarks.csv"
    guard let file = fopen(path, "r") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return split(String(decoding: bytes, as: UTF8.self))
  }

  static func catalogue() throws -> BenchmarkCatalogue {
    try BenchmarkCatalogue(file: "industry-benchmarks.csv", rows: rows())
  }

  /// Plain RFC 4180 with LF ends, as slow and obvious as can be.
  private static func split(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var previous: Character?
    for character in text {
      switch (character, isQuoted) {
      case ("\"", true): isQuoted = false
      case ("\"", false):
        if previous == "\"" { cell.append("\"") }
        isQuoted = true
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\n", false):
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.append(character)
      }
      previous = character
    }
    return rows
  }
}

/// A few rows of a benchmark file, written out.
enum FewBenchmarks {
  static let header = [
    "metric", "industry", "channel", "value", "unit", "statistic", "sample", "year", "publisher",
    "source_title", "source_url", "confidence",
  ]

  /// A catalogue of rows `metric, industry, channel, value, unit, statistic, year, confidence`.
  static func catalogue(_ rows: [[String]]) throws -> BenchmarkCatalogue {
    try BenchmarkCatalogue(
      file: "few.csv",
      rows: [header]
        + rows.map {
          Array($0[0...5]) + ["", $0[6], "Anybody", "A title", "https://example.org/", $0[7]]
        })
  }

  /// One figure of such a row.
  static func figure(_ row: [String]) throws -> BenchmarkFigure {
    guard let figure = try catalogue([row]).figures.first else {
      throw BuiltInBenchmarks.Unreadable(path: "few.csv")
    }
    return figure
  }
}
