/// What is wrong with a configuration: the flaws of one file, in the order of their places.
package struct ConfigurationError: Error, Equatable, Sendable {
  /// As many flaws as are told at once; a file with more has usually one cause.
  package static let mostFlawsTold = 10

  /// The file's name as it was given.
  package let file: String
  /// At least one and at most `mostFlawsTold`.
  package let flaws: [ConfigurationFlaw]
  /// How many more there are.
  package let untoldCount: Int

  /// Keeps the first flaws by place; those of one place stay in the order given.
  init(file: String, first: ConfigurationFlaw, others: [ConfigurationFlaw] = []) {
    let all = ([first] + others).enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element)
    self.file = file
    self.flaws = Array(all.prefix(Self.mostFlawsTold))
    self.untoldCount = all.count - self.flaws.count
  }

  /// The error of a check that comes after reading, at the place of the value that it refuses.
  ///
  /// - Parameters:
  ///   - found: the refused text; its place is that of the error.
  ///   - key: the key's whole path, `pages[].timezone`.
  ///   - file: the configuration's name, as it was given.
  ///   - what: what is wrong, in a few words: `unknown time zone`.
  ///   - expected: what would be right: `an IANA name`.
  ///   - advice: what to do about it; nothing where `expected` says it all.
  /// - Returns: an error with this one flaw.
  package static func refusing(
    _ found: Located<String>, key: String, in file: String, what: String, expected: String,
    advice: String? = nil
  ) -> ConfigurationError {
    ConfigurationError(
      file: file,
      first: ConfigurationFlaw(
        place: found.place, key: key,
        problem: .refused(
          what: what, found: found.value, expected: expected, advice: advice)))
  }
}
