import TestSupport
import Testing

@testable import ReplymeterCommand

struct SideFileTests {
  private func file(_ text: String, in place: borrowing TemporaryFolder) throws -> SideFile {
    try SideFile("side.csv", at: try place.write(text, to: "side.csv"))
  }

  @Test func readsColumnsInAnyOrderAndCase() throws {
    let place = try TemporaryFolder()
    let side = try file("End;Page ;note;START\n3;1;x; 2 \n;;;\n", in: place)
    var found: [[String]] = []
    try side.forEachRow(columns: ["page", "start", "end"]) { cells, line in
      found.append(cells + ["line \(line)"])
    }
    #expect(found.first == ["1", "2", "3", "line 2"])
  }

  @Test func tellsTheColumnThatIsMissing() throws {
    let place = try TemporaryFolder()
    let side = try file("day\n2026-12-25\n", in: place)
    #expect(
      throws: RunError(
        .configuration, "side.csv:1: error: there is no column 'date' (expected date)")
    ) { try side.forEachRow(columns: ["date"]) { _, _ in } }
  }

  @Test func tellsWhereARowIsWrong() throws {
    let place = try TemporaryFolder()
    let side = try file("date\n\"a\nb\"\nc\n", in: place)
    var lines: [Int] = []
    try side.forEachRow(columns: ["date"]) { _, line in lines.append(line) }
    #expect(lines == [2, 4])
    #expect(
      side.error(line: 4, "this is no date")
        == RunError(.configuration, "side.csv:4: error: this is no date"))
  }

  @Test func isKnownByItsContent() throws {
    let place = try TemporaryFolder()
    // SHA-256 of the three bytes `abc`, from FIPS 180-4's examples.
    #expect(
      try file("abc", in: place).sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func anEmptyFileLacksEveryColumn() throws {
    let place = try TemporaryFolder()
    let side = try file("", in: place)
    #expect(throws: RunError.self) { try side.forEachRow(columns: ["date"]) { _, _ in } }
  }

  @Test func aFileThatIsNotThereIsAnError() throws {
    let place = try TemporaryFolder()
    let path = place.path + "/nowhere.csv"
    #expect(
      throws: RunError(.configuration, "\(path): error: there is no such file")
    ) { try SideFile("nowhere.csv", at: path) }
  }
}
