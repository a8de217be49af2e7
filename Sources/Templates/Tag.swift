/// A tag as it stands in the source, before it is known to what it belongs.
struct Tag {
  enum Kind {
    case value, rawValue, section, invertedSection, closing, partial, parent, block
    case comment, delimiters

    /// Whether a closing tag has to follow.
    var isOpening: Bool {
      switch self {
      case .section, .invertedSection, .parent, .block: true
      case .value, .rawValue, .closing, .partial, .comment, .delimiters: false
      }
    }

    /// Whether the tag writes nothing by itself, so that a line of its own is removed.
    var canStandAlone: Bool {
      switch self {
      case .value, .rawValue: false
      case .section, .invertedSection, .closing, .partial, .parent, .block, .comment, .delimiters:
        true
      }
    }
  }

  let kind: Kind
  /// The whole tag with its delimiters.
  let extent: Range<Int>
  /// The name without white space around it; for comments and delimiters what is inside.
  let name: Range<Int>
}
