/// Named fields, found by name in constant time.
///
/// Of two fields with the same name the later one holds.
package struct TemplateRecord: Equatable, Sendable {
  private var fields: [String: TemplateValue]

  /// A record of the given fields; without any, one where every name is unknown.
  package init(_ fields: some Sequence<(String, TemplateValue)>) {
    self.fields = [:]
    self.fields.reserveCapacity(fields.underestimatedCount)
    for (name, value) in fields {
      self.fields[name] = value
    }
  }

  /// The field of that name, or nil where the record has none.
  ///
  /// Setting nil removes the field.
  package subscript(name: String) -> TemplateValue? {
    get { fields[name] }
    set { fields[name] = newValue }
  }

  /// The names of all fields, sorted.
  package var names: [String] {
    fields.keys.sorted()
  }
}

extension TemplateRecord: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self.init(elements)
  }
}
