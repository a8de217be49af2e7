/// Why a template cannot be parsed, checked or rendered, and where.
///
/// It holds words of templates only, never a value of the data.
package struct TemplateError: Error, Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    /// A tag has no end; `interruption` is the delimiter that begins another tag before it.
    case unclosedTag(expected: String, interruption: String?)
    /// A tag holds nothing but white space.
    case namelessTag
    /// A tag holds something that is not one word with dots between its parts.
    case malformedName(String)
    /// A `{{=…=}}` tag does not hold two delimiters.
    case malformedDelimiters(String)
    /// A section, block or parent is still open at the end.
    case unclosedSection(String)
    /// A closing tag names another section than the innermost open one.
    case mismatchedClosing(found: String, expected: String, openedAt: TemplatePlace)
    /// A closing tag stands where nothing is open.
    case unopenedClosing(String)
    /// A tag inside a parent, outside its blocks, would have no effect.
    case tagOutsideBlock(String)
    /// A parent is given the same block twice.
    case repeatedBlock(String)
    /// A parent is given a block that neither it nor a template it includes has.
    case unknownBlock(String, parent: String, known: KnownNames)
    /// Sections, blocks and included templates lie deeper in each other than the limit.
    case nestedTooDeeply(limit: Int)
    /// Sections, blocks and included templates begin more often than the limit.
    case tooManyTurns(limit: Int)
    /// The output is longer than the limit, in bytes.
    case tooLong(limit: Int)
    /// Two templates of a library have the same name.
    case repeatedTemplate(String)
    /// No template of the library has that name.
    case unknownTemplate(String, known: KnownNames)
    /// A template includes itself on a way without any condition; the way, from it to it.
    case endlessInclusion([String])
    /// No field in reach has that name; `owner` is the record where a dotted name was looked up.
    case unknownName(String, owner: String?, known: KnownNames)
    /// A dotted name goes on after a value that is no record.
    case noFields(String, owner: String, kind: TemplateValueKind)
    /// A list or a record stands where something is to be written.
    case unwritable(String, kind: TemplateValueKind)
  }

  package var problem: Problem
  package var place: TemplatePlace
  /// The tags that included the template of `place`, innermost first, at most eight.
  package var inclusions: [TemplatePlace]

  package init(_ problem: Problem, at place: TemplatePlace, inclusions: [TemplatePlace] = []) {
    self.problem = problem
    self.place = place
    self.inclusions = inclusions
  }
}
