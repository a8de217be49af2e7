import Foundation

/// A cell of a report as it was written, from JSON or CSV; empty where it is not defined.
struct ComparedValue: Hashable, Sendable {
  let text: String
  /// Where it is a number, its exact value.
  let number: Decimal?

  static let blank = ComparedValue(text: "", number: nil)

  init(text: String, number: Decimal?) {
    self.text = text
    self.number = number
  }

  /// A value of JSONSerialization; nil for an array or an object.
  init?(json: Any) {
    switch json {
    case is NSNull: self = .blank
    case let text as String: self.init(text: text, number: nil)
    case let number as NSNumber: self.init(number)
    default: return nil
    }
  }

  private init(_ number: NSNumber) {
    switch String(cString: number.objCType) {
    case "c", "B": self.init(text: number.boolValue ? "true" : "false", number: nil)
    case "d", "f":
      // The shortest digits that give the double again are the ones that were written: a report
      // has at most fifteen.
      let text = "\(number.doubleValue)"
      self.init(number: Decimal(string: text), written: text)
    default:
      let text = number.stringValue
      self.init(number: Decimal(string: text), written: text)
    }
  }

  private init(number: Decimal?, written: String) {
    self.init(text: number.map { "\($0)" } ?? written, number: number)
  }

  /// A cell of a CSV file; with `isText` one of a column of texts, which may be guarded against
  /// formulas.
  init(csv cell: String, isText: Bool) {
    if isText {
      self.init(text: Self.unguarded(cell), number: nil)
    } else if Self.isPlainNumber(cell) {
      self.init(number: Decimal(string: cell), written: cell)
    } else {
      self.init(text: cell, number: nil)
    }
  }

  /// Without the mark before what a spreadsheet could take for a formula.
  private static func unguarded(_ cell: String) -> String {
    guard cell.first == "'", let next = cell.utf8.dropFirst().first,
      "=+-@\t\r".utf8.contains(next)
    else { return cell }
    return String(cell.dropFirst())
  }

  private static func isPlainNumber(_ cell: String) -> Bool {
    let digits = cell.hasPrefix("-") ? cell.dropFirst() : cell[...]
    return !digits.isEmpty && digits.utf8.count <= 30
      && digits.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
      && digits.utf8.count { $0 == UInt8(ascii: ".") } <= 1
      && digits.utf8.first != UInt8(ascii: ".") && digits.utf8.last != UInt8(ascii: ".")
  }

  static func == (left: ComparedValue, right: ComparedValue) -> Bool {
    if let left = left.number, let right = right.number { return left == right }
    return left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    if let number { hasher.combine(number) } else { hasher.combine(Array(text.utf8)) }
  }

  /// As a terminal may show it; a dash where it is not defined.
  var shown: String { text.isEmpty ? "–" : TerminalText.oneLine(text.utf8) }
}
