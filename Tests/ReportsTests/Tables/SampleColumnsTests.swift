import Foundation
import Reports
import TestSupport
import Testing

/// The sample data shows every column at work: a column that is always blank there is a figure that
/// no reader, golden or test ever sees.
struct SampleColumnsTests {
  /// The report over sample-data, made by the built tool.
  private static func writeReport(to folder: String) throws {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let tool = tests.folderName + "/replymeter"
    try #require(
      FileManager.default.isExecutableFile(atPath: tool), "the tool is built beside the tests")
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = [
      "report", "--config", "replymeter.yml", "--output", folder, "--format", "csv", "--quiet",
    ]
    process.currentDirectoryURL = URL(filePath: sampleData)
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private static let sampleData =
    #filePath.folderName.folderName.folderName.folderName + "/sample-data"

  @Test func everyColumnIsFilledSomewhere() throws {
    let place = try TemporaryFolder()
    let folder = place.path + "/report"
    try Self.writeReport(to: folder)
    for file in ReportFile.allCases {
      let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(file.fileName)"))
      let records = Self.records(of: String(decoding: bytes, as: UTF8.self))
      let header = try #require(records.first)
      #expect(header == file.columns, "\(file.fileName)")
      #expect(records.count > 1, "\(file.fileName) has no rows")
      for (index, column) in file.columns.enumerated() {
        let isFilled = records.dropFirst().contains { !$0[index].isEmpty }
        #expect(isFilled, "\(file.fileName): \(column) is always blank")
      }
    }
  }

  /// Records of RFC 4180, cell by cell.
  private static func records(of text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    for character in text.unicodeScalars {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        records.append(record + [cell])
        record = []
        cell = ""
      default: cell.unicodeScalars.append(character)
      }
    }
    return records
  }
}

extension String {
  /// The path without its last part.
  fileprivate var folderName: String {
    split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }
}
