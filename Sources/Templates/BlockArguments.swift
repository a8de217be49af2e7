/// The blocks that a template was given by those that include it.
///
/// A replacement belongs to the template that it is written in: blocks and parents inside it see
/// what that template was given, not what is in effect where it is put.
struct BlockArguments {
  struct Argument {
    let template: Template
    let block: TemplateBlock
    /// The tokens of the block's content in that template.
    let inside: Range<Int>
    /// What that template was given itself.
    let arguments: BlockArguments
  }

  private var arguments: [String: Argument] = [:]

  /// No blocks: what a template has that nothing includes.
  init() {}

  subscript(name: String) -> Argument? { arguments[name] }

  /// What the parent gets that `template` includes with these blocks.
  ///
  /// What `template` was given itself goes through, and goes first: the outermost template decides.
  func adding(_ blocks: [String: Int], of template: Template) -> BlockArguments {
    var result = self
    for (name, index) in blocks where result.arguments[name] == nil {
      guard case .block(let block) = template.tokens[index].content else { continue }
      result.arguments[name] = Argument(
        template: template, block: block, inside: index + 1..<template.tokens[index].end,
        arguments: self)
    }
    return result
  }
}
