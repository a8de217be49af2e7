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

  private var content = ""
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
    "<svg class=\"\(kind)\" role=\"img\" aria-label=\"\(Self.escaped(label))\" "
      + "viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\">"
      + content + "</svg>"
  }

  // MARK: Elements

  mutating func line(from: (x: Double, y: Double), to: (x: Double, y: Double), _ kind: String) {
    path([from, to], kind)
  }

  /// A line through points; nothing where there are fewer than two.
  mutating func path(_ points: [(x: Double, y: Double)], _ kind: String) {
    lines([points], kind)
  }

  /// Lines through points as one element; those with fewer than two points are left out.
  mutating func lines(_ lines: [[(x: Double, y: Double)]], _ kind: String) {
    let paths = lines.filter { $0.count > 1 }.map { points in
      "M" + points.map(Self.pair).joined(separator: "L")
    }
    guard !paths.isEmpty else { return }
    content += "<path class=\"\(kind)\" d=\"\(paths.joined())\"/>"
  }

  mutating func rectangle(_ box: Box, _ kind: String, title: String? = nil) {
    content += "<rect class=\"\(kind)\" x=\"\(Self.number(box.x))\" y=\"\(Self.number(box.y))\" "
    content += "width=\"\(Self.number(box.width))\" height=\"\(Self.number(box.height))\""
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
    let paths = boxes.map { box in
      let width = Self.number(box.width)
      return "M\(Self.pair((box.x, box.y)))h\(width)v\(Self.number(box.height))h-\(width)z"
    }
    content += "<path class=\"\(kind)\" d=\"\(paths.joined())\"/>"
  }

  mutating func circle(_ center: (x: Double, y: Double), radius: Double, _ kind: String) {
    content += "<circle class=\"\(kind)\" cx=\"\(Self.number(center.x))\" "
    content += "cy=\"\(Self.number(center.y))\" r=\"\(Self.number(radius))\"/>"
  }

  mutating func text(
    _ text: String, x: Double, y: Double, _ kind: String, anchor: Anchor = .start
  ) {
    content += "<text class=\"\(kind)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    if anchor != .start { content += " text-anchor=\"\(anchor.rawValue)\"" }
    content += ">\(Self.escaped(text))</text>"
  }

  private mutating func close(_ element: String, title: String?) {
    if let title {
      content += "><title>\(Self.escaped(title))</title></\(element)>"
    } else {
      content += "/>"
    }
  }

  // MARK: Text and numbers

  /// Text for the inside of an element or of a quoted attribute.
  ///
  /// It works on bytes, since to Swift a quote with a combining mark after it is another character
  /// than a quote, and to a browser it is not.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
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
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A coordinate with at most one decimal: a tenth of a pixel is finer than anybody sees.
  static func number(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded(.toNearestOrAwayFromZero))
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }

  private static func pair(_ point: (x: Double, y: Double)) -> String {
    "\(number(point.x)) \(number(point.y))"
  }
}
