import TestSupport
import Testing

@testable import ReplymeterCommand

struct VersionTextTests {
  private func text(commit: String, files: [String: String]) throws -> String {
    let folder = try TemporaryFolder()
    for (name, content) in files { try folder.write(content, to: name) }
    let text = VersionText(
      version: "1.2.3", commit: commit, parser: "2.9.14",
      timeZones: TimeZones(environment: ["TZDIR": folder.path])
    ).text
    return text.replacing(folder.path, with: "ZONES")
  }

  @Test func tellsWhatFiguresAndDocumentsDependOn() throws {
    let files = ["Etc/UTC": "", "tzdata.zi": "# version 2025b\n# This zic input file is …\n"]
    #expect(
      try text(commit: "0123abcd", files: files) == """
        replymeter 1.2.3
        commit: 0123abcd
        libxml2: 2.9.14
        time zones: 2025b in ZONES
        """)
  }

  @Test func tellsThatABuildDoesNotKnowItsCommit() throws {
    let text = try text(commit: "", files: ["Etc/UTC": ""])
    #expect(text.contains("\ncommit: not recorded by this build\n"))
  }

  @Test(arguments: [
    (["Etc/UTC": "", "+VERSION": "2026a\n"], "2026a in ZONES"),
    (["Etc/UTC": ""], "unknown release in ZONES"),
    (["Etc/UTC": "", "tzdata.zi": ""], "unknown release in ZONES"),
    ([:], "built in and never updated, since ZONES has none"),
  ])
  func tellsWhereTimeZonesAreFrom(files: [String: String], words: String) throws {
    #expect(try text(commit: "", files: files).hasSuffix("\ntime zones: " + words))
  }
}
