import CLibXML2

/// Asks a document for nodes by an XPath expression of our own making.
enum XPathQuery {
  /// The nodes in the order of the document; none where the expression is wrong.
  static func nodes(_ expression: String, in document: htmlDocPtr) -> [xmlNodePtr] {
    guard let context = xmlXPathNewContext(document) else { return [] }
    defer { xmlXPathFreeContext(context) }
    // Otherwise libxml2 would write to standard error.
    context.pointee.error = { _, _ in }
    guard let result = xmlXPathEvalExpression(expression, context) else { return [] }
    defer { xmlXPathFreeObject(result) }
    guard let set = result.pointee.nodesetval, let table = set.pointee.nodeTab else { return [] }
    xmlXPathNodeSetSort(set)
    return (0..<Int(set.pointee.nodeNr)).compactMap { table[$0] }
  }
}
