import Yams

/// The configuration file as one tree of texts, lists and mappings.
///
/// Refused, because nobody needs them here and each opens a door: anchors and aliases (a small file
/// could stand for a huge one), tags, a second document, keys that are no text.
struct ConfigurationDocument {
  static let mostBytes = 1 << 20

  /// Nothing where the file holds only white space and comments.
  private(set) var root: ConfigurationNode?
  /// What is wrong with the tree, where its shape is nevertheless known.
  private(set) var flaws: [ConfigurationFlaw] = []

  /// Reads the bytes of a file, UTF-8 with or without a byte order mark.
  ///
  /// - Throws: the one flaw that hides what follows it: no UTF-8, no YAML, too large.
  init(_ bytes: [UInt8]) throws(ConfigurationFlaw) {
    guard bytes.count <= Self.mostBytes else {
      throw ConfigurationFlaw(
        .tooLarge(byteCount: bytes.count, limit: Self.mostBytes),
        at: SourcePlace(line: 1, column: 1))
    }
    var text = try Self.decode(bytes)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let source = SourceText(text)
    if let (scalar, place) = source.firstControlCharacter() {
      throw ConfigurationFlaw(.controlCharacter(scalar), at: place)
    }
    try Self.refuseAliases(in: source)
    (root, flaws) =
      try Self.withTree(of: source) { tree, names in
        var conversion = TreeConversion(names: names)
        let root = conversion.convert(tree, level: 1)
        return (root?.content == .nothing ? nil : root, conversion.flaws)
      } ?? (nil, [])
  }

  /// Refuses anchors before the parser resolves their aliases.
  ///
  /// The parser compares keys, and a key of aliases of aliases takes it forever, before anyone sees
  /// its tree. So a text that may hold aliases is first parsed with texts in their stead.
  private static func refuseAliases(in source: SourceText) throws(ConfigurationFlaw) {
    guard let disarmed = source.withTextsForAliases() else { return }
    let anchor = try withTree(of: disarmed) { tree, _ in TreeConversion.firstAnchor(in: tree) }
    if let place = anchor ?? nil { throw ConfigurationFlaw(.anchorOrAlias, at: place) }
  }

  private static func decode(_ bytes: [UInt8]) throws(ConfigurationFlaw) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var validCount = 0
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      validCount = error.byteOffsets.lowerBound
    }
    let before = String(decoding: bytes[..<validCount], as: UTF8.self)
    throw ConfigurationFlaw(.notUTF8, at: SourceText(before).endPlace)
  }

  /// What `body` makes of the parsed tree and of the keys that had to be renamed in it, by place.
  ///
  /// Parses until no key is in the way, renaming one repeated key each time. Nothing for a text
  /// without a tree.
  private static func withTree<Result>(
    of source: SourceText, _ body: (Node, [SourcePlace: String]) -> Result
  ) throws(ConfigurationFlaw) -> Result? {
    var source = source
    var names: [SourcePlace: String] = [:]
    while true {
      do {
        // With the encoding given, the parser does not ask the environment for it.
        let parser = try Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
        // Nodes hold their anchors weakly: they vanish with the parser.
        return try withExtendedLifetime(parser) {
          try parser.singleRoot().map { body($0, names) }
        }
      } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
        let place = SourcePlace(context.mark)
        guard names.count < ConfigurationError.mostFlawsTold, let name = duplicates.first,
          source.rename(name, at: place, attempt: names.count)
        else { throw ConfigurationFlaw(.repeatedKey(firstLine: nil), at: place) }
        names[place] = name
      } catch {
        throw ConfigurationFlaw(parserError: error)
      }
    }
  }
}

extension ConfigurationFlaw {
  /// A flaw of the file rather than of a key.
  init(_ problem: ConfigurationProblem, at place: SourcePlace) {
    self.init(place: place, key: "", problem: problem)
  }

  /// What the YAML parser says; its complaints are fixed English sentences without the file's text.
  fileprivate init(parserError error: any Error) {
    switch error {
    case YamlError.scanner(_, let complaint, let mark, _),
      YamlError.parser(_, let complaint, let mark, _),
      YamlError.composer(_, let complaint, let mark, _):
      self.init(Self.problem(complaint: complaint), at: SourcePlace(mark))
    default:
      // Out of memory; what the parser cannot decode has been refused before.
      self.init(.notYAML(complaint: "no further word"), at: SourcePlace(line: 1, column: 1))
    }
  }

  private static func problem(complaint: String) -> ConfigurationProblem {
    switch complaint {
    case "but found another document":
      .secondDocument
    // The latter where what follows & or * is no name, as in *.csv.
    case "found undefined alias", "did not find expected alphabetic or numeric character":
      .anchorOrAlias
    case _ where complaint.hasPrefix("Maximum nesting level reached"):
      .nestedTooDeeply(limit: TreeConversion.mostLevels)
    default:
      .notYAML(complaint: complaint)
    }
  }
}
