/// The sections that name people: their texts stay out of the errors.
extension ConfigurationReader {
  private enum AutomationKey: String, CaseIterable {
    case senders
  }

  mutating func automationSenders(_ field: ConfigurationField) -> [Located<String>] {
    var senders: [Located<String>] = []
    for (key, field) in entries(of: field, as: AutomationKey.self) ?? [] {
      switch key {
      case .senders: senders = cells(of: field) ?? []
      }
    }
    return senders
  }

  private enum EmployeesKey: String, CaseIterable {
    case aliases
  }

  mutating func employeeAliases(_ field: ConfigurationField) -> ConfiguredAliases? {
    var aliases: ConfiguredAliases?
    for (key, field) in entries(of: field, as: EmployeesKey.self) ?? [] {
      switch key {
      case .aliases: aliases = self.aliases(field)
      }
    }
    return aliases
  }

  /// A mapping of names to keys, or the name of a file.
  private mutating func aliases(_ field: ConfigurationField) -> ConfiguredAliases? {
    guard case .mapping = field.node.content else {
      return text(of: field, expected: .textOrMapping).map { .file($0) }
    }
    let aliases = (pairs(of: field, showsNames: false) ?? []).compactMap { name, field in
      alias(name, field)
    }
    noteKeysUnderTwo(aliases, key: field.path)
    return .listed(aliases)
  }

  private mutating func alias(
    _ name: Located<String>, _ field: ConfigurationField
  ) -> ConfiguredAlias? {
    guard let keys = cells(of: field) else { return nil }
    let trimmedName = name.value.withoutOuterWhiteSpace
    guard !trimmedName.isEmpty else {
      note(.unacceptable(found: nil, expected: .anything), at: name.place, key: field.path)
      return nil
    }
    return ConfiguredAlias(name: Located(trimmedName, at: name.place), keys: keys)
  }

  /// Notes each key of an alias that an earlier alias has; an alias's name is one of its keys.
  ///
  /// Texts are compared as Swift compares them, by canonical equivalence, which is what keys that
  /// are equal in NFC come down to.
  private mutating func noteKeysUnderTwo(_ aliases: [ConfiguredAlias], key: String) {
    var owners: [String: (alias: Int, line: Int)] = [:]
    for (index, alias) in aliases.enumerated() {
      for employeeKey in [alias.name] + alias.keys {
        if let owner = owners[employeeKey.value] {
          guard owner.alias != index else { continue }
          note(.keyUnderTwoAliases(firstLine: owner.line), at: employeeKey.place, key: key)
        } else {
          owners[employeeKey.value] = (index, employeeKey.place.line)
        }
      }
    }
  }

  private enum EmailKey: String, CaseIterable {
    case from, to, subject
  }

  mutating func email(_ field: ConfigurationField) -> ConfiguredEmail {
    var email = ConfiguredEmail()
    for (key, field) in entries(of: field, as: EmailKey.self) ?? [] {
      switch key {
      case .from: email.from = mailAddress(field)
      case .to: email.to = (items(of: field) ?? []).compactMap { mailAddress($0) }
      case .subject: email.subject = lineOfText(field)
      }
    }
    return email
  }

  private mutating func mailAddress(_ field: ConfigurationField) -> Located<String>? {
    value(of: field, expected: .mailAddress, isPrivate: true) { text in
      isMailAddress(text) ? text : nil
    }
  }

  private mutating func lineOfText(_ field: ConfigurationField) -> Located<String>? {
    value(of: field, expected: .lineOfText, isPrivate: true) { text in
      hasControlCharacters(text) ? nil : text
    }
  }
}

/// Whether the text is `name@example.com` or `Name <name@example.com>`.
///
/// Not whether mail would arrive there: only that the header of the mail is whole. A line end in an
/// address would begin a header of its own.
private func isMailAddress(_ text: String) -> Bool {
  guard !hasControlCharacters(text) else { return false }
  var address = Substring(text)
  if let open = text.lastIndex(of: "<") {
    guard text.last == ">", !text[..<open].contains(where: { "<>@".contains($0) })
    else { return false }
    address = text[text.index(after: open)...].dropLast()
  }
  let parts = address.split(separator: "@", omittingEmptySubsequences: false)
  return parts.count == 2
    && parts.allSatisfy { part in
      !part.isEmpty && !part.contains { $0.isWhitespace || "<>,;:\"()[]\\".contains($0) }
    }
}

private func hasControlCharacters(_ text: String) -> Bool {
  text.unicodeScalars.contains { scalar in
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
