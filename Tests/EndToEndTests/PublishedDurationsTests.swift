import Foundation
import TestSupport
import Testing

/// Response times against those that the authors of a public data set printed themselves.
///
/// The folder of the environment variable `REPLYMETER_TEST_DATA` holds `ibm-care/messages.csv` and
/// `ibm-care/expected_durations.csv`. Their durations lack whole days, and those of ten days and
/// more carry a minus sign; a few are of other messages.
struct PublishedDurationsTests {
  private static let data = ProcessInfo.processInfo.environment["REPLYMETER_TEST_DATA"]

  /// How a printed duration stands to ours.
  private enum Agreement: Hashable {
    case equal
    /// Equal but for whole days that the printed one lacks.
    case equalButForDays
    /// The same with a minus sign before it.
    case equalButForDaysAndSign
    case different
  }

  @Test(
    .enabled(
      if: data != nil, "set REPLYMETER_TEST_DATA to a folder with ibm-care/messages.csv"))
  func agreesWithThePublishedDurations() throws {
    let folder = try #require(Self.data) + "/ibm-care/"
    let place = try TemporaryFolder()
    let outcome = try RunningTool.run(
      [
        "report", folder + "messages.csv", "--output", place.path + "/report", "--format", "csv",
        "--quiet",
      ], in: place.path)
    #expect(outcome == RunningTool.Outcome(status: 0, output: "", errors: ""))

    let durations = try Self.entries(folder + "expected_durations.csv")
    let published = Dictionary(
      uniqueKeysWithValues: durations.map { ($0["conversation_id"] ?? "", $0["duration"] ?? "") })
    let messages = try Self.entries(folder + "messages.csv")
    let counts = Dictionary(grouping: messages) { $0["conversation_id"] ?? "" }
    let openers = try ReportFolder(path: place.path + "/report").entries("openers")
      .filter { counts[$0["conversation_id"] ?? ""]?.count == 2 }
    #expect(openers.count == 883)
    #expect(openers.allSatisfy { $0["state"] == "answered" })

    let agreements = try openers.map { opener in
      let text = try #require(published[opener["conversation_id"] ?? ""])
      let own = PlainNumbers.milliseconds(opener["first_response_seconds"] ?? "")
      return Self.agreement(of: text, with: try #require(own) / 1000)
    }
    let found = Dictionary(agreements.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(
      found == [
        .equal: 728, .equalButForDays: 113, .equalButForDaysAndSign: 34, .different: 8,
      ])
  }

  /// A printed `hh:mm:ss.f` or `-hh:mm:ss.` beside seconds of ours.
  private static func agreement(of printed: String, with seconds: Int) -> Agreement {
    let isNegative = printed.hasPrefix("-")
    let numbers = printed.drop { $0 == "-" }.prefix(8).split(separator: ":").compactMap { Int($0) }
    guard numbers.count == 3 else { return .different }
    let duration = numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
    if !isNegative, duration == seconds { return .equal }
    guard duration == seconds % 86_400 else { return .different }
    return isNegative ? .equalButForDaysAndSign : .equalButForDays
  }

  private static func entries(_ path: String) throws -> [[String: String]] {
    let bytes = try Data(contentsOf: URL(filePath: path))
    return PlainTable(String(decoding: bytes, as: UTF8.self)).entries
  }
}
