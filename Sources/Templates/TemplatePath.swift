/// A name as a value or a section tag writes it: `.`, `name`, or names with dots between.
struct TemplatePath: Sendable {
  struct Segment: Sendable {
    let name: String
    /// Where in the source the name begins.
    let offset: Int
  }

  /// The parts between the dots; none for `.`, the innermost value itself.
  let segments: [Segment]
  /// Where in the source the whole begins.
  let offset: Int

  init(_ range: Range<Int>, in source: TemplateSource) throws(TemplateError) {
    offset = range.lowerBound
    guard source.text(range) != "." else {
      segments = []
      return
    }
    var segments: [Segment] = []
    let parts = source.bytes[range].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    for part in parts {
      guard !part.isEmpty else {
        throw source.error(.malformedName(source.text(range)), at: range.lowerBound)
      }
      segments.append(
        Segment(name: String(decoding: part, as: UTF8.self), offset: part.startIndex))
    }
    self.segments = segments
  }

  /// The path as it was written.
  var text: String { segments.isEmpty ? "." : text(upTo: segments.count) }

  /// The first `count` parts as they were written.
  func text(upTo count: Int) -> String {
    segments.prefix(count).map(\.name).joined(separator: ".")
  }
}
