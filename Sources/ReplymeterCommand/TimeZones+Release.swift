import MessageHistory

extension TimeZones {
  /// Which release of the time zone database the folder holds, such as `2025b`.
  ///
  /// Nil where no file there says so. Debian's tzdata.zi begins with `# version 2025b`; other
  /// systems have the name alone in `+VERSION`.
  package var release: String? {
    let source = firstWords(of: "tzdata.zi")
    if source.starts(with: ["#", "version"]), source.count > 2 { return source[2] }
    return firstWords(of: "+VERSION").first
  }

  /// The words of a file's first line; none where there is no such file.
  private func firstWords(of name: String) -> [String] {
    let bytes = try? FileBytes.read(folder + "/" + name, failingWith: .configuration)
    guard let line = bytes?.prefix(while: { $0 != 0x0A }) else { return [] }
    return TerminalText.oneLine(line).split(separator: " ").map(String.init)
  }
}
