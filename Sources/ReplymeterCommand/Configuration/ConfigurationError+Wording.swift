import DelimitedText
import MessageHistory

extension ConfigurationError: CustomStringConvertible {
  /// One line for each flaw, `file:line:column: error: …`, without a line end after the last.
  package var description: String {
    var lines = flaws.map { flaw in
      let place = "\(visibleText(file)):\(flaw.place.line):\(flaw.place.column)"
      return "\(place): error: \(flaw.wording)"
    }
    if untoldCount > 0 {
      lines.append("\(visibleText(file)): and \(untoldCount) more; mend these first")
    }
    return lines.joined(separator: "\n")
  }
}

extension ConfigurationFlaw {
  fileprivate var wording: String {
    switch problem {
    case .tooLarge(let byteCount, let limit):
      "the configuration is too large (found \(byteCount) bytes, expected at most \(limit)); "
        + "move long lists into files of their own"
    case .notUTF8:
      "a byte that is no UTF-8; save the file as UTF-8"
    case .controlCharacter(let scalar):
      "a control character (found \(visibleText(String(scalar)))); remove it"
    case .notYAML(let complaint):
      "this is not YAML (\(complaint)); check indentation, colons and quotes near here"
    case .secondDocument:
      "a second YAML document (expected one); remove the line '---' or what follows it"
    case .anchorOrAlias:
      "anchors and aliases are not taken; write the value out, "
        + "or put a text that begins with & or * in quotes"
    case .explicitTag:
      "tags are not taken; remove the word that begins with '!', "
        + "or put a text that begins with it in quotes"
    case .nestedTooDeeply(let limit):
      "nested too deeply (expected at most \(limit) levels); check indentation and brackets"
    case .keyIsNoText:
      "a key that is no text; write 'key: value'"
    case .repeatedKey(let firstLine):
      repeatedKeyWording(firstLine: firstLine)
    case .unknownKey(let name, let expected):
      unknownKeyWording(name: name, expected: expected)
    case .missingKey(let name):
      "\(visibleQuote(key)) lacks the key '\(name)'; add it"
    case .wrongShape(let found, let expected):
      wrongShapeWording(found: found, expected: expected)
    case .unacceptable(let found, let expected):
      unacceptableWording(found: found, expected: expected)
    case .repeatedPage(let found, let firstLine):
      "two pages have the same \(visibleQuote(key)) "
        + "(found \(visibleQuote(found)), first on line \(firstLine)); "
        + "join them or rename one"
    case .keyUnderTwoAliases(let firstLine):
      "an employee's key stands under two aliases in \(visibleQuote(key)) "
        + "(first on line \(firstLine)); keep one of them"
    case .refused(let what, let found, let expected, let advice):
      "\(what) in \(visibleQuote(key)) (found \(visibleQuote(found)), expected \(expected))"
        + (advice.map { "; \($0)" } ?? "")
    }
  }

  private func repeatedKeyWording(firstLine: Int?) -> String {
    switch firstLine {
    case .some(let line):
      "the key \(visibleQuote(key)) stands here again (first on line \(line)); keep one of them"
    case .none:
      "a key that begins here stands more than once in its mapping; keep one of them"
    }
  }

  private func unknownKeyWording(name: String, expected: [String]) -> String {
    let nearest = nearestName(to: name, among: expected)
    return "unknown key \(visibleQuote(key)) (expected one of \(listed(expected)))"
      + (nearest.map { "; did you mean '\($0)'?" } ?? "; remove it")
  }

  private func wrongShapeWording(
    found: ConfigurationNode.Shape, expected: ConfigurationNode.Shape
  ) -> String {
    let subject = key.isEmpty ? "the configuration" : visibleQuote(key)
    guard found != .nothing else {
      return "\(subject) has no value (expected \(expected.wording)); write one or remove the key"
    }
    return "\(subject) is of the wrong type (found \(found.wording), expected \(expected.wording))"
      + (expected.advice.map { "; \($0)" } ?? "")
  }

  private func unacceptableWording(found: String?, expected: ExpectedValue) -> String {
    let foundWording = found.map { "found \(visibleQuote($0)), " } ?? ""
    let advice = expected.advice(found: found).map { "; \($0)" } ?? ""
    return "\(visibleQuote(key)) \(expected.complaint) "
      + "(\(foundWording)expected \(expected.wording))\(advice)"
  }
}

