/// One step of a parsed template.
///
/// The tokens of a section, parent or block follow it directly, up to `end`.
struct TemplateToken: Sendable {
  enum Content: Sendable {
    /// Bytes of the source, within one line.
    case text(Range<Int>)
    /// The start of a line that is written, with the blanks that it begins with.
    case lineStart(indentation: Range<Int>)
    case value(TemplatePath, isEscaped: Bool)
    case section(TemplatePath, isInverted: Bool)
    /// Another template; `indentation` goes before its lines where the tag stands alone.
    case partial(String, indentation: Range<Int>?)
    /// Another template with blocks for it, by name, as indices of their tokens.
    case parent(String, indentation: Range<Int>?, blocks: [String: Int])
    case block(TemplateBlock)
  }

  var content: Content
  /// Where in the source the tag's name, or the text, begins.
  let offset: Int
  /// The index after the last token inside; where nothing can be inside, the next index.
  var end: Int
}

/// A named part that an including template can replace, or the replacement for one.
struct TemplateBlock: Sendable {
  let name: String
  /// Whether the opening tag takes its whole line, so that the content begins a line.
  let standsAlone: Bool
  /// Whether the content begins on the line after the opening tag.
  let beginsOnNextLine: Bool
  /// The blanks that go before the lines of a replacement.
  let siteIndentation: Range<Int>
  /// The blanks that are taken from the lines of the content where it is a replacement.
  let contentIndentation: Range<Int>
}
