/// What a page says, without its pictures: pieces of text, and the markup that holds them.
///
/// Pictures are left out because their axes have as many labels as fit.
struct PageText {
  /// The pieces of text and the attributes that are read aloud, in their order, without spaces
  /// around them.
  private(set) var texts: [String] = []
  /// The tags with their attributes, but for words.
  private(set) var markup: [String] = []
  /// Of the document.
  private(set) var language = ""

  /// Attributes that people see or hear.
  private static let spoken = ["aria-label", "data-hint", "data-label"]

  init(_ page: String) {
    let body = page.replacing(#/<(style|script|svg)\b[\s\S]*?</\1>/#, with: "")
    for match in body.matches(of: #/<(?<tag>[^>]*)>(?<text>[^<]*)/#) {
      take(String(match.tag))
      let text = String(match.text).resolved.trimmed
      if !text.isEmpty { texts.append(text) }
    }
  }

  private mutating func take(_ tag: String) {
    var skeleton = tag
    for name in Self.spoken {
      let attribute = try? Regex("\(name)=\"([^\"]*)\"", as: (Substring, Substring).self)
      guard let attribute, let match = tag.firstMatch(of: attribute) else { continue }
      texts.append(String(match.1).resolved)
      skeleton = skeleton.replacing(match.0, with: name)
    }
    if let match = tag.firstMatch(of: #/^html lang="([a-z]+)"/#) {
      language = String(match.1)
      skeleton = "html"
    }
    markup.append(skeleton)
  }

  /// One piece a line.
  var lines: String { texts.map { $0 + "\n" }.joined() }

  /// The texts of the paragraphs of exactly this class; a large page is not read as a whole for it.
  static func texts(ofClass name: String, in page: String) -> [String] {
    page.split(separator: "<p class=\"\(name)\">").dropFirst()
      .map { String($0.prefix { $0 != "<" }).resolved }
  }
}

extension String {
  /// The text with its references resolved, as far as reports have any.
  fileprivate var resolved: String {
    [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"),
      ("&amp;", "&"),
    ].reduce(self) { $0.replacing($1.0, with: $1.1) }
  }

  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first == " " || first == "\n" { text = text.dropFirst() }
    while let last = text.last, last == " " || last == "\n" { text = text.dropLast() }
    return String(text)
  }
}
