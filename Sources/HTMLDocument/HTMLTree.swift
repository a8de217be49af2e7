import CLibXML2

/// An HTML document in memory: parsed, looked through by CSS selectors, edited, written out again.
///
/// It owns the memory of libxml2's tree; its elements keep it alive. Nothing is ever loaded from
/// elsewhere, and no entity but HTML's own characters is resolved.
package final class HTMLTree {
  /// The longest document that is parsed, in bytes of UTF-8; libxml2 cuts texts beyond.
  package static let largestSize = 10_000_000
  /// How deep elements may lie in each other; libxml2 stops there.
  package static let greatestDepth = 255

  /// What does not hold together, by line; the parser has repaired it.
  package let flaws: [HTMLFlaw]
  let document: htmlDocPtr
  /// Taken out of the tree, but perhaps still in somebody's hands.
  private var removed: [xmlNodePtr] = []

  private static let isLibraryReady: Void = xmlInitParser()

  /// Parses a document.
  ///
  /// Elements `html` and `body` are added where they are missing. Bytes that are no UTF-8, and
  /// NUL, become U+FFFD.
  ///
  /// - Throws: where the document is larger than `largestSize` or deeper than `greatestDepth`.
  package init(parsing bytes: [UInt8]) throws(HTMLError) {
    _ = Self.isLibraryReady
    guard bytes.count <= Self.largestSize else {
      throw .tooLarge(bytes: bytes.count, limit: Self.largestSize)
    }
    let text = Self.readable(bytes)
    let log = ParsingLog()
    let parsed = withExtendedLifetime(log) { Self.parse(text, log: log) }
    if let line = log.abortedAt {
      if let parsed { xmlFreeDoc(parsed) }
      throw .tooDeep(line: line, limit: Self.greatestDepth)
    }
    guard let parsed else { throw .unreadable }
    document = parsed
    flaws = (log.flaws + TagBalance(of: text).flaws + Self.repeatedIDs(of: parsed))
      .sorted { ($0.line, $0.kind.rawValue) < ($1.line, $1.kind.rawValue) }
      .reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  deinit {
    for node in removed { xmlFreeNode(node) }
    xmlFreeDoc(document)
  }

  /// The elements that a CSS selector matches, in the order of the document; see `Selector`.
  ///
  /// - Throws: `HTMLError.unsupportedSelector` where the selector is wrong or not understood.
  package func elements(matching selector: String) throws(HTMLError) -> [HTMLElement] {
    try Selector.list(parsing: selector).reduce(into: NodeList()) { list, selector in
      list.formUnion(nodes(matching: selector))
    }.nodes.map { HTMLElement($0, of: self) }
  }

  /// The document as UTF-8, written as HTML5 has it.
  package func serialized() -> [UInt8] {
    var writer = HTMLWriter()
    writer.write(document)
    return writer.bytes
  }

  /// Keeps a node that was taken out of the tree until nobody can hold it any more.
  func keepRemoved(_ node: xmlNodePtr) {
    removed.append(node)
  }

  func nodes(matching selector: Selector) -> [xmlNodePtr] {
    XPathQuery.nodes(selector.xPath, in: document)
  }

  // MARK: Parsing

  private static func readable(_ bytes: [UInt8]) -> [UInt8] {
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    guard repaired.contains(0) else { return repaired }
    return repaired.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
  }

  private static func parse(_ text: [UInt8], log: ParsingLog) -> htmlDocPtr? {
    guard let parser = htmlNewParserCtxt() else { return nil }
    defer { htmlFreeParserCtxt(parser) }
    log.listen(to: parser)
    keepPrefixes(of: parser)
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue
    return text.withUnsafeBytes { buffer in
      htmlCtxtReadMemory(
        parser, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, "UTF-8",
        Int32(options))
    }
  }

  /// Of a name such as `o:p` libxml2 2.9 keeps `p` alone, and `x:script` would become a script.
  private static func keepPrefixes(of parser: htmlParserCtxtPtr) {
    parser.pointee.sax?.pointee.startElement = { context, name, attributes in
      xmlSAX2StartElement(context, name, attributes)
      let element = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee.node
      if let element, let name, element.pointee.type == XML_ELEMENT_NODE,
        xmlStrchr(name, UInt8(ascii: ":")) != nil
      {
        xmlNodeSetName(element, name)
      }
    }
  }

  private static func repeatedIDs(of document: htmlDocPtr) -> [HTMLFlaw] {
    var seen: Set<String> = []
    return XPathQuery.nodes("//*[@id]", in: document).compactMap { node in
      seen.insert(NodeText.attribute("id", of: node) ?? "").inserted
        ? nil : HTMLFlaw(.repeatedID, line: xmlGetLineNo(node))
    }
  }
}
