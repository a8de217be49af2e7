/// Turns the tree of a configuration file into values and notes every flaw on the way.
///
/// A flawed value is left out and reading goes on, so that one run tells of all flaws. The functions
/// below read a shape; `+Values` reads words and numbers, the other extensions one section each.
struct ConfigurationReader {
  private(set) var flaws: [ConfigurationFlaw] = []

  mutating func note(_ problem: ConfigurationProblem, at place: SourcePlace, key: String) {
    flaws.append(ConfigurationFlaw(place: place, key: key, problem: problem))
  }

  mutating func note(_ problem: ConfigurationProblem, in field: ConfigurationField) {
    note(problem, at: field.node.place, key: field.path)
  }

  /// The entries of a mapping whose keys are known; nothing where the value is no mapping.
  mutating func entries<Key: RawRepresentable & CaseIterable>(
    of field: ConfigurationField, as keys: Key.Type
  ) -> [(key: Key, field: ConfigurationField)]? where Key.RawValue == String {
    guard let pairs = pairs(of: field) else { return nil }
    return pairs.compactMap { name, value in
      if let key = Key(rawValue: name.value) { return (key, value) }
      note(
        .unknownKey(name: name.value, expected: Key.allCases.map(\.rawValue)),
        at: name.place, key: value.path)
      return nil
    }
  }

  /// The entries of a mapping whose keys are free; nothing where the value is no mapping.
  ///
  /// Keys are the same only where their bytes are. With `showsNames` false the paths, and so the
  /// errors, leave the keys out.
  mutating func pairs(
    of field: ConfigurationField, showsNames: Bool = true
  ) -> [(name: Located<String>, value: ConfigurationField)]? {
    guard case .mapping(let entries) = field.node.content else {
      note(.wrongShape(found: field.node.shape, expected: .mapping), in: field)
      return nil
    }
    var firstLines: [[UInt8]: Int] = [:]
    return entries.compactMap { entry in
      let place = entry.key.place
      guard let name = entry.key.value else {
        note(.keyIsNoText, at: place, key: field.path)
        return nil
      }
      let path = showsNames ? field.path(ofKey: name) : field.itemPath
      if let firstLine = firstLines[Array(name.utf8)] {
        note(.repeatedKey(firstLine: firstLine), at: place, key: path)
        return nil
      }
      firstLines[Array(name.utf8)] = place.line
      return (Located(name, at: place), ConfigurationField(path: path, node: entry.value))
    }
  }

  /// The items of a list; nothing where the value is no list.
  mutating func items(
    of field: ConfigurationField, expected: ConfigurationNode.Shape = .list
  ) -> [ConfigurationField]? {
    guard case .list(let items) = field.node.content else {
      note(.wrongShape(found: field.node.shape, expected: expected), in: field)
      return nil
    }
    return items.map { ConfigurationField(path: field.itemPath, node: $0) }
  }

  /// The text of a value, as it stands; nothing where the value is no text.
  mutating func anyText(
    of field: ConfigurationField, expected: ConfigurationNode.Shape = .text
  ) -> Located<String>? {
    guard case .text(let text) = field.node.content else {
      note(.wrongShape(found: field.node.shape, expected: expected), in: field)
      return nil
    }
    return Located(text, at: field.node.place)
  }
}

/// A value together with the path of its key, `pages[].timezone`.
struct ConfigurationField {
  /// Empty for the whole file.
  var path: String
  var node: ConfigurationNode

  var itemPath: String { path + "[]" }

  func path(ofKey name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }
}
