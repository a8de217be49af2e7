/// Something in a document that does not hold together, and that a reader had to repair.
package struct HTMLFlaw: Equatable, Sendable {
  package enum Kind: String, Equatable, Sendable {
    /// An end tag without its start tag.
    case mismatchedEndTag
    /// A start tag without its end tag, where it needs one.
    case unclosedElement
    /// An element where it may not stand.
    case misplacedElement
    case repeatedAttribute
    /// Two elements have the same `id`.
    case repeatedID
    /// A tag that is not written to its end.
    case brokenTag
    /// `&` that begins no character reference.
    case brokenReference
    /// A character that HTML does not have.
    case invalidCharacter
    /// Whatever else libxml2 complains of.
    case other
  }

  package let kind: Kind
  /// From 1.
  package let line: Int

  package init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
