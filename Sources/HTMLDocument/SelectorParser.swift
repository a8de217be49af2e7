/// Reads the selectors of a list.
struct SelectorParser {
  private var scanner: StyleScanner
  private let source: String

  init(_ source: String) {
    self.source = source
    scanner = StyleScanner(source)
  }

  /// At least one selector; the whole text is used up.
  mutating func list() throws(HTMLError) -> [Selector] {
    var selectors: [Selector] = []
    repeat {
      scanner.skipSpace()
      selectors.append(try selector())
    } while scanner.take(",")
    guard scanner.isAtEnd else { throw refusal }
    return selectors
  }

  private var refusal: HTMLError {
    .unsupportedSelector(source, column: scanner.position + 1)
  }

  private mutating func selector() throws(HTMLError) -> Selector {
    var parts = [Selector.Part(combinator: .descendant, conditions: try compound())]
    while let combinator = combinator() {
      parts.append(Selector.Part(combinator: combinator, conditions: try compound()))
    }
    return Selector(parts: parts)
  }

  /// Nil at the end of the selector.
  private mutating func combinator() -> Selector.Combinator? {
    let hasSpace = scanner.skipSpace()
    let found: Selector.Combinator
    switch scanner.next {
    case UInt8(ascii: ">"): found = .child
    case UInt8(ascii: "+"): found = .nextSibling
    case UInt8(ascii: "~"): found = .laterSibling
    case nil, UInt8(ascii: ","), UInt8(ascii: ")"): return nil
    default: return hasSpace ? .descendant : nil
    }
    scanner.skip()
    scanner.skipSpace()
    return found
  }

  private mutating func compound() throws(HTMLError) -> [Selector.Condition] {
    var conditions: [Selector.Condition] = []
    var isEmpty = true
    if scanner.take("*") {
      isEmpty = false
    } else if let type = scanner.name() {
      conditions.append(.type(Self.lowercased(type)))
      isEmpty = false
    }
    while let condition = try condition() {
      conditions.append(condition)
      isEmpty = false
    }
    guard !isEmpty else { throw refusal }
    return conditions
  }

  private mutating func condition() throws(HTMLError) -> Selector.Condition? {
    switch scanner.next {
    case UInt8(ascii: "."):
      scanner.skip()
      return .hasClass(try name())
    case UInt8(ascii: "#"):
      scanner.skip()
      return .id(try name())
    case UInt8(ascii: "["): return try attribute()
    case UInt8(ascii: ":"): return try pseudoClass()
    default: return nil
    }
  }

  private mutating func name() throws(HTMLError) -> String {
    guard let name = scanner.name() else { throw refusal }
    return name
  }

  // MARK: Attributes

  private mutating func attribute() throws(HTMLError) -> Selector.Condition {
    scanner.skip()
    scanner.skipSpace()
    let name = Self.lowercased(try name())
    scanner.skipSpace()
    if scanner.take("]") { return .attribute(name, .exists) }
    let match = try attributeMatch()
    scanner.skipSpace()
    guard let value = scanner.string() ?? scanner.name() else { throw refusal }
    scanner.skipSpace()
    guard scanner.take("]") else { throw refusal }
    return .attribute(name, match(value))
  }

  /// The sign between an attribute's name and the value.
  private mutating func attributeMatch() throws(HTMLError) -> (String) -> Selector.AttributeMatch {
    if scanner.take("=") { return Selector.AttributeMatch.equals }
    guard scanner.peek(1) == UInt8(ascii: "=") else { throw refusal }
    let match: (String) -> Selector.AttributeMatch
    switch scanner.next {
    case UInt8(ascii: "~"): match = Selector.AttributeMatch.hasWord
    case UInt8(ascii: "|"): match = Selector.AttributeMatch.hasPrefixWord
    case UInt8(ascii: "^"): match = Selector.AttributeMatch.begins
    case UInt8(ascii: "$"): match = Selector.AttributeMatch.ends
    case UInt8(ascii: "*"): match = Selector.AttributeMatch.contains
    default: throw refusal
    }
    scanner.skip(2)
    return match
  }

  // MARK: Pseudo-classes

  private mutating func pseudoClass() throws(HTMLError) -> Selector.Condition {
    let place = scanner
    scanner.skip()
    switch Self.lowercased(try name()) {
    case "root": return .root
    case "empty": return .empty
    case "first-child": return .firstChild
    case "last-child": return .lastChild
    case "only-child": return .onlyChild
    case "nth-child":
      let argument = try argument()
      guard let position = Self.position(argument) else { throw refusal }
      return position
    case "not":
      guard scanner.take("(") else { throw refusal }
      scanner.skipSpace()
      let conditions = try compound()
      scanner.skipSpace()
      guard scanner.take(")") else { throw refusal }
      return .not(conditions)
    default:
      scanner = place
      throw refusal
    }
  }

  private mutating func argument() throws(HTMLError) -> String {
    guard scanner.take("(") else { throw refusal }
    let start = scanner.position
    scanner.skip(toFirstOf: [UInt8(ascii: ")")])
    let argument = scanner.text(start..<scanner.position)
    guard scanner.take(")") else { throw refusal }
    return argument
  }

  /// `odd`, `even`, `3`, `2n`, `2n+1`, `-n + 3`; nil for anything else.
  private static func position(_ text: String) -> Selector.Condition? {
    let text = lowercased(text.filter { $0 != " " })
    if text == "odd" { return .position(step: 2, first: 1) }
    if text == "even" { return .position(step: 2, first: 0) }
    guard let mark = text.firstIndex(of: "n") else {
      return Int(text).map { .position(step: 0, first: $0) }
    }
    let factor = String(text[..<mark])
    let step = factor.isEmpty || factor == "+" ? 1 : factor == "-" ? -1 : Int(factor)
    let rest = text[text.index(after: mark)...]
    let first = rest.isEmpty ? 0 : rest.first?.isNumber == true ? nil : Int(rest)
    guard let step, let first, abs(step) <= 1_000_000, abs(first) <= 1_000_000 else { return nil }
    return .position(step: step, first: first)
  }

  private static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }
}
