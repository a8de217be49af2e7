/// A CSV file read in the plainest way: RFC 4180 with LF line ends, one character after another.
struct PlainTable: Equatable {
  var header: [String]
  var rows: [[String]]

  init(_ text: String, separator: Unicode.Scalar = ",") {
    var records: [[String]] = []
    var record: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch (scalar, isQuoted) {
      case ("\"", true) where next == "\"":
        cell.append(scalar)
        index += 1
      case ("\"", _): isQuoted.toggle()
      case (separator, false):
        record.append(String(cell))
        cell = .init()
      case ("\n", false):
        records.append(record + [String(cell)])
        record = []
        cell = .init()
      default: cell.append(scalar)
      }
      index += 1
    }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// Rows by column name.
  var entries: [[String: String]] {
    rows.map { row in Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first }) }
  }
}
