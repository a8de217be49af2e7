import MessageHistory

extension ConfigurationReader {
  /// A text with something other than white space in it, as it stands.
  mutating func text(
    of field: ConfigurationField, expected: ConfigurationNode.Shape = .text
  ) -> Located<String>? {
    guard let text = anyText(of: field, expected: expected) else { return nil }
    guard !text.value.withoutOuterWhiteSpace.isEmpty else {
      note(.unacceptable(found: nil, expected: .anything), in: field)
      return nil
    }
    return text
  }

  /// A text as the cells of the data are read: without white space at its ends, not blank.
  mutating func cell(of field: ConfigurationField) -> Located<String>? {
    text(of: field)?.compactMap { $0.withoutOuterWhiteSpace }
  }

  /// Cells in a list; flawed ones are left out.
  mutating func cells(of field: ConfigurationField) -> [Located<String>]? {
    items(of: field)?.compactMap { cell(of: $0) }
  }

  /// Channels in a list, in lower case as the data's are (ASCII letters alone).
  mutating func channels(of field: ConfigurationField) -> [Located<String>]? {
    cells(of: field)?.compactMap { $0.compactMap { asciiLowercased($0) } }
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    of field: ConfigurationField, from _: Choice.Type = Choice.self,
    expected: ConfigurationNode.Shape = .text
  ) -> Located<Choice>? where Choice.RawValue == String {
    value(of: field, expected: .oneOf(Choice.allCases.map(\.rawValue)), shape: expected) {
      Choice(rawValue: $0)
    }
  }

  /// `true` or `false`: the many other words that YAML has had for them mean nothing here.
  mutating func flag(of field: ConfigurationField) -> Located<Bool>? {
    value(of: field, expected: .trueOrFalse) { Bool($0) }
  }

  mutating func duration(of field: ConfigurationField) -> Located<Milliseconds>? {
    value(of: field, expected: .duration) { Milliseconds(writtenAs: $0) }
  }

  mutating func durationAboveZero(of field: ConfigurationField) -> Located<Milliseconds>? {
    value(of: field, expected: .durationAboveZero) { text in
      Milliseconds(writtenAs: text).flatMap { $0 > .zero ? $0 : nil }
    }
  }

  mutating func share(of field: ConfigurationField) -> Located<ConfiguredShare>? {
    value(of: field, expected: .share) { ConfiguredShare($0) }
  }

  mutating func wholeNumber(
    of field: ConfigurationField, in range: ClosedRange<Int>
  ) -> Located<Int>? {
    value(of: field, expected: .wholeNumber(range)) { text in
      Int(digits: text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// What `parse` makes of the text; where it makes nothing, the text is not what was expected.
  ///
  /// `isPrivate` keeps people's names and addresses out of the error.
  mutating func value<Value>(
    of field: ConfigurationField, expected: ExpectedValue, isPrivate: Bool = false,
    shape: ConfigurationNode.Shape = .text, parse: (String) -> Value?
  ) -> Located<Value>? {
    guard let text = anyText(of: field, expected: shape) else { return nil }
    if let value = text.compactMap(parse) { return value }
    note(.unacceptable(found: isPrivate ? nil : text.value, expected: expected), in: field)
    return nil
  }
}

private func asciiLowercased(_ text: String) -> String {
  String(decoding: text.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
}
