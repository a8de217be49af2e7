import CLibXML2

/// Writes a tree as HTML5.
///
/// Not libxml2's own writer: that one adds a second `meta`, percent-encodes links and writes
/// no-break spaces raw, which some mail programs take for something else.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Elements that have no end tag.
  static let empty: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  /// Elements whose text is no markup.
  private static let raw: Set = ["script", "style"]

  mutating func write(_ document: htmlDocPtr) {
    if document.pointee.intSubset != nil { append("<!DOCTYPE html>\n") }
    writeSiblings(document.pointee.children, isRaw: false)
    append("\n")
  }

  /// As deep as the parser let elements lie in each other, which is bounded.
  private mutating func writeSiblings(_ first: xmlNodePtr?, isRaw: Bool) {
    var next = first
    while let node = next {
      write(node, isRaw: isRaw)
      next = node.pointee.next
    }
  }

  private mutating func write(_ node: xmlNodePtr, isRaw: Bool) {
    switch node.pointee.type {
    case XML_ELEMENT_NODE: writeElement(node)
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      let text = NodeText.string(node.pointee.content)
      isRaw ? appendRaw(text) : appendEscaped(text, isAttribute: false)
    case XML_COMMENT_NODE: append("<!--" + NodeText.string(node.pointee.content) + "-->")
    case XML_ENTITY_REF_NODE: append("&" + NodeText.name(of: node) + ";")
    case XML_PI_NODE:
      append("<?" + NodeText.name(of: node) + " " + NodeText.string(node.pointee.content) + ">")
    // The document type is written first; libxml2 has further types for XML alone.
    default: break
    }
  }

  private mutating func writeElement(_ node: xmlNodePtr) {
    let name = NodeText.name(of: node)
    append("<" + name)
    var next = node.pointee.properties
    while let attribute = next {
      writeAttribute(attribute)
      next = attribute.pointee.next
    }
    append(">")
    guard !Self.empty.contains(name) else { return }
    writeSiblings(node.pointee.children, isRaw: Self.raw.contains(name))
    append("</" + name + ">")
  }

  private mutating func writeAttribute(_ attribute: xmlAttrPtr) {
    append(" " + NodeText.string(attribute.pointee.name) + "=\"")
    appendEscaped(NodeText.value(of: attribute), isAttribute: true)
    append("\"")
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Text of a script or style: it must not end the element that it is in.
  private mutating func appendRaw(_ text: String) {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if previous == UInt8(ascii: "<"), byte == UInt8(ascii: "/") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
      previous = byte
    }
  }

  private mutating func appendEscaped(_ text: String, isAttribute: Bool) {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\"") where isAttribute: append("&quot;")
      case 0xA0 where previous == 0xC2:
        bytes.removeLast()
        append("&nbsp;")
      default: bytes.append(byte)
      }
      previous = byte
    }
  }
}
