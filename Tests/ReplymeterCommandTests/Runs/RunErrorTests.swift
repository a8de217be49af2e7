import DelimitedText
import Glibc
import MessageHistory
import Templates
import Testing

@testable import ReplymeterCommand

struct RunErrorTests {
  /// What an error of a history ends the program with.
  private static let statuses: [(MessageHistoryError, ReplymeterCommand.ExitStatus)] = [
    (.cannotOpen(path: "a", code: EACCES), .inputUnreadable),
    (.cannotRead(path: "a", byte: 0, code: EIO), .inputUnreadable),
    (.changedWhileRead(path: "a"), .inputUnreadable),
    (.cannotSpool(folder: "a", code: ENOSPC), .cannotWrite),
    (.cannotSpill(folder: "a", code: ENOSPC), .cannotWrite),
    (.emptyFile(path: "a"), .inputNotUnderstood),
    (.notText(path: "a", byte: 7), .inputNotUnderstood),
    (.noUsableTimestamp(path: "a", rows: 1, datesAlone: 0), .inputNotUnderstood),
    (.noKnownDirection(path: "a", rows: 1, words: []), .inputNotUnderstood),
    (.recordTooLong(path: "a", byte: 0, limit: 1, missing: .quote), .inputNotUnderstood),
    (.tooManyBytes(count: 2, limit: 1), .inputNotUnderstood),
  ]

  @Test(arguments: statuses)
  func keepsTheWordingOfAHistoryAndGivesItAStatus(
    error: MessageHistoryError, status: ReplymeterCommand.ExitStatus
  ) {
    #expect(RunError(error) == RunError(status, error.message))
  }

  @Test func keepsARunError() {
    let error = RunError(.cannotWrite, "report: error: this is a file; name a folder")
    #expect(RunError(error as any Error) == error)
  }

  @Test func aWrongTemplateIsAWrongConfiguration() throws {
    let error = try #require(throws: TemplateError.self) {
      try Template(parsing: "a\n{{#b}}", name: "own.csv")
    }
    let told = RunError(error)
    #expect(told.status == .configuration)
    #expect(told.message.hasPrefix("own.csv:2:1: error: "))
  }

  @Test func aWrongConfigurationTellsItsPlace() throws {
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration(reading: Array("silence: long".utf8), file: "replymeter.yml")
    }
    let told = RunError(error)
    #expect(told.status == .configuration)
    #expect(told.message.hasPrefix("replymeter.yml:1:10: error: "))
  }

  @Test func anErrorThatNobodyForesawIsOurs() {
    struct Surprise: Error {}
    #expect(RunError(Surprise()) == RunError(.internalError, "error: Surprise()"))
  }

  @Test func statusesAreThoseOfTheManual() {
    let all: [ReplymeterCommand.ExitStatus] = [
      .success, .conditionHolds, .usage, .inputNotUnderstood, .inputUnreadable, .internalError,
      .cannotWrite, .temporaryFailure, .configuration,
    ]
    #expect(all.map(\.rawValue) == [0, 1, 64, 65, 66, 70, 73, 75, 78])
  }
}
