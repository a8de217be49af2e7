extension PlanResolver {
  /// Refuses what the configuration may say and this version cannot do yet: a key that is read and
  /// then ignored would change numbers without anybody knowing.
  func refuseUnsupported() throws(ConfigurationError) {
    for input in configuration.values.inputs { try refuseUnsupported(in: input) }
  }

  private func refuseUnsupported(in input: ConfiguredInput) throws(ConfigurationError) {
    if let format = input.format, format.value != "auto" {
      throw unsupported(
        format.place, format.value, key: "format", expected: "auto, with columns and values")
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
