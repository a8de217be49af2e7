/// What kinds of values a template's data have, known before there are data.
package indirect enum TemplateShape: Equatable, Sendable {
  case text
  case number
  case flag
  /// A list whose items are all of one shape.
  case list(TemplateShape)
  /// Exactly these fields, each always there.
  case record([String: TemplateShape])
  case markup
  /// The shape, or `TemplateValue.absent`.
  case optional(TemplateShape)

  /// The shape of a value that is there.
  var required: TemplateShape {
    if case .optional(let shape) = self { shape.required } else { self }
  }

  /// The kind of a value that is there.
  var kind: TemplateValueKind {
    switch self {
    case .text: .text
    case .number: .number
    case .flag: .flag
    case .list: .list
    case .record: .record
    case .markup: .markup
    case .optional(let shape): shape.kind
    }
  }
}
