/// The rules of a style sheet in their order.
struct StyleSheet {
  /// A list of selectors and what it declares.
  struct Rule {
    /// As written, one each, without comments around them.
    var selectors: [String]
    var declarations: [StyleDeclaration]
    /// Which rule it is of all rules of the document: of equally specific ones the later wins.
    var order: Int
  }

  indirect enum Block {
    case rule(Rule)
    /// `@media …` and the like: rules that hold under a condition; `prelude` is all before the brace.
    case conditional(prelude: String, [Block])
    /// Any other at-rule, as written.
    case verbatim(String)
  }

  private(set) var blocks: [Block] = []
  private var nextOrder: Int

  /// Conditions that hold rules as the sheet itself does.
  private static let conditions: Set = ["media", "supports", "container", "layer"]
  /// Conditions deeper in each other than this are left as they are.
  private static let greatestDepth = 8

  /// Reads a sheet whose rules are numbered from `order` on.
  ///
  /// Broken rules are left out.
  init(parsing text: String, from order: Int = 0) {
    nextOrder = order
    blocks = readBlocks(of: text, depth: 0)
  }

  /// The number that a rule after this sheet has.
  var endOrder: Int { nextOrder }

  private mutating func readBlocks(of text: String, depth: Int) -> [Block] {
    var scanner = StyleScanner(text)
    var blocks: [Block] = []
    while true {
      Self.skipBetweenRules(&scanner)
      guard !scanner.isAtEnd else { return blocks }
      let start = scanner.position
      if scanner.next == UInt8(ascii: "@") {
        scanner.skip(toFirstOf: [UInt8(ascii: "{"), UInt8(ascii: ";")])
        blocks.append(readAtRule(&scanner, from: start, depth: depth))
      } else {
        scanner.skip(toFirstOf: [UInt8(ascii: "{")])
        let prelude = scanner.text(start..<scanner.position)
        if let rule = rule(prelude, Self.body(&scanner)) { blocks.append(.rule(rule)) }
      }
    }
  }

  /// White space, and what stands where no rule begins: a brace too many, `<!--`, `-->`.
  private static func skipBetweenRules(_ scanner: inout StyleScanner) {
    while true {
      let hasSpace = scanner.skipSpace()
      let hasStray = scanner.take("}") || scanner.take(";")
      let mark = ["<!--", "-->"].first { mark in
        scanner.bytes[scanner.position...].starts(with: mark.utf8)
      }
      if let mark { scanner.skip(mark.utf8.count) }
      if !hasSpace, !hasStray, mark == nil { return }
    }
  }

  private mutating func readAtRule(
    _ scanner: inout StyleScanner, from start: Int, depth: Int
  ) -> Block {
    let prelude = scanner.text(start..<scanner.position)
    guard scanner.next == UInt8(ascii: "{") else {
      scanner.skip()
      return .verbatim(prelude + ";")
    }
    let body = Self.body(&scanner)
    var words = StyleScanner(String(prelude.dropFirst()))
    let name = words.name()?.lowercased() ?? ""
    guard Self.conditions.contains(name), depth < Self.greatestDepth else {
      return .verbatim(scanner.text(start..<scanner.position))
    }
    return .conditional(prelude: prelude, readBlocks(of: body, depth: depth + 1))
  }

  /// What stands between the braces that begin here; the scanner goes behind them.
  private static func body(_ scanner: inout StyleScanner) -> String {
    guard scanner.take("{") else { return "" }
    let start = scanner.position
    scanner.skip(toFirstOf: [UInt8(ascii: "}")])
    let body = scanner.text(start..<scanner.position)
    scanner.skip()
    return body
  }

  private mutating func rule(_ prelude: String, _ body: String) -> Rule? {
    var scanner = StyleScanner(prelude)
    var selectors: [String] = []
    while !scanner.isAtEnd {
      scanner.skipSpace()
      let start = scanner.position
      scanner.skip(toFirstOf: [UInt8(ascii: ",")])
      let selector = scanner.text(start..<scanner.position)
      if !selector.isEmpty { selectors.append(selector) }
      scanner.skip()
    }
    let declarations = StyleDeclaration.list(parsing: body)
    guard !selectors.isEmpty, !declarations.isEmpty else { return nil }
    defer { nextOrder += 1 }
    return Rule(selectors: selectors, declarations: declarations, order: nextOrder)
  }
}
