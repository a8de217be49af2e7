/// One check: goes through every branch of a template with the shapes in reach.
///
/// It goes the way of `TemplateRenderer`: the same names are in reach, the same errors come out.
struct ShapeChecker {
  private var walk: TemplateWalk
  private var contexts: ShapeStack

  init(_ template: Template, of library: TemplateLibrary, shape: TemplateShape) {
    walk = TemplateWalk(through: template, of: library, limits: .check)
    contexts = ShapeStack(shape)
  }

  mutating func check() throws(TemplateError) {
    do {
      while let level = walk.level {
        try advance(level)
      }
    } catch {
      throw walk.traced(error)
    }
  }

  /// Checks until another level is entered or this one ends.
  private mutating func advance(_ level: TemplateWalk.Level) throws(TemplateError) {
    let frame = level.frame
    var index = level.next
    while index < level.tokens.upperBound {
      let token = frame.template.tokens[index]
      switch token.content {
      case .text, .lineStart: break
      case .value(let path, _): try checkWritable(path, in: frame.source)
      case .section(let path, let isInverted):
        let shape = try contexts.shape(at: path, in: frame.source)
        if !isInverted { contexts.open(shape) }
        return try walk.enterSection(at: index, of: frame, opensContext: !isInverted)
      case .partial(let name, let indentation):
        return try walk.include(name, indentation: indentation, at: index, of: frame)
      case .parent(let name, let indentation, let blocks):
        return try walk.include(
          name, indentation: indentation, blocks: blocks, at: index, of: frame)
      case .block(let block):
        guard let argument = frame.arguments[block.name] else {
          return try walk.enterDefault(at: index, of: frame)
        }
        return try walk.enterArgument(argument, insteadOf: block, at: index, of: frame)
      }
      index = token.end
    }
    if level.opensContext { contexts.close() }
    walk.leave()
  }

  private func checkWritable(
    _ path: TemplatePath, in source: TemplateSource
  ) throws(TemplateError) {
    let kind = try contexts.shape(at: path, in: source).kind
    switch kind {
    case .text, .number, .flag, .markup, .absent: break
    case .list, .record: throw source.error(.unwritable(path.text, kind: kind), at: path.offset)
    }
  }
}
