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
}
