import Crypto
import DelimitedText
import MessageHistory

/// A small CSV file that the configuration names: holidays, times away, benchmarks.
struct SideFile: Equatable {
  /// As the configuration names it.
  let name: String
  let sha256: String
  private let header: [String]
  private let rows: [Row]

  /// - Throws: `RunError` where the file is not there or is no text.
  init(_ name: String, at path: String) throws(RunError) {
    self.name = name
    let bytes = try FileBytes.readExisting(path, failingWith: .configuration)
    sha256 = SHA256.hash(data: bytes).hexadecimal
    do {
      var reader = try RecordReader(bytes: bytes, name: name)
      var all = try reader.rows()
      header = all.isEmpty ? [] : all.removeFirst().cells.map { HeaderName.folded($0) }
      rows = all
    } catch {
      throw RunError(.configuration, "\(error)")
    }
  }

  static func == (left: SideFile, right: SideFile) -> Bool {
    left.name == right.name && left.sha256 == right.sha256
  }

  /// Calls `body` with each row's cells of the named columns, trimmed.
  ///
  /// - Throws: `RunError` where a column is missing, or what `body` throws.
  func forEachRow(
    columns: [String], _ body: (_ cells: [String], _ line: Int) throws(RunError) -> Void
  ) throws(RunError) {
    var fields: [Int] = []
    for column in columns {
      guard let field = header.firstIndex(of: column) else {
        throw RunError(
          .configuration,
          "\(name):1: error: there is no column '\(column)' "
            + "(expected \(columns.joined(separator: ", ")))")
      }
      fields.append(field)
    }
    for row in rows {
      try body(fields.map { row[$0].trimmed }, row.position.line)
    }
  }

  /// An error in a row.
  func error(line: Int, _ what: String) -> RunError {
    RunError(.configuration, "\(name):\(line): error: \(what)")
  }

  /// All cells, the header's as they stand first.
  var records: [[String]] { [header] + rows.map(\.cells) }

  /// The lines on which the records begin.
  var lines: [Int] { [1] + rows.map(\.position.line) }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}

extension Sequence<UInt8> {
  /// Two digits a byte, in lower case.
  var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
