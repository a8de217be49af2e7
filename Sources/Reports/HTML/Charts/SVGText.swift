import DelimitedText

/// Writes an inline SVG picture: the only way from numbers and words to the markup of a chart.
///
/// Elements have classes instead of colours; the template's style sheet gives them their looks in
/// light, dark and print. The classes are:
///
/// - `gr` grid line, `ax` axis text, `at` axis title, `vl` value beside a mark
/// - `l1`, `l2` lines, `m1`, `m2` their marks (`ms` small) and `d1`, `d2` single marks of the first
///   and second series; `lp`, `dp` provisional
/// - `b1` answered, `b2` awaiting, `b3` missed; `bp` added to provisional bars
/// - `h0` … `h5` heat from none to most, `hg` the lines between hours, `gap` the cross of a coverage
///   gap, `gh` the ground under it
/// - `th` threshold, `on` and `off` badge held or not, `hit` unseen area that shows its title
struct SVGText {
  enum Anchor: String {
    case start, middle, end
  }

  /// A rectangle by its upper left corner; width and height are not negative.
  struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  /// As bytes: a report has a hundred thousand numbers in its pictures.
  private var content: [UInt8] = []
  private let width: Int
  private let height: Int

  /// - Parameters:
  ///   - width: of the coordinates; the picture grows and shrinks with its place.
  ///   - height: of the coordinates.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The whole picture.
  ///
  /// - Parameters:
  ///   - label: what the picture shows, for those who do not see it.
  ///   - kind: a class of the `svg` element.
  /// - Returns: markup for the inside of a document in HTML.
  func markup(label: String, kind: String) -> String {
    var picture = SVGText(width: width, height: height)
    picture.put("<svg class=\"", kind, "\" role=\"img\" aria-label=\"")
    picture.put(escaped: label)
    picture.put("\" viewBox=\"0 0 \(width) \(height)\" ")
    picture.put("width=\"\(width)\" height=\"\(height)\">")
    picture.content += content
    picture.put("</svg>")
    return String(decoding: picture.content, as: UTF8.self)
  }

  // MARK: Elements

  mutating func line(from: (x: Double, y: Double), to: (x: Double, y: Double), _ kind: String) {
    put("<path class=\"", kind, "\" d=\"M")
    put(from)
    put("L")
    put(to)
    put("\"/>")
  }

  /// A line through points; nothing where there are fewer than two.
  mutating func path(_ points: [(x: Double, y: Double)], _ kind: String) {
    lines([points], kind)
  }

  /// Lines through points as one element; those with fewer than two points are left out.
  mutating func lines(_ lines: [[(x: Double, y: Double)]], _ kind: String) {
    guard lines.contains(where: { $0.count > 1 }) else { return }
    put("<path class=\"", kind, "\" d=\"")
    for points in lines where points.count > 1 {
      for (index, point) in points.enumerated() {
        put(index == 0 ? "M" : "L")
        put(point)
      }
    }
    put("\"/>")
  }

  mutating func rectangle(_ box: Box, _ kind: String, title: String? = nil) {
    put("<rect class=\"", kind, "\" x=\"")
    put(box.x)
    put("\" y=\"")
    put(box.y)
    put("\" width=\"")
    put(box.width)
    put("\" height=\"")
    put(box.height)
    put("\"")
    close("rect", title: title)
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ kind: String, title: String? = nil
  ) {
    rectangle(Box(x: x, y: y, width: width, height: height), kind, title: title)
  }

  /// Rectangles as one element; nothing where there is none.
  mutating func boxes(_ boxes: [Box], _ kind: String) {
    guard !boxes.isEmpty else { return }
    put("<path class=\"", kind, "\" d=\"")
    for box in boxes {
      put("M")
      put((box.x, box.y))
      put("h")
      put(box.width)
      put("v")
      put(box.height)
      put("h-")
      put(box.width)
      put("z")
    }
    put("\"/>")
  }

  mutating func circle(_ center: (x: Double, y: Double), radius: Double, _ kind: String) {
    put("<circle class=\"", kind, "\" cx=\"")
    put(center.x)
    put("\" cy=\"")
    put(center.y)
    put("\" r=\"")
    put(radius)
    put("\"/>")
  }

  mutating func text(
    _ text: String, x: Double, y: Double, _ kind: String, anchor: Anchor = .start
  ) {
    put("<text class=\"", kind, "\" x=\"")
    put(x)
    put("\" y=\"")
    put(y)
    put("\"")
    if anchor != .start { put(" text-anchor=\"", anchor.rawValue, "\"") }
    put(">")
    put(escaped: text)
    put("</text>")
  }

  private mutating func close(_ element: String, title: String?) {
    if let title {
      put("><title>")
      put(escaped: title)
      put("</title></", element, ">")
    } else {
      put("/>")
    }
  }

  // MARK: Text and numbers

  private mutating func put(_ text: String) { content += text.utf8 }

  private mutating func put(_ first: String, _ second: String, _ third: String) {
    put(first)
    put(second)
    put(third)
  }

  private mutating func put(_ number: Double) { Self.append(number, to: &content) }

  private mutating func put(_ point: (x: Double, y: Double)) {
    put(point.x)
    put(" ")
    put(point.y)
  }

  private mutating func put(escaped text: String) { Self.append(escaped: text, to: &content) }

  /// Text for the inside of an element or of a quoted attribute.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(escaped: text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// It works on bytes, since to Swift a quote with a combining mark after it is another character
  /// than a quote, and to a browser it is not.
  private static func append(escaped text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// A coordinate with at most one decimal: a tenth of a pixel is finer than anybody sees.
  static func number(_ number: Double) -> String {
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ number: Double, to bytes: inout [UInt8]) {
    bytes.appendTrimmedDecimal(
      Int((number * 10).rounded(.toNearestOrAwayFromZero)), decimals: 1)
  }
}
