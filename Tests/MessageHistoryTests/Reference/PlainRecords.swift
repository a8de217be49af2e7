/// The cells of the records of an RFC 4180 text, scalar by scalar.
enum PlainRecords {
  static func of(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.unicodeScalars.append("\"")
        scalars.removeFirst()
      case "\"":
        isQuoted.toggle()
      case "," where !isQuoted:
        record.append(cell)
        cell = ""
      case "\r" where !isQuoted && scalars.first == "\n":
        break
      case "\n" where !isQuoted:
        records.append(record + [cell])
        (record, cell) = ([], "")
      default:
        cell.unicodeScalars.append(scalar)
      }
    }
    return record.isEmpty && cell.isEmpty ? records : records + [record + [cell]]
  }
}
