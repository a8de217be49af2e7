/// Turns a source and its tags into tokens.
struct TokenBuilder {
  private let source: TemplateSource
  private var tokens: [TemplateToken] = []

  private init(_ source: TemplateSource) {
    self.source = source
  }

  static func tokens(of source: TemplateSource) throws(TemplateError) -> [TemplateToken] {
    let tags = try TagScanner.tags(of: source)
    let nesting = try TagNesting(tags, in: source)
    var builder = TokenBuilder(source)
    try builder.build(tags, nesting: nesting)
    return builder.tokens
  }

  private mutating func build(_ tags: [Tag], nesting: TagNesting) throws(TemplateError) {
    var position = 0
    var open: [(token: Int, layout: TagLayout)] = []
    for (index, tag) in tags.enumerated() {
      let layout = TagLayout(of: index, among: tags, nesting: nesting, in: source)
      // Text in a parent, outside its blocks, is not written.
      let isWritten = nesting.enclosures[index].map { tags[$0].kind != .parent } ?? true
      if isWritten {
        appendText(position..<layout.footprint.lowerBound)
        if layout.takenIndentation == nil, source.isLineStart(layout.footprint.lowerBound) {
          appendLineStart(layout.footprint.lowerBound..<layout.footprint.lowerBound)
        }
      }
      position = layout.footprint.upperBound
      if tag.kind == .closing {
        if let opening = open.popLast() { close(opening.token, layout: opening.layout) }
      } else {
        try append(tag, layout: layout)
        if tag.kind.isOpening { open.append((tokens.count - 1, layout)) }
      }
    }
    appendText(position..<source.bytes.count)
  }

  private mutating func append(_ tag: Tag, layout: TagLayout) throws(TemplateError) {
    let content: TemplateToken.Content
    switch tag.kind {
    case .comment, .delimiters, .closing: return
    case .value: content = .value(try TemplatePath(tag.name, in: source), isEscaped: true)
    case .rawValue: content = .value(try TemplatePath(tag.name, in: source), isEscaped: false)
    case .section: content = .section(try TemplatePath(tag.name, in: source), isInverted: false)
    case .invertedSection:
      content = .section(try TemplatePath(tag.name, in: source), isInverted: true)
    case .partial:
      content = .partial(source.text(tag.name), indentation: layout.takenIndentation)
    case .parent:
      content = .parent(
        source.text(tag.name), indentation: layout.takenIndentation, blocks: [:])
    case .block:
      content = .block(block(source.text(tag.name), layout: layout, contentIndentation: nil))
    }
    append(content, offset: tag.name.lowerBound)
  }

  /// Completes an opening token, now that all inside is there.
  private mutating func close(_ index: Int, layout: TagLayout) {
    tokens[index].end = tokens.count
    switch tokens[index].content {
    case .parent(let name, let indentation, _):
      var blocks: [String: Int] = [:]
      var child = index + 1
      while child < tokens.count {
        if case .block(let block) = tokens[child].content { blocks[block.name] = child }
        child = tokens[child].end
      }
      tokens[index].content = .parent(name, indentation: indentation, blocks: blocks)
    case .block(let unfinished):
      let indentation = firstIndentation(from: index + 1)
      tokens[index].content = .block(
        block(unfinished.name, layout: layout, contentIndentation: indentation))
    case .section, .partial, .value, .text, .lineStart: break
    }
  }

  private func block(
    _ name: String, layout: TagLayout, contentIndentation: Range<Int>?
  ) -> TemplateBlock {
    let standsAlone = layout.takenIndentation != nil && layout.takesLineEnd
    let tagIndentation = layout.indentation ?? 0..<0
    return TemplateBlock(
      name: name,
      standsAlone: standsAlone,
      beginsOnNextLine: layout.takesLineEnd,
      siteIndentation: standsAlone ? contentIndentation ?? tagIndentation : tagIndentation,
      contentIndentation: layout.takesLineEnd ? contentIndentation ?? 0..<0 : 0..<0)
  }

  /// The blanks before the first line from that token on that is not blank.
  private func firstIndentation(from index: Int) -> Range<Int>? {
    for (token, next) in zip(tokens[index...], tokens[index...].dropFirst()) {
      guard case .lineStart(let indentation) = token.content else { continue }
      if case .text(let text) = next.content, source.bytes[text].allSatisfy(\.isWhiteSpace) {
        continue
      }
      return indentation
    }
    return nil
  }

  private mutating func append(_ content: TemplateToken.Content, offset: Int) {
    tokens.append(TemplateToken(content: content, offset: offset, end: tokens.count + 1))
  }

  private mutating func appendLineStart(_ indentation: Range<Int>) {
    append(.lineStart(indentation: indentation), offset: indentation.lowerBound)
  }

  private mutating func appendText(_ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      if source.isLineStart(position) {
        let end = source.skippingBlanks(from: position, to: range.upperBound)
        appendLineStart(position..<end)
        position = end
      }
      let rest = position..<range.upperBound
      let lineFeed = source.bytes[rest].firstIndex(of: .lineFeed)
      let end = lineFeed.map { $0 + 1 } ?? range.upperBound
      if position < end { append(.text(position..<end), offset: position) }
      position = end
    }
  }
}
