/// One field of a shape, as a reference lists it.
package struct TemplateField: Equatable, Sendable {
  /// The names on the way to it, with dots between; `[]` follows a name whose items are meant.
  package var path: String
  package var kind: TemplateValueKind
  /// Whether it can be absent although what it belongs to is there.
  package var isOptional: Bool

  package init(path: String, kind: TemplateValueKind, isOptional: Bool) {
    self.path = path
    self.kind = kind
    self.isOptional = isOptional
  }
}

extension TemplateShape {
  /// All fields of the shape and of what lies in it, each before its own fields, by name.
  ///
  /// The items of a list are a field of their own only where they are no records: `tags[]`. A shape
  /// that is neither a record nor a list has no fields.
  package var fields: [TemplateField] {
    fields(path: "")
  }

  private func fields(path: String) -> [TemplateField] {
    switch self {
    case .text, .number, .flag, .markup: []
    case .optional(let shape): shape.fields(path: path)
    case .list(let item):
      (item.kind == .record ? [] : [item.field(path: path + "[]")]) + item.fields(path: path + "[]")
    case .record(let fields):
      fields.sorted { $0.key < $1.key }.flatMap { name, shape in
        let path = path.isEmpty ? name : "\(path).\(name)"
        return [shape.field(path: path)] + shape.fields(path: path)
      }
    }
  }

  private func field(path: String) -> TemplateField {
    if case .optional = self {
      TemplateField(path: path, kind: kind, isOptional: true)
    } else {
      TemplateField(path: path, kind: kind, isOptional: false)
    }
  }
}
