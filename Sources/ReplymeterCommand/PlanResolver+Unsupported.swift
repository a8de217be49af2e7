extension PlanResolver {
  /// Refuses what the configuration may say and this version cannot do yet: a key that is read and
  /// then ignored would change numbers, or leave names in a report, without anybody knowing.
  func refuseUnsupported() throws(ConfigurationError) {
    let values = configuration.values
    if let level = values.redaction.level, level.value != .none {
      throw unsupported(level.place, level.value.rawValue, key: "level", expected: "none")
    }
    if let keyFile = values.redaction.keyFile {
      throw unsupported(keyFile.place, keyFile.value, key: "key_file", expected: "no redaction")
    }
    if let language = values.language, language.value != .english {
      throw unsupported(language.place, language.value.rawValue, key: "language", expected: "en")
    }
    for input in values.inputs { try refuseUnsupported(in: input) }
  }

  private func refuseUnsupported(in input: ConfiguredInput) throws(ConfigurationError) {
    if let encoding = input.encoding, encoding.value != .utf8 {
      throw unsupported(
        encoding.place, encoding.value.rawValue, key: "encoding", expected: "utf-8")
    }
    if let header = input.header, !header.value {
      throw unsupported(header.place, "false", key: "header", expected: "true")
    }
    if let lines = input.skippedLines, lines.value > 0 {
      throw unsupported(
        lines.place, String(lines.value), key: "skip_lines", expected: "0")
    }
  }

  private func unsupported(
    _ place: SourcePlace, _ found: String, key: String, expected: String
  ) -> ConfigurationError {
    configuration.refusing(
      Located(found, at: place), key: key, what: "this version cannot do that",
      expected: expected, advice: "remove the key")
  }
}
