/// The way through templates: what has been entered, and where it goes on in each.
///
/// The levels lie in an array, not on the thread's stack, so that no template can overflow it.
struct TemplateWalk {
  struct Level {
    let frame: TemplateFrame
    let tokens: Range<Int>
    /// The index of the token that comes next.
    var next: Int
    /// Whether it is a section with a value of its own.
    let opensContext: Bool
    /// Where in the source of the level around this one the tag is that includes the template.
    let inclusion: Int?
  }

  private let library: TemplateLibrary
  private var levels: [Level]
  private let limits: TemplateLimits
  private var turns = 0

  init(through template: Template, of library: TemplateLibrary, limits: TemplateLimits) {
    self.library = library
    self.limits = limits
    let tokens = 0..<template.tokens.count
    levels = [
      Level(
        frame: TemplateFrame(template: template), tokens: tokens, next: 0, opensContext: false,
        inclusion: nil)
    ]
  }

  /// The innermost level, or nil at the end of the way.
  var level: Level? { levels.last }

  /// Enters what is inside a section.
  mutating func enterSection(
    at index: Int, of frame: TemplateFrame, opensContext: Bool
  ) throws(TemplateError) {
    let inside = index + 1..<frame.template.tokens[index].end
    try enter(inside, of: frame, from: frame, at: index, opensContext: opensContext)
  }

  /// Enters a block's own content.
  mutating func enterDefault(at index: Int, of frame: TemplateFrame) throws(TemplateError) {
    let inside = index + 1..<frame.template.tokens[index].end
    try enter(inside, of: frame, from: frame, at: index)
  }

  /// Enters what a block was replaced with.
  mutating func enterArgument(
    _ argument: BlockArguments.Argument, insteadOf block: TemplateBlock, at index: Int,
    of frame: TemplateFrame
  ) throws(TemplateError) {
    let inner = TemplateFrame(
      template: argument.template,
      arguments: argument.arguments,
      indentation: frame.indentation(inside: block.siteIndentation),
      removedIndentation: Array(
        argument.template.source.bytes[argument.block.contentIndentation]))
    try enter(argument.inside, of: inner, from: frame, at: index)
  }

  /// Enters another template; without `indentation` its lines are not moved.
  mutating func include(
    _ name: String, indentation: Range<Int>?, blocks: [String: Int] = [:], at index: Int,
    of frame: TemplateFrame
  ) throws(TemplateError) {
    // The library has found the template when it was made; so no place is worked out here, which
    // would cost more than the rest.
    let template = try library.template(named: name)
    let inner = TemplateFrame(
      template: template,
      arguments: frame.arguments.adding(blocks, of: frame.template),
      indentation: indentation.map(frame.indentation(inside:)) ?? [])
    try enter(
      0..<template.tokens.count, of: inner, from: frame, at: index,
      inclusion: frame.template.tokens[index].offset)
  }

  /// Begins the innermost level, which is a section, again, for the next item of a list.
  mutating func restart() throws(TemplateError) {
    let last = levels.count - 1
    levels[last].next = levels[last].tokens.lowerBound
    try countTurn(of: levels[last].frame, at: levels[last].tokens.lowerBound - 1)
  }

  private mutating func countTurn(
    of frame: TemplateFrame, at index: Int
  ) throws(TemplateError) {
    turns += 1
    guard turns <= limits.turns else {
      throw frame.source.error(
        .tooManyTurns(limit: limits.turns), at: frame.template.tokens[index].offset)
    }
  }

  /// Fails where the output has become too long, at what comes next in a level.
  func checkLength(_ count: Int, at level: Level) throws(TemplateError) {
    guard count > limits.bytes else { return }
    let index = min(level.next, level.frame.template.tokens.count - 1)
    throw level.frame.source.error(
      .tooLong(limit: limits.bytes), at: index < 0 ? 0 : level.frame.template.tokens[index].offset)
  }

  /// Leaves the innermost level; the one around it goes on behind the tag that was entered.
  mutating func leave() {
    levels.removeLast()
  }

  /// The error with the tags that included the template where it occurred.
  func traced(_ error: TemplateError) -> TemplateError {
    var error = error
    for (outer, inner) in zip(levels, levels.dropFirst()).reversed() {
      guard let offset = inner.inclusion, error.inclusions.count < 8 else { continue }
      error.inclusions.append(outer.frame.source.place(at: offset))
    }
    return error
  }

  private mutating func enter(
    _ tokens: Range<Int>, of inner: TemplateFrame, from frame: TemplateFrame, at index: Int,
    opensContext: Bool = false, inclusion: Int? = nil
  ) throws(TemplateError) {
    let token = frame.template.tokens[index]
    guard levels.count <= TemplateLibrary.depthLimit else {
      throw frame.source.error(
        .nestedTooDeeply(limit: TemplateLibrary.depthLimit), at: token.offset)
    }
    try countTurn(of: frame, at: index)
    levels[levels.count - 1].next = token.end
    levels.append(
      Level(
        frame: inner, tokens: tokens, next: tokens.lowerBound, opensContext: opensContext,
        inclusion: inclusion))
  }
}
