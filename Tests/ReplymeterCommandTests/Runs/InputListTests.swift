import Glibc
import TestSupport
import Testing

@testable import ReplymeterCommand

struct InputListTests {
  /// The names and the numbers of the settings of a list over a folder with a few files.
  private func entries(
    _ arguments: [String], configuration text: String = "", configurationFolder: String? = nil,
    in place: borrowing TemporaryFolder
  ) throws -> [InputList.Entry] {
    for name in ["a.csv", "B.CSV", "sub/c.tsv", "sub/d.tab", "sub/e.txt", "sub/f.pdf", "x[1].csv"] {
      try place.write("x", to: name)
    }
    let configuration = try Configuration(reading: Array(text.utf8), file: "replymeter.yml")
    return try InputList(
      arguments: arguments, configuration: configuration,
      configurationFolder: configurationFolder ?? place.path
    ).entries
  }

  @Test func argumentsReplaceTheInputsOfTheConfiguration() throws {
    let place = try TemporaryFolder()
    let path = place.path + "/a.csv"
    let found = try entries(
      [path], configuration: "inputs: [{ path: sub/c.tsv }]", in: place)
    #expect(found == [InputList.Entry(name: path, path: path, settings: nil)])
  }

  @Test func inputsOfTheConfigurationAreRelativeToItsFolder() throws {
    let place = try TemporaryFolder()
    let found = try entries(
      [], configuration: "inputs: [{ path: sub }, { path: '*.csv' }]", in: place)
    #expect(found.map(\.name) == ["sub/c.tsv", "sub/d.tab", "sub/e.txt", "a.csv", "x[1].csv"])
    #expect(found.map(\.settings) == [0, 0, 0, 1, 1])
    #expect(found.first?.path == place.path + "sub/c.tsv")
  }

  @Test func aNameThatIsThereIsNoPattern() throws {
    let place = try TemporaryFolder()
    let path = place.path + "/x[1].csv"
    #expect(try entries([path], in: place).map(\.name) == [path])
  }

  /// Patterns of the configuration, and which of them a file given as an argument takes.
  private static let patterns: [(patterns: [String], settings: Int?)] = [
    (["a.csv"], 0), (["*.csv"], 0), (["*.tsv", "*.csv"], 1), (["*.tsv"], nil), (["*a*", "*"], 0),
  ]

  @Test(arguments: patterns)
  func aFileTakesTheFirstSettingsThatMatch(patterns: [String], settings: Int?) throws {
    let place = try TemporaryFolder()
    let text = "inputs: [" + patterns.map { "{ path: '\($0)' }" }.joined(separator: ", ") + "]"
    let found = try entries([place.path + "/a.csv"], configuration: text, in: place)
    #expect(found.map(\.settings) == [settings])
  }

  @Test func aFileGivenTwiceIsThereTwice() throws {
    let place = try TemporaryFolder()
    let path = place.path + "/a.csv"
    #expect(try entries([path, path, "-"], in: place).map(\.path) == [path, path, "-"])
  }

  @Test func nothingToReadIsAnError() throws {
    let place = try TemporaryFolder()
    #expect(
      throws: RunError(
        .usage,
        "error: no input; name files or folders, or list them under 'inputs' in replymeter.yml")
    ) { try entries([], in: place) }
  }

  @Test func aFolderStandsForItsFilesPackedOnesToo() throws {
    let place = try TemporaryFolder()
    let taken = [
      "A.CSV.GZ", "a.csv", "b.tsv.zst", "c.json", "d.json.gz", "e.txt.ZST", "f.tab",
    ]
    for name in taken + [
      "x.gz", "csv", ".csv", ".x.csv.gz", "x.csv.bz2", "x.gz.csv.x", "x.csv/y.csv", "x.pdf.gz",
    ] {
      try place.write("x", to: name)
    }
    let base = place.path.hasSuffix("/") ? String(place.path.dropLast()) : place.path
    let found = try InputList(
      arguments: [base], configuration: try Configuration(reading: [], file: "replymeter.yml"),
      configurationFolder: ""
    ).entries
    #expect(found.map(\.name) == taken.map { base + "/" + $0 })
  }

  private func error(in folder: String) throws -> String? {
    do {
      _ = try InputList(
        arguments: [folder],
        configuration: try Configuration(reading: [], file: "replymeter.yml"),
        configurationFolder: "")
      return nil
    } catch let error as RunError {
      #expect(error.status == .inputUnreadable)
      return error.message
    }
  }

  @Test func aMemberOfAFolderThatCannotBeAFileIsToldOf() throws {
    let place = try TemporaryFolder()
    let folder = String(place.path.dropLast(place.path.hasSuffix("/") ? 1 : 0))
    try place.write("x", to: "a.csv")
    try #require(symlink("nowhere", folder + "/b.csv") == 0)
    #expect(
      try error(in: folder)
        == "\(folder)/b.csv: error: the link leads nowhere; remove it, or mend it")
    try #require(unlink(folder + "/b.csv") == 0 && mkfifo(folder + "/c.csv", 0o600) == 0)
    #expect(
      try error(in: folder)
        == "\(folder)/c.csv: error: this is no file; remove it from the folder, "
        + "or name it as an input of its own")
    try #require(unlink(folder + "/c.csv") == 0)
    try #require(close(open(folder + "/d\u{1}.csv", O_CREAT | O_WRONLY, 0o600)) == 0)
    #expect(try error(in: folder) == nil)
  }

  @Test func aFolderInItselfIsNotDescendedInto() throws {
    let place = try TemporaryFolder()
    try place.write("x", to: "a.csv")
    try #require(symlink(".", place.path + "/loop.csv") == 0)
    let found = try InputList(
      arguments: [place.path],
      configuration: try Configuration(reading: [], file: "replymeter.yml"),
      configurationFolder: ""
    ).entries
    #expect(found.count == 1)
  }
}
