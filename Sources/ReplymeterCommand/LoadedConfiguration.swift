/// The configuration with its file.
struct LoadedConfiguration {
  var values: Configuration
  /// The file as it was named; nil where there is none.
  var file: String?
  var bytes: [UInt8]

  /// A configuration that says nothing.
  static let none = LoadedConfiguration(values: Configuration(), file: nil, bytes: [])

  /// Reads the named file, else `replymeter.yml` in the working directory, if there.
  ///
  /// - Throws: `RunError` for a named file that is not there, `ConfigurationError` for a wrong one.
  init(path: String?) throws {
    let file = path ?? Self.defaultName
    guard let bytes = try FileBytes.read(file, failingWith: .configuration) else {
      guard let path else {
        self.init(values: Configuration(), file: nil, bytes: [])
        return
      }
      throw RunError(.configuration, "\(path): error: there is no such configuration file")
    }
    self.init(values: try Configuration(reading: bytes, file: file), file: file, bytes: bytes)
  }

  private init(values: Configuration, file: String?, bytes: [UInt8]) {
    self.values = values
    self.file = file
    self.bytes = bytes
  }

  static let defaultName = "replymeter.yml"

  /// What the configuration's paths are relative to; empty for the working directory.
  var folder: String {
    guard let file, let slash = file.lastIndex(of: "/") else { return "" }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// A path of the configuration, from the working directory.
  func path(_ path: String) -> String {
    folder.isEmpty || path.hasPrefix("/")
      ? path : folder == "/" ? "/" + path : folder + "/" + path
  }

  /// An error at a place of the file.
  func refusing(
    _ found: Located<String>, key: String, what: String, expected: String, advice: String? = nil
  ) -> ConfigurationError {
    .refusing(
      found, key: key, in: file ?? Self.defaultName, what: what, expected: expected,
      advice: advice)
  }
}
