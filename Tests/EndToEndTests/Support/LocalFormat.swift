/// Reads numbers and lengths of time as people of a language write them: written for the tests from
/// the languages' own rules, not from the product's wording.
struct LocalFormat {
  private let decimalMark: Character
  private let groupMark: Character
  /// Seconds by unit.
  private let units: [String: Double]

  init(_ tag: String) {
    decimalMark = tag == "en" ? "." : ","
    switch tag {
    case "en", "fr": groupMark = "\u{202F}"
    case "nb": groupMark = "\u{A0}"
    default: groupMark = "."
    }
    let (second, minute, hour, day) =
      switch tag {
      case "fr": ("s", "min", "h", "j")
      case "nb": ("s", "min", "t", "d")
      case "id": ("dtk", "mnt", "jam", "hari")
      default: ("s", "min", "h", "d")
      }
    units = [second: 1, minute: 60, hour: 3_600, day: 86_400]
  }

  /// All numbers of a text in their order; those of a version are none.
  func numbers(in text: String) -> [Double] {
    let characters = Array(text.replacing(#/replymeter \d+\.\d+\.\d+\S*/#, with: "replymeter"))
    var numbers: [Double] = []
    var index = 0
    while index < characters.count {
      guard isDigit(characters, index) else {
        index += 1
        continue
      }
      var digits = ""
      while isDigit(characters, index) || isGroup(characters, index) {
        if isDigit(characters, index) { digits.append(characters[index]) }
        index += 1
      }
      if index < characters.count, characters[index] == decimalMark, isDigit(characters, index + 1)
      {
        digits.append(".")
        index += 1
        while isDigit(characters, index) {
          digits.append(characters[index])
          index += 1
        }
      }
      if let number = Double(digits) { numbers.append(number) }
    }
    return numbers
  }

  /// The length of `2 h 05 min`; nil where a unit is not the language's.
  func seconds(of text: String) -> Double? {
    let words = text.split { $0 == " " || $0 == "\u{A0}" }
    guard !words.isEmpty, words.count % 2 == 0 else { return nil }
    var seconds = 0.0
    for index in stride(from: 0, to: words.count, by: 2) {
      guard let number = numbers(in: String(words[index])).first,
        let unit = units[String(words[index + 1])]
      else { return nil }
      seconds += number * unit
    }
    return seconds
  }

  private func isDigit(_ characters: [Character], _ index: Int) -> Bool {
    index < characters.count && ("0"..."9").contains(characters[index])
  }

  /// Whether a mark stands between a digit and exactly three more.
  private func isGroup(_ characters: [Character], _ index: Int) -> Bool {
    index < characters.count && characters[index] == groupMark
      && (1...3).allSatisfy { isDigit(characters, index + $0) } && !isDigit(characters, index + 4)
  }
}
