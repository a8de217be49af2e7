/// The values in reach of a tag: the outermost one, and those of the sections around the tag.
struct ContextStack {
  /// A value that a section goes through, as a list of one where it is no list.
  private struct Context {
    let items: [TemplateValue]
    var position = 0

    var value: TemplateValue { items[position] }
  }

  private var contexts: [Context]

  init(_ outermost: TemplateValue) {
    contexts = [Context(items: [outermost])]
  }

  /// Puts the first item of a list, or the value itself, innermost; the value must not be falsy.
  mutating func open(_ value: TemplateValue) {
    if case .list(let items) = value {
      contexts.append(Context(items: items))
    } else {
      contexts.append(Context(items: [value]))
    }
  }

  /// Goes on to the next item of the innermost list; false where there is none.
  mutating func advance() -> Bool {
    let last = contexts.count - 1
    guard contexts[last].position + 1 < contexts[last].items.count else { return false }
    contexts[last].position += 1
    return true
  }

  /// Removes the innermost value.
  mutating func close() {
    contexts.removeLast()
  }

  /// What a path leads to.
  ///
  /// The first part is looked up from the innermost record outwards, every further one in the value
  /// before it only, so that a broken path is an error and never another value of the same name.
  func value(
    at path: TemplatePath, in source: TemplateSource
  ) throws(TemplateError) -> TemplateValue {
    guard let first = path.segments.first else { return contexts.last?.value ?? .absent }
    var value = try innermost(first, in: source)
    for (index, segment) in path.segments.enumerated().dropFirst() {
      switch value {
      case .record(let record):
        guard let field = record[segment.name] else {
          throw source.error(
            .unknownName(
              segment.name, owner: path.text(upTo: index), known: KnownNames(record.names)),
            at: segment.offset)
        }
        value = field
      case .absent: return .absent
      case .text, .number, .flag, .list, .markup:
        throw source.error(
          .noFields(segment.name, owner: path.text(upTo: index), kind: value.kind),
          at: segment.offset)
      }
    }
    return value
  }

  private func innermost(
    _ segment: TemplatePath.Segment, in source: TemplateSource
  ) throws(TemplateError) -> TemplateValue {
    for context in contexts.reversed() {
      guard case .record(let record) = context.value else { continue }
      if let field = record[segment.name] { return field }
    }
    var names: [String] = []
    for case .record(let record) in contexts.map(\.value) { names += record.names }
    throw source.error(
      .unknownName(segment.name, owner: nil, known: KnownNames(names)), at: segment.offset)
  }
}
