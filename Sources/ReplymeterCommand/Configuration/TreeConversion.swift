import Yams

/// Turns the YAML parser's tree into the configuration's own, which keeps only texts and shapes.
struct TreeConversion {
  static let mostLevels = 16

  /// The names of keys that had to be renamed to be seen at all, by their places.
  let names: [SourcePlace: String]
  private(set) var flaws: [ConfigurationFlaw] = []

  init(names: [SourcePlace: String]) {
    self.names = names
  }

  /// Nothing where the node is refused; its flaw is then noted.
  mutating func convert(_ node: Node, level: Int) -> ConfigurationNode? {
    let place = SourcePlace(of: node)
    if let problem = Self.refusal(of: node, level: level) {
      flaws.append(ConfigurationFlaw(problem, at: place))
      return nil
    }
    switch node {
    case .scalar(let scalar):
      if scalar.style == .plain, scalar.string.isEmpty {
        return ConfigurationNode(place: place, content: .nothing)
      }
      return ConfigurationNode(place: place, content: .text(scalar.string))
    case .sequence(let sequence):
      let items = sequence.compactMap { convert($0, level: level + 1) }
      return ConfigurationNode(place: place, content: .list(items))
    case .mapping(let mapping):
      let entries = mapping.compactMap { convertEntry(key: $0.key, value: $0.value, level: level) }
      return ConfigurationNode(place: place, content: .mapping(entries))
    case .alias:
      flaws.append(ConfigurationFlaw(.anchorOrAlias, at: place))
      return nil
    }
  }

  private mutating func convertEntry(
    key: Node, value: Node, level: Int
  ) -> ConfigurationNode.Entry? {
    guard let keyNode = convert(key, level: level + 1),
      var valueNode = convert(value, level: level + 1)
    else { return nil }
    var name: String?
    if case .text(let text) = keyNode.content { name = names[keyNode.place] ?? text }
    if valueNode.content == .nothing { valueNode.place = keyNode.place }
    return ConfigurationNode.Entry(key: Located(name, at: keyNode.place), value: valueNode)
  }

  /// The place of the first node with an anchor, in the whole tree.
  ///
  /// Only for trees without aliases: others can be larger than anyone can walk.
  static func firstAnchor(in node: Node) -> SourcePlace? {
    if node.anchor != nil { return SourcePlace(of: node) }
    switch node {
    case .scalar, .alias:
      return nil
    case .sequence(let sequence):
      for item in sequence {
        if let place = firstAnchor(in: item) { return place }
      }
    case .mapping(let mapping):
      for (key, value) in mapping {
        if let place = firstAnchor(in: key) ?? firstAnchor(in: value) { return place }
      }
    }
    return nil
  }

  private static func refusal(of node: Node, level: Int) -> ConfigurationProblem? {
    if node.anchor != nil { return .anchorOrAlias }
    guard level <= mostLevels else { return .nestedTooDeeply(limit: mostLevels) }
    let plainTag: Tag.Name =
      switch node {
      case .scalar, .alias: .str
      case .sequence: .seq
      case .mapping: .map
      }
    return node.tag == Tag(plainTag) ? nil : .explicitTag
  }
}

extension SourcePlace {
  init(_ mark: Mark) {
    self.init(line: mark.line, column: mark.column)
  }

  fileprivate init(of node: Node) {
    self = node.mark.map(SourcePlace.init) ?? SourcePlace(line: 1, column: 1)
  }
}
