extension Selector {
  /// The expression of XPath 1.0 that finds the same elements in a whole document.
  ///
  /// Names are compared as texts and never written as name tests, so that no selector can say
  /// more in XPath than it says in CSS.
  var xPath: String {
    parts.enumerated().map { index, part in
      let tests = part.conditions.map { "[\($0.xPath)]" }.joined()
      return (index == 0 ? "/descendant::*" : part.combinator.xPath) + tests
    }.joined()
  }
}

extension Selector.Combinator {
  fileprivate var xPath: String {
    switch self {
    case .descendant: "/descendant::*"
    case .child: "/*"
    case .nextSibling: "/following-sibling::*[1]"
    case .laterSibling: "/following-sibling::*"
    }
  }
}

extension Selector.Condition {
  /// A condition on the element at hand.
  fileprivate var xPath: String {
    switch self {
    case .type(let name): "name() = \(literal(name))"
    case .id(let id): "@id = \(literal(id))"
    case .hasClass(let name): words("@class", hold: name)
    case .attribute(let name, let match):
      "@*[name() = \(literal(name))" + match.xPath + "]"
    case .root: "not(parent::*)"
    // No text but white space counts too: an empty text node is never kept.
    case .empty: "not(* or text())"
    case .firstChild: "not(preceding-sibling::*)"
    case .lastChild: "not(following-sibling::*)"
    case .onlyChild: "not(preceding-sibling::* or following-sibling::*)"
    case .position(let step, let first): Self.position(step: step, first: first)
    case .not(let conditions):
      conditions.isEmpty
        ? "false()" : "not(\(conditions.map { "(\($0.xPath))" }.joined(separator: " and ")))"
    }
  }

  private static func position(step: Int, first: Int) -> String {
    let position = "(count(preceding-sibling::*) + 1)"
    if step == 0 { return "\(position) = \(first)" }
    let distance = step > 0 ? "(\(position) - \(first))" : "(\(first) - \(position))"
    return "\(distance) >= 0 and \(distance) mod \(abs(step)) = 0"
  }
}

extension Selector.AttributeMatch {
  /// A further test of the attribute at hand; empty where it need only exist.
  fileprivate var xPath: String {
    switch self {
    case .exists: ""
    case .equals(let value): " and . = \(literal(value))"
    // In CSS nothing is no part of anything, in XPath it is of everything.
    case .hasWord(""), .begins(""), .ends(""), .contains(""): " and false()"
    case .hasWord(let word): " and " + words(".", hold: word)
    case .hasPrefixWord(let word):
      " and (. = \(literal(word)) or starts-with(., \(literal(word + "-"))))"
    case .begins(let start): " and starts-with(., \(literal(start)))"
    case .ends(let end):
      " and string-length(.) >= string-length(\(literal(end)))"
        + " and substring(., string-length(.) - string-length(\(literal(end))) + 1)"
        + " = \(literal(end))"
    case .contains(let part): " and contains(., \(literal(part)))"
    }
  }
}

/// Whether a list of words has one; one with white space in it is none.
private func words(_ list: String, hold word: String) -> String {
  word.utf8.contains(where: StyleScanner.isSpace)
    ? "false()"
    : "contains(concat(' ', normalize-space(\(list)), ' '), \(literal(" " + word + " ")))"
}

/// A text in quotes.
///
/// XPath has no escapes: a text with both quotes is put together of pieces.
private func literal(_ text: String) -> String {
  let text = NodeText.withoutNull(text)
  if !text.utf8.contains(UInt8(ascii: "'")) { return "'\(text)'" }
  let pieces = text.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false)
    .map { "'\(String($0))'" }
  return "concat(\(pieces.joined(separator: ", \"'\", ")), '')"
}
