/// One rendering: writes what the tokens on the way say about the values in reach.
struct TemplateRenderer {
  private(set) var output: TemplateOutput
  private var walk: TemplateWalk
  private var contexts: ContextStack
  /// A length of the output at which a line has begun already, with its indentation.
  private var begunLine = -1

  init(
    _ template: Template, of library: TemplateLibrary, value: TemplateValue, kind: OutputKind,
    limits: TemplateLimits
  ) {
    output = TemplateOutput(kind)
    walk = TemplateWalk(through: template, of: library, limits: limits)
    contexts = ContextStack(value)
  }

  mutating func render() throws(TemplateError) {
    do {
      while let level = walk.level {
        try walk.checkLength(output.bytes.count, at: level)
        try advance(level)
      }
    } catch {
      throw walk.traced(error)
    }
  }

  /// Writes until another level is entered or this one ends.
  private mutating func advance(_ level: TemplateWalk.Level) throws(TemplateError) {
    let frame = level.frame
    var index = level.next
    while index < level.tokens.upperBound {
      let token = frame.template.tokens[index]
      switch token.content {
      case .text(let text): output.append(raw: frame.source.bytes[text])
      case .lineStart(let indentation): beginLine(indentation, in: frame)
      case .value(let path, let isEscaped):
        try write(path, isEscaped: isEscaped, in: frame.source)
      case .section(let path, let isInverted):
        let value = try contexts.value(at: path, in: frame.source)
        guard value.isFalsy == isInverted else { break }
        if !isInverted { contexts.open(value) }
        return try walk.enterSection(at: index, of: frame, opensContext: !isInverted)
      case .partial(let name, let indentation):
        return try walk.include(name, indentation: indentation, at: index, of: frame)
      case .parent(let name, let indentation, let blocks):
        return try walk.include(
          name, indentation: indentation, blocks: blocks, at: index, of: frame)
      case .block(let block): return try enter(block, at: index, of: frame)
      }
      index = token.end
    }
    try finish(level)
  }

  private mutating func enter(
    _ block: TemplateBlock, at index: Int, of frame: TemplateFrame
  ) throws(TemplateError) {
    guard let argument = frame.arguments[block.name] else {
      return try walk.enterDefault(at: index, of: frame)
    }
    if !block.standsAlone {
      begunLine = output.bytes.count
    } else if !argument.block.beginsOnNextLine, !argument.inside.isEmpty {
      output.append(raw: frame.indentation(inside: block.siteIndentation))
    }
    try walk.enterArgument(argument, insteadOf: block, at: index, of: frame)
  }

  private mutating func finish(_ level: TemplateWalk.Level) throws(TemplateError) {
    if level.opensContext {
      if contexts.advance() { return try walk.restart() }
      contexts.close()
    }
    walk.leave()
  }

  private mutating func beginLine(_ indentation: Range<Int>, in frame: TemplateFrame) {
    guard output.bytes.count != begunLine else { return }
    output.append(raw: frame.indentation)
    output.append(raw: frame.remainder(of: indentation))
  }

  private mutating func write(
    _ path: TemplatePath, isEscaped: Bool, in source: TemplateSource
  ) throws(TemplateError) {
    let value = try contexts.value(at: path, in: source)
    switch value {
    case .text(let text) where isEscaped: output.append(text: text)
    case .number(let text) where isEscaped: output.append(number: text)
    case .text(let text), .number(let text), .markup(let text): output.append(raw: text)
    case .flag(let holds): output.append(raw: holds ? "true" : "false")
    case .absent: break
    case .list, .record:
      throw source.error(.unwritable(path.text, kind: value.kind), at: path.offset)
    }
  }
}