extension ConfigurationNode.Shape {
  fileprivate var wording: String {
    switch self {
    case .nothing: "nothing"
    case .text: "a text"
    case .list: "a list"
    case .mapping: "a mapping"
    case .textOrList: "a text or a list"
    case .textOrMapping: "a text or a mapping"
    }
  }

  fileprivate var advice: String? {
    switch self {
    case .nothing: nil
    case .text: "write one text, in quotes where it holds brackets or colons"
    case .list, .textOrList: "write [one, two] or a line '- one' each"
    case .mapping, .textOrMapping: "write { key: value } or a line 'key: value' each"
    }
  }
}

extension ExpectedValue {
  fileprivate var complaint: String {
    switch self {
    case .anything: "is blank"
    case .oneOf: "has an unknown value"
    case .trueOrFalse: "is neither true nor false"
    case .duration, .durationAboveZero, .durationOrNone: "is no usable duration"
    case .share: "is no share"
    case .wholeNumber: "is no usable number"
    case .date: "is no date of the calendar"
    case .days: "names no days of the week"
    case .shifts: "is no list of office hours"
    case .shiftWithLength: "ends at the time it begins"
    case .encoding: "is no encoding that this system knows"
    case .separator: "is no separator"
    case .quote: "is no quote"
    case .mailAddress: "is no mail address"
    case .lineOfText: "is not one line of text"
    }
  }

  fileprivate var wording: String {
    switch self {
    case .anything: "a text"
    case .oneOf(let names): "one of \(listed(names))"
    case .trueOrFalse: "true or false"
    case .duration: "a number of seconds, or a number with ms, s, m, h, d or w"
    case .durationAboveZero: "more than 0, as seconds or a number with ms, s, m, h, d or w"
    case .durationOrNone: "a number of seconds, a number with ms, s, m, h, d or w, or none"
    case .share: "a number from 0 to 1 with at most 6 decimals"
    case .wholeNumber(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .date: "YYYY-MM-DD or the name of a file"
    case .days: "mon, tue, wed, thu, fri, sat, sun, a range or a list by comma"
    case .shifts: "times from 00:00 to 24:00 by comma, or closed"
    case .shiftWithLength: "another end"
    case .encoding: "utf-8, utf-16, windows-1252 or another that 'iconv -l' lists"
    case .separator: "one ASCII character that is no letter, digit, quote or line end, or tab"
    case .quote: "one ASCII character that is no letter, digit or line end, or none"
    case .mailAddress: "name@example.com or Name <name@example.com>"
    case .lineOfText: "a text without control characters"
    }
  }

  fileprivate func advice(found: String?) -> String? {
    switch self {
    case .oneOf(let names):
      found.flatMap { nearestName(to: $0, among: names) }.map { "did you mean '\($0)'?" }
    case .encoding:
      found.flatMap { nearestName(to: $0, among: TextEncoding.commonNames) }
        .map { "did you mean '\($0)'?" }
    case .duration, .durationAboveZero, .durationOrNone:
      "write for example 90, 15m or 24h, "
        + "to the millisecond and at most \(Milliseconds.longestText)"
    case .share: "write for example 0.95 for 95 %"
    case .shifts: "write for example 09:00-12:30, 13:30-18:00"
    case .shiftWithLength: "for the whole day write 00:00-24:00"
    case .days: "write for example mon-fri or sat,sun"
    case .anything, .trueOrFalse, .wholeNumber, .date, .separator, .quote, .mailAddress,
      .lineOfText:
      nil
    }
  }
}

private func listed(_ names: [String]) -> String {
  names.joined(separator: ", ")
}

private func visibleQuote(_ text: String) -> String {
  "'\(visibleText(text))'"
}

/// The text cut to one short line, control and format characters written as `\u{…}`, so that a
/// file from elsewhere cannot steer the terminal.
private func visibleText(_ text: String) -> String {
  var result = ""
  for (index, scalar) in text.unicodeScalars.enumerated() {
    if index == 80 { return result + "…" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      result += "\\u{\(String(scalar.value, radix: 16))}"
    default:
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
