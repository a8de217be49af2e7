/// Reads markup just well enough to see whether it holds together: elements, ids, links, text.
///
/// It works on bytes, as a browser does: to Swift a `>` with a combining mark is no `>`.
struct MarkupReader {
  /// Elements that have no end tag.
  private static let empty: Set = ["meta", "link", "br", "input"]

  /// Names of all elements, in the order of their start tags.
  private(set) var elements: [String] = []
  /// The values of all `id` attributes.
  private(set) var ids: [String] = []
  /// The targets of links inside the document.
  private(set) var links: [String] = []
  /// All text outside of tags, style and script, references not resolved.
  private(set) var text = ""
  /// What does not hold together.
  private(set) var flaws: [String] = []
  private var open: [String] = []

  init(_ markup: String) {
    var rest = Array(markup.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      text += String(decoding: rest[..<start], as: UTF8.self) + " "
      guard let end = Self.endOfTag(rest[start...]) else {
        flaws.append("a tag without an end")
        return
      }
      take(rest[(start + 1)..<end])
      rest = rest[(end + 1)...]
      if let name = open.last, name == "style" || name == "script" {
        guard let close = rest.firstPlace(of: "</\(name)>") else {
          flaws.append("\(name) without an end")
          return
        }
        rest = rest[close...]
      }
    }
    text += String(decoding: rest, as: UTF8.self)
    for name in open { flaws.append("\(name) is not closed") }
  }

  private mutating func take(_ tag: ArraySlice<UInt8>) {
    if tag.first == UInt8(ascii: "!") { return }
    if tag.first == UInt8(ascii: "/") {
      let name = String(decoding: tag.dropFirst(), as: UTF8.self)
      if open.popLast() != name { flaws.append("</\(name)> closes another element") }
      return
    }
    let name = String(
      decoding: tag.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }, as: UTF8.self)
    if !name.utf8.allSatisfy({ 97...122 ~= $0 || 48...57 ~= $0 }) || name.isEmpty {
      flaws.append("an element <\(name)>")
    }
    elements.append(name)
    if let id = Self.attribute("id", of: tag) { ids.append(id) }
    if let link = Self.attribute("href", of: tag), link.hasPrefix("#") {
      links.append(String(link.dropFirst()))
    }
    if tag.last != UInt8(ascii: "/"), !Self.empty.contains(name) { open.append(name) }
  }

  /// The `>` that ends a tag, which may have others inside quoted attributes.
  private static func endOfTag(_ markup: ArraySlice<UInt8>) -> Int? {
    var isQuoted = false
    for (index, byte) in zip(markup.indices, markup) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ">"), !isQuoted { return index }
    }
    return nil
  }

  private static func attribute(_ name: String, of tag: ArraySlice<UInt8>) -> String? {
    let start = " \(name)=\""
    guard let place = tag.firstPlace(of: start) else { return nil }
    let value = tag[(place + start.utf8.count)...].prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: value, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// Where a text begins; nil where it does not stand here.
  fileprivate func firstPlace(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    return indices.first { self[$0...].starts(with: wanted) }
  }
}
