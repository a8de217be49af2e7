/// A sentence with places for values: `{count} conversations wait`.
///
/// A phrase is plain data, so that another language is another set of phrases and no code.
struct Phrase: Sendable, ExpressibleByStringLiteral {
  private let one: String
  private let other: String

  init(stringLiteral text: String) {
    self.init(text)
  }

  /// A sentence that is the same for every count.
  init(_ text: String) {
    one = text
    other = text
  }

  /// - Parameters:
  ///   - one: the wording for a count of exactly 1.
  ///   - other: the wording for every other count, 0 included.
  init(one: String, other: String) {
    self.one = one
    self.other = other
  }

  /// The sentence with its values; a place without a value stays as it is written.
  ///
  /// Values are put in once and never looked at again, so that a name with braces is only a name.
  func text(count: Int = 2, _ values: KeyValuePairs<String, String> = [:]) -> String {
    var rest = (count == 1 ? one : other)[...]
    var text = ""
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      text += rest[..<start]
      let name = rest[rest.index(after: start)..<end]
      text += values.first { $0.key == name }?.value ?? String(rest[start...end])
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }
}
