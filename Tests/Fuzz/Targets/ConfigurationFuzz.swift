import ReplymeterCommand

/// Any bytes are a configuration, or have flaws with places inside them.
enum ConfigurationFuzz {
  static func check(_ bytes: [UInt8]) throws(FuzzFinding) {
    do throws(ConfigurationError) {
      _ = try Configuration(reading: bytes, file: "f.yml")
    } catch {
      try checkFlaws(error, lines: bytes.count + 1)
    }
  }

  private static func checkFlaws(
    _ error: ConfigurationError, lines: Int
  ) throws(FuzzFinding) {
    try require(error.description.hasPrefix("f.yml:"), "message \(error)")
    for flaw in error.flaws {
      try require(
        1...lines ~= flaw.place.line && flaw.place.column > 0, "place \(flaw.place)")
    }
  }
}
