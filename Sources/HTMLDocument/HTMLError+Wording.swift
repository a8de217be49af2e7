extension HTMLError: CustomStringConvertible {
  /// The error without the document's name: `line: error: what (found, expected); what to do`.
  package var description: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "error: document is too large (found \(bytes) bytes, expected at most \(limit)); shorten it"
    case .tooDeep(let line, let limit):
      "\(line): error: elements are nested too deeply (found level \(limit + 1), expected at most "
        + "\(limit)); look for elements that are not closed"
    case .unreadable:
      "error: document cannot be parsed (found no memory for it); free some memory"
    case .unsupportedSelector(let selector, let column):
      "\(column): error: selector is not understood (found '\(Self.shortened(selector))', expected "
        + "types, classes, ids, attributes and positions); write it in simpler ones"
    }
  }

  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.count <= 60 ? text : String(String.UnicodeScalarView(scalars.prefix(60))) + "…"
  }
}
