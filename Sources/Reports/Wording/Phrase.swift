/// A sentence with places for values: `{count} conversations wait`.
///
/// A phrase is plain data, so that another language is another set of phrases and no code: word
/// order and plural forms are each language's own.
struct Phrase: Sendable, Equatable, ExpressibleByStringLiteral {
  /// Which counts have a wording of their own.
  ///
  /// Source: the plural rules of CLDR for whole numbers, <https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>.
  /// Its category for exact millions in French and Portuguese ("un million *de* messages") is for
  /// numbers in words; a number in figures has none.
  enum Plural: Sendable, CaseIterable {
    /// No count: Indonesian, and every sentence without a count.
    case none
    /// Exactly 1: English, Norwegian.
    case one
    /// 0 and 1: French, Portuguese of Brazil.
    case upToOne
  }

  let plural: Plural
  private let singular: String
  private let other: String

  init(stringLiteral text: String) {
    self.init(text)
  }

  /// A sentence that is the same for every count.
  init(_ text: String) {
    (plural, singular, other) = (.none, text, text)
  }

  /// - Parameters:
  ///   - one: the wording for a count of exactly 1.
  ///   - other: the wording for every other count, 0 included.
  init(one: String, other: String) {
    (plural, singular, self.other) = (.one, one, other)
  }

  /// - Parameters:
  ///   - upToOne: the wording for counts of 0 and 1.
  ///   - other: the wording for every other count.
  init(upToOne: String, other: String) {
    (plural, singular, self.other) = (.upToOne, upToOne, other)
  }

  /// The wordings: one, or that of few and that of many.
  var wordings: [String] { plural == .none ? [other] : [singular, other] }

  /// The sentence with its values; a place without a value stays as it is written.
  ///
  /// Values are put in once and never looked at again, so that a name with braces is only a name.
  func text(count: Int = 2, _ values: KeyValuePairs<String, String> = [:]) -> String {
    var wording = wording(for: count)
    // As bytes: a report has some ten thousand sentences.
    var text: [UInt8] = []
    wording.withUTF8 { wording in
      var rest = wording[...]
      while let start = rest.firstIndex(of: UInt8(ascii: "{")),
        let end = rest[start...].firstIndex(of: UInt8(ascii: "}"))
      {
        text += rest[..<start]
        let name = rest[(start + 1)..<end]
        if let (_, value) = values.first(where: { $0.key.utf8.elementsEqual(name) }) {
          text += value.utf8
        } else {
          text += rest[start...end]
        }
        rest = rest[(end + 1)...]
      }
      text += rest
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// As `text`, for a number of tenths: to French and Portuguese 1.9 is as good as one, to English
  /// and Norwegian nothing but 1 is.
  func text(tenths: Int, _ values: KeyValuePairs<String, String>) -> String {
    let isWhole = tenths % 10 == 0
    return text(count: isWhole || plural == .upToOne ? abs(tenths) / 10 : 2, values)
  }

  private func wording(for count: Int) -> String {
    switch plural {
    case .none: other
    case .one: count == 1 ? singular : other
    case .upToOne: count == 0 || count == 1 ? singular : other
    }
  }
}
