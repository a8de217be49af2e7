import CLibXML2

/// Texts of nodes as Swift's own.
enum NodeText {
  static func name(of node: xmlNodePtr) -> String { string(node.pointee.name) }

  /// Nil where there is no such attribute; empty for one without a value.
  static func attribute(_ name: String, of node: xmlNodePtr) -> String? {
    owned(xmlGetProp(node, name))
  }

  /// Empty for an attribute without a value.
  static func value(of attribute: xmlAttrPtr) -> String {
    owned(xmlNodeListGetString(attribute.pointee.doc, attribute.pointee.children, 1)) ?? ""
  }

  /// All text inside a node.
  static func content(of node: xmlNodePtr) -> String { owned(xmlNodeGetContent(node)) ?? "" }

  /// A copy of text that the tree owns; empty for none.
  static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  /// A copy of text that was made for us, which is freed.
  private static func owned(_ text: UnsafeMutablePointer<xmlChar>?) -> String? {
    guard let text else { return nil }
    defer { libxml_free(text) }
    return String(cString: text)
  }

  /// Text as C takes it: a NUL would be its end.
  static func withoutNull(_ text: String) -> String {
    text.utf8.contains(0)
      ? String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
      : text
  }
}
