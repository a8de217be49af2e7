/// The shapes in reach of a tag, as `ContextStack` has the values.
struct ShapeStack {
  private let outermost: TemplateShape
  private var pushed: [TemplateShape] = []

  init(_ outermost: TemplateShape) {
    self.outermost = outermost.required
  }

  /// Puts what a section of the shape opens innermost: an item of a list, else the value itself.
  mutating func open(_ shape: TemplateShape) {
    if case .list(let item) = shape.required {
      pushed.append(item.required)
    } else {
      pushed.append(shape.required)
    }
  }

  mutating func close() {
    pushed.removeLast()
  }

  private var innermost: TemplateShape { pushed.last ?? outermost }

  private var outwards: [TemplateShape] { pushed.reversed() + [outermost] }

  /// The shape of what a path leads to.
  func shape(
    at path: TemplatePath, in source: TemplateSource
  ) throws(TemplateError) -> TemplateShape {
    guard let first = path.segments.first else { return innermost }
    var shape = try innermostField(first, in: source)
    for (index, segment) in path.segments.enumerated().dropFirst() {
      guard case .record(let fields) = shape.required else {
        throw source.error(
          .noFields(segment.name, owner: path.text(upTo: index), kind: shape.kind),
          at: segment.offset)
      }
      guard let field = fields[segment.name] else {
        throw source.error(
          .unknownName(
            segment.name, owner: path.text(upTo: index), known: KnownNames(fields.keys)),
          at: segment.offset)
      }
      shape = field
    }
    return shape
  }

  private func innermostField(
    _ segment: TemplatePath.Segment, in source: TemplateSource
  ) throws(TemplateError) -> TemplateShape {
    for shape in outwards {
      if case .record(let fields) = shape, let field = fields[segment.name] { return field }
    }
    var names: [String] = []
    for case .record(let fields) in outwards { names += fields.keys }
    throw source.error(
      .unknownName(segment.name, owner: nil, known: KnownNames(names)), at: segment.offset)
  }
}
