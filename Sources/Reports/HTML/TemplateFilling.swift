import Templates

/// A record of a template as a Swift value: its fields' names, shapes and values in one list, so
/// that what is checked and what is rendered cannot part.
///
/// A field is documented where its value is stored, by the property of the same meaning.
protocol TemplateFilling {
  static var fields: [FilledField<Self>] { get }
}

extension TemplateFilling {
  static var shape: TemplateShape {
    .record(Dictionary(fields.map { ($0.name, $0.shape()) }) { first, _ in first })
  }

  /// The record with all of its fields.
  var record: TemplateRecord { PartFields<Self>().record(of: self) }
}

/// One field of a record: its name, its shape, and how it is filled.
struct FilledField<Source> {
  let name: String
  /// Made when it is asked for: records are filled without.
  let shape: () -> TemplateShape
  let value: (Source) -> TemplateValue

  static func text(_ name: String, _ text: @escaping (Source) -> String) -> Self {
    Self(name: name, shape: { .text }) { .text(text($0)) }
  }

  static func optionalText(_ name: String, _ text: @escaping (Source) -> String?) -> Self {
    Self(name: name, shape: { .optional(.text) }) { text($0).map(TemplateValue.text) ?? .absent }
  }

  static func texts(_ name: String, _ texts: @escaping (Source) -> [String]) -> Self {
    Self(name: name, shape: { .list(.text) }) { .list(texts($0).map(TemplateValue.text)) }
  }

  static func flag(_ name: String, _ flag: @escaping (Source) -> Bool) -> Self {
    Self(name: name, shape: { .flag }) { .flag(flag($0)) }
  }

  /// Markup that this program wrote, with every text in it escaped.
  static func markup(_ name: String, _ markup: @escaping (Source) -> String) -> Self {
    Self(name: name, shape: { .markup }) { .markup(markup($0)) }
  }

  static func part<Part: TemplateFilling>(
    _ name: String, _ part: @escaping (Source) -> Part
  ) -> Self {
    let fields = PartFields<Part>()
    return Self(name: name, shape: { Part.shape }) { .record(fields.record(of: part($0))) }
  }

  static func optional<Part: TemplateFilling>(
    _ name: String, _ part: @escaping (Source) -> Part?
  ) -> Self {
    let fields = PartFields<Part>()
    return Self(name: name, shape: { .optional(Part.shape) }) { source in
      part(source).map { .record(fields.record(of: $0)) } ?? .absent
    }
  }

  static func list<Part: TemplateFilling>(
    _ name: String, _ parts: @escaping (Source) -> [Part]
  ) -> Self {
    let fields = PartFields<Part>()
    return Self(name: name, shape: { .list(Part.shape) }) { source in
      .list(parts(source).map { .record(fields.record(of: $0)) })
    }
  }

  /// The field as one of what holds the record.
  func of<Whole>(_ part: @escaping (Whole) -> Source) -> FilledField<Whole> {
    FilledField<Whole>(name: name, shape: shape) { value(part($0)) }
  }
}

/// The fields of a part, made when the first one is filled: there are thousands of parts, and each
/// field is an object or two.
private final class PartFields<Part: TemplateFilling> {
  private lazy var all = Part.fields
  private lazy var names = TemplateFieldNames(all.map(\.name))

  func record(of part: Part) -> TemplateRecord {
    TemplateRecord(names: names, values: all.map { $0.value(part) })
  }
}
