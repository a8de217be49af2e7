import DelimitedText
import Foundation
import Reports

/// A report.json with what stands beside it.
package struct ComparedReport {
  /// What report.json says of a file.
  enum Part {
    case table(ComparedTable)
    /// A list too long for it, in a file beside.
    case named(String)
  }

  /// As it was given.
  let name: String
  let version: String
  let manifest: ComparedManifest?
  private let folder: String
  private let parts: [ReportFile: Part]

  /// Reads a report.json, or that of a folder.
  ///
  /// - Throws: `RunError`: 66 where there is nothing to read, 65 where it is no report.
  package init(_ given: String) throws(RunError) {
    name = given
    let path: String
    switch FileKind(given) {
    case .folder: path = given.hasSuffix("/") ? given + "report.json" : given + "/report.json"
    case .file, .stream, .none: path = given
    }
    let slash = path.lastIndex(of: "/")
    folder = slash.map { String(path[...$0]) } ?? ""
    let bytes = try FileBytes.readExisting(path, failingWith: .inputUnreadable)
    guard let json = try? JSONSerialization.jsonObject(with: Data(bytes)) else {
      throw RunError(.inputNotUnderstood, "\(path): error: this is no JSON; name a report.json")
    }
    let root = json as? [String: Any] ?? [:]
    guard let schema = root["schema"] as? String else {
      throw RunError(
        .inputNotUnderstood,
        "\(path): error: this is no report (found no 'schema', expected \(JSONReport.schema)); "
          + "name a report.json of replymeter")
    }
    guard schema == JSONReport.schema else {
      throw RunError(
        .inputNotUnderstood,
        "\(path): error: this is a report of another schema (found "
          + "'\(TerminalText.oneLine(schema.utf8.prefix(40)))', expected \(JSONReport.schema))")
    }
    version = root["version"] as? String ?? ""
    var parts: [ReportFile: Part] = [:]
    for file in ReportFile.allCases {
      guard let value = root[file.rawValue] else { continue }
      guard let part = Self.part(file, value) else {
        throw RunError(
          .inputNotUnderstood,
          "\(path): error: '\(file.rawValue)' is no table (expected a list of objects with a "
            + "plain value for each column, or the name of a file)")
      }
      parts[file] = part
    }
    self.parts = parts
    manifest = try ComparedManifest(inFolder: folder)
  }

  private static func part(_ file: ReportFile, _ value: Any) -> Part? {
    if let name = value as? String { return .named(name) }
    guard let rows = value as? [Any] else { return nil }
    let known = file.columns
    var further: Set<String> = []
    var cells: [[String: ComparedValue]] = []
    for row in rows {
      guard let row = row as? [String: Any] else { return nil }
      var values: [String: ComparedValue] = [:]
      for (column, value) in row {
        guard let value = ComparedValue(json: value) else { return nil }
        values[column] = value
        if !known.contains(column) { further.insert(column) }
      }
      cells.append(values)
    }
    var table = ComparedTable(
      file, columns: known + further.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for values in cells { table.add(values) }
    return .table(table)
  }

  func part(_ file: ReportFile) -> Part? { parts[file] }

  /// The CSV file beside that holds a list; nil where it is not there.
  func listing(_ file: ReportFile) -> (path: String, dialect: Dialect?)? {
    let path = folder + file.fileName
    guard case .file = FileKind(path) else { return nil }
    let separator = manifest?.settings["csv_separator"]?.utf8.first
    return (path, separator.map { Dialect(separator: $0) })
  }
}
