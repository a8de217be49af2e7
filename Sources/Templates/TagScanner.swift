/// Finds the tags of a template, following its changes of delimiters.
struct TagScanner {
  private let source: TemplateSource
  private var position = 0
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)

  private init(_ source: TemplateSource) {
    self.source = source
  }

  /// All tags in order; each name is checked to be one.
  static func tags(of source: TemplateSource) throws(TemplateError) -> [Tag] {
    var scanner = TagScanner(source)
    var tags: [Tag] = []
    while let tag = try scanner.next() {
      tags.append(tag)
    }
    return tags
  }

  private mutating func next() throws(TemplateError) -> Tag? {
    guard let start = source.position(of: opening, from: position) else { return nil }
    let sigil = start + opening.count
    var end = closing
    let kind: Tag.Kind
    switch sigil < source.bytes.count ? source.bytes[sigil] : 0 {
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .invertedSection
    case UInt8(ascii: "/"): kind = .closing
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "<"): kind = .parent
    case UInt8(ascii: "$"): kind = .block
    case UInt8(ascii: "!"): kind = .comment
    case UInt8(ascii: "&"): kind = .rawValue
    case UInt8(ascii: "{"):
      kind = .rawValue
      end = [UInt8(ascii: "}")] + closing
    case UInt8(ascii: "="):
      kind = .delimiters
      end = [UInt8(ascii: "=")] + closing
    default: kind = .value
    }
    let inside = kind == .value ? sigil : sigil + 1
    let close = try self.end(end, ofTagAt: start, kind: kind, from: inside)
    position = close + end.count
    let tag = Tag(
      kind: kind, extent: start..<position, name: source.trimmed(inside..<close))
    switch kind {
    case .comment: break
    case .delimiters: try changeDelimiters(to: tag)
    case .value, .rawValue, .section, .invertedSection, .closing, .partial, .parent, .block:
      try checkName(of: tag)
    }
    return tag
  }

  /// The position of the tag's end; a tag that another one interrupts has none, a comment may.
  private func end(
    _ end: [UInt8], ofTagAt start: Int, kind: Tag.Kind, from inside: Int
  ) throws(TemplateError) -> Int {
    let expected = String(decoding: end, as: UTF8.self)
    guard let close = source.position(of: end, from: inside) else {
      throw source.error(.unclosedTag(expected: expected, interruption: nil), at: start)
    }
    switch kind {
    case .comment, .delimiters: return close
    case .value, .rawValue, .section, .invertedSection, .closing, .partial, .parent, .block:
      if let other = source.position(of: opening, from: inside), other < close {
        let interruption = String(decoding: opening, as: UTF8.self)
        throw source.error(.unclosedTag(expected: expected, interruption: interruption), at: start)
      }
      return close
    }
  }

  private func checkName(of tag: Tag) throws(TemplateError) {
    guard let first = source.bytes[tag.name].first else {
      throw source.error(.namelessTag, at: tag.extent.lowerBound)
    }
    let isWord = !source.bytes[tag.name].contains(where: \.isWhiteSpace)
    if !isWord || "#^/<>$!&{=".utf8.contains(first) {
      throw source.error(.malformedName(source.text(tag.name)), at: tag.name.lowerBound)
    }
  }

  private mutating func changeDelimiters(to tag: Tag) throws(TemplateError) {
    let content = source.bytes[tag.name]
    let words = content.split(whereSeparator: \.isWhiteSpace)
    guard words.count == 2, !content.contains(UInt8(ascii: "=")) else {
      throw source.error(.malformedDelimiters(source.text(tag.name)), at: tag.extent.lowerBound)
    }
    opening = Array(words[0])
    closing = Array(words[1])
  }
}
