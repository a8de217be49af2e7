/// A CSS selector without commas, as far as a document at rest can answer it.
///
/// Understood are types and `*`; `.class`, `#id`; `[name]` and `[name="value"]` with `=`, `~=`,
/// `|=`, `^=`, `$=` and `*=`; `:root`, `:empty`, `:first-child`, `:last-child`, `:only-child`,
/// `:nth-child(…)` and `:not(…)` of a single compound; and the four combinators. Types and names
/// of attributes match in any case, everything else by its bytes.
struct Selector {
  enum Combinator {
    case descendant, child, nextSibling, laterSibling
  }

  enum Condition {
    case type(String)
    case id(String)
    case hasClass(String)
    case attribute(String, AttributeMatch)
    case root, empty, firstChild, lastChild, onlyChild
    /// The children `step * n + first` for n = 0, 1, 2 …
    case position(step: Int, first: Int)
    case not([Condition])
  }

  enum AttributeMatch {
    case exists
    case equals(String)
    /// One of the words.
    case hasWord(String)
    /// The value, or it and a hyphen at the start.
    case hasPrefixWord(String)
    case begins(String)
    case ends(String)
    case contains(String)
  }

  /// What one element has to be; the combinator ties it to the part before, of the first one it
  /// means nothing.
  struct Part {
    var combinator: Combinator
    var conditions: [Condition]
  }

  var parts: [Part]

  var specificity: Specificity {
    parts.reduce(into: Specificity()) { sum, part in
      for condition in part.conditions { sum += condition.specificity }
    }
  }

  /// The selectors of a list with commas.
  static func list(parsing text: String) throws(HTMLError) -> [Selector] {
    var parser = SelectorParser(text)
    return try parser.list()
  }
}

extension Selector.Condition {
  fileprivate var specificity: Specificity {
    switch self {
    case .type: Specificity(types: 1)
    case .id: Specificity(ids: 1)
    case .hasClass, .attribute, .root, .empty, .firstChild, .lastChild, .onlyChild,
      .position:
      Specificity(classes: 1)
    case .not(let conditions):
      conditions.reduce(into: Specificity()) { $0 += $1.specificity }
    }
  }
}
