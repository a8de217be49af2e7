/// Templates that can include each other by name.
package struct TemplateLibrary: Sendable {
  /// How deep sections, blocks and included templates may lie in each other, all counted together.
  ///
  /// Enough for any page; what goes deeper most likely includes itself.
  package static let depthLimit = 100

  private let templates: [String: Template]

  /// Collects templates and checks how they refer to each other.
  ///
  /// It fails where two have the same name, one includes a template that is not there or itself on a
  /// way without a condition, or one replaces a block that its parent does not have.
  package init(_ templates: some Sequence<Template>) throws(TemplateError) {
    var named: [String: Template] = [:]
    for template in templates {
      guard named.updateValue(template, forKey: template.name) == nil else {
        throw template.source.error(.repeatedTemplate(template.name), at: 0)
      }
    }
    self.templates = named
    try checkReferences()
  }

  /// The names of all templates, sorted.
  package var names: [String] { templates.keys.sorted() }

  /// Whether there is a template with that name.
  package func contains(_ name: String) -> Bool { templates[name] != nil }

  /// Renders a template to UTF-8.
  ///
  /// It fails where the template uses a name that the data do not have, writes a list or a record,
  /// nests deeper than `depthLimit`, or goes beyond the limits.
  package func render(
    _ name: String, with record: TemplateRecord, as kind: OutputKind,
    limits: TemplateLimits = .rendering
  ) throws(TemplateError) -> [UInt8] {
    try render(name, withValue: .record(record), as: kind, limits: limits)
  }

  /// Renders a template with any value as the outermost one, which `{{.}}` then names.
  package func render(
    _ name: String, withValue value: TemplateValue, as kind: OutputKind,
    limits: TemplateLimits = .rendering
  ) throws(TemplateError) -> [UInt8] {
    var renderer = TemplateRenderer(
      try template(named: name), of: self, value: value, kind: kind, limits: limits)
    try renderer.render()
    return renderer.output.bytes
  }

  /// Checks a template against the shape of its data, without any data.
  ///
  /// Every branch is looked at, also those of included templates. It fails as `render` would for
  /// some data of that shape, with the same error. A template that includes itself inside a section
  /// fails as nested too deeply, since a shape has an end and the look-up of names goes outwards; one
  /// with more ways through it than `TemplateLimits.check` fails too.
  package func check(_ name: String, against shape: TemplateShape) throws(TemplateError) {
    var checker = ShapeChecker(try template(named: name), of: self, shape: shape)
    try checker.check()
  }

  /// The template with that name; `place` is where it is asked for, by default the template itself.
  func template(
    named name: String, from place: TemplatePlace? = nil
  ) throws(TemplateError) -> Template {
    guard let template = templates[name] else {
      throw TemplateError(
        .unknownTemplate(name, known: KnownNames(names)),
        at: place ?? TemplatePlace(template: name, line: 1, column: 1))
    }
    return template
  }
}
