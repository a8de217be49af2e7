/// An industry's short name, `parent` or `parent/child`.
package struct IndustrySlug: Hashable, Sendable, CustomStringConvertible {
  /// Lower-case letters and digits joined by `-`, levels apart by `/`.
  package let text: String

  private init(text: String) {
    self.text = text
  }

  /// The slug of figures over all industries.
  package static let all = IndustrySlug(text: "all")

  /// A word folded level by level, so that `Retail / Shoe shops` is `retail/shoe-shops`.
  ///
  /// Nil where nothing is left.
  package init?(folding word: String) {
    let levels = word.split(separator: "/").map { Self.fold(String($0)) }.filter { !$0.isEmpty }
    guard !levels.isEmpty else { return nil }
    text = levels.joined(separator: "/")
  }

  package var description: String { text }

  /// The slugs above it, the nearest first; none for one of the first level.
  package var ancestors: [IndustrySlug] {
    var levels = text.split(separator: "/").dropLast()
    var ancestors: [IndustrySlug] = []
    while !levels.isEmpty {
      ancestors.append(IndustrySlug(text: levels.joined(separator: "/")))
      levels = levels.dropLast()
    }
    return ancestors
  }

  /// A word in lower case with `and` for `&` and one `-` for every run of what is neither letter
  /// nor digit, none at the ends; `/` too is such a sign.
  package static func fold(_ word: String) -> String {
    var folded = ""
    var isApart = false
    for character in word.lowercased() {
      if character == "&" {
        folded += folded.isEmpty ? "and" : "-and"
        isApart = true
      } else if isKept(character) {
        if isApart, !folded.isEmpty { folded += "-" }
        folded.append(character)
        isApart = false
      } else {
        isApart = true
      }
    }
    return folded
  }

  /// Whether it is a letter or a digit; Unicode's tables are asked only for what is no ASCII, as
  /// every run folds some hundred words.
  private static func isKept(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else {
      return character.isLetter || character.isNumber
    }
    return switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
