/// Where a value is not what its shape promises.
package struct TemplateMismatch: Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    case missingField
    case unexpectedField
    case kind(found: TemplateValueKind, expected: TemplateValueKind)
  }

  package var problem: Problem
  /// The way to the value, as `TemplateField.path`, with positions (from 0) in lists.
  package var path: String

  package init(_ problem: Problem, at path: String) {
    self.problem = problem
    self.path = path
  }
}

extension TemplateShape {
  /// The first place where a value is not of this shape, or nil where all of it is.
  ///
  /// A template that passes the check against a shape renders with every value of that shape.
  package func firstMismatch(in value: TemplateValue) -> TemplateMismatch? {
    firstMismatch(in: value, path: "")
  }

  private func firstMismatch(in value: TemplateValue, path: String) -> TemplateMismatch? {
    switch (self, value) {
    case (.text, .text), (.number, .number), (.flag, .flag), (.markup, .markup),
      (.optional, .absent):
      return nil
    case (.optional(let shape), _): return shape.firstMismatch(in: value, path: path)
    case (.list(let shape), .list(let items)):
      for (position, item) in items.enumerated() {
        if let mismatch = shape.firstMismatch(in: item, path: "\(path)[\(position)]") {
          return mismatch
        }
      }
      return nil
    case (.record(let fields), .record(let record)):
      return Self.firstMismatch(in: record, fields: fields, path: path)
    case (.text, _), (.number, _), (.flag, _), (.markup, _), (.list, _), (.record, _):
      return TemplateMismatch(.kind(found: value.kind, expected: kind), at: path)
    }
  }

  private static func firstMismatch(
    in record: TemplateRecord, fields: [String: TemplateShape], path: String
  ) -> TemplateMismatch? {
    for name in Set(fields.keys).union(record.names).sorted() {
      let path = path.isEmpty ? name : "\(path).\(name)"
      guard let shape = fields[name] else { return TemplateMismatch(.unexpectedField, at: path) }
      guard let value = record[name] else { return TemplateMismatch(.missingField, at: path) }
      if let mismatch = shape.firstMismatch(in: value, path: path) { return mismatch }
    }
    return nil
  }
}
