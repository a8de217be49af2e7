import Foundation

/// A folder of reports, read back.
struct ReportFolder {
  let path: String

  /// The CSV files in the order in which they are written.
  static let tables = [
    "summary", "channels", "employees", "trend", "changes", "heatmap", "badge", "benchmarks",
    "peers", "expectations", "waiting", "conversations", "openers", "quality", "rejected", "rules",
  ]

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path + "/" + name)))
  }

  /// A CSV file by its name without ending.
  func table(_ name: String) throws -> PlainTable {
    PlainTable(try text(of: name + ".csv"))
  }

  func entries(_ name: String) throws -> [[String: String]] {
    try table(name).entries
  }

  func json(_ name: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(try bytes(of: name)))
    return object as? [String: Any] ?? [:]
  }

  /// Names of the files, by bytes.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Names of the files that two folders do not share byte for byte.
  func namesOfDifferences(from other: ReportFolder, ignoring: Set<String> = []) throws -> [String] {
    let names = Set(try self.names()).union(try other.names()).subtracting(ignoring)
    return names.sorted().filter { name in
      let mine = try? bytes(of: name)
      let theirs = try? other.bytes(of: name)
      return mine == nil || mine != theirs
    }
  }
}
