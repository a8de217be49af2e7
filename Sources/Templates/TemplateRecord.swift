/// Named fields, found by name in constant time.
///
/// Of two fields with the same name the later one holds.
package struct TemplateRecord: Sendable {
  private var fieldNames: TemplateFieldNames
  /// By number of the name; nil for a field that was removed.
  private var values: [TemplateValue?]

  /// A record of the given fields; without any, one where every name is unknown.
  package init(_ fields: some Sequence<(String, TemplateValue)>) {
    var names: [String] = []
    values = []
    for (name, value) in fields {
      names.append(name)
      values.append(value)
    }
    fieldNames = TemplateFieldNames(names)
  }

  /// A record whose names are those of others as well: thousands of records have the same.
  ///
  /// - Parameters:
  ///   - names: of the fields.
  ///   - values: one for each name, in their order; as they are kept, since another form of so many
  ///     would be a copy of each.
  package init(names: TemplateFieldNames, values: [TemplateValue?]) {
    fieldNames = names
    self.values = values
  }

  /// The field of that name, or nil where the record has none.
  ///
  /// Setting nil removes the field.
  package subscript(name: String) -> TemplateValue? {
    get {
      guard let number = fieldNames.numbers[name], number < values.count else { return nil }
      return values[number]
    }
    set {
      if let number = fieldNames.numbers[name], number < values.count {
        values[number] = newValue
      } else if let newValue {
        fieldNames = TemplateFieldNames(fieldNames.names.prefix(values.count) + [name])
        values.append(newValue)
      }
    }
  }

  /// The names of all fields, sorted.
  package var names: [String] {
    fieldNames.numbers.keys.filter { self[$0] != nil }.sorted()
  }
}

extension TemplateRecord: Equatable {
  package static func == (left: TemplateRecord, right: TemplateRecord) -> Bool {
    left.names == right.names && left.names.allSatisfy { left[$0] == right[$0] }
  }
}

extension TemplateRecord: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self.init(elements)
  }
}

/// The names of a record's fields, which many records share.
package final class TemplateFieldNames: Sendable {
  fileprivate let names: [String]
  /// By name its place, the later one of two.
  fileprivate let numbers: [String: Int]

  package init(_ names: [String]) {
    self.names = names
    numbers = Dictionary(zip(names, names.indices)) { _, later in later }
  }
}
