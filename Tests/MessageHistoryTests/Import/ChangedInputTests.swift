import Glibc
import MessageHistory
import Testing

/// Inputs that do not stay as they were when they were opened.
struct ChangedInputTests {
  private static let text = "conversation_id,timestamp,direction\nc,1,in\nc,2,in\n"
  private static let changed = MessageHistoryError.changedWhileRead(path: "0.csv")

  private let folder: TemporaryFolder
  private let inputs: [PreparedInput]

  init() throws {
    folder = try TemporaryFolder()
    inputs = try HistoryReading().prepare([Array(Self.text.utf8)], in: folder)
  }

  @Test(arguments: [1, 3])
  func aFileThatGrowsBeforeItIsReadIsAnError(workers: Int) throws {
    try folder.append("c,3,in\n", to: "0.csv")
    #expect(throws: Self.changed) { try HistoryReading(workers: workers).history(of: inputs) }
  }

  @Test func aFileThatShrinksBeforeItIsReadIsAnError() throws {
    #expect(truncate(folder.path + "/0.csv", 40) == 0)
    #expect(throws: Self.changed) { try HistoryReading().history(of: inputs) }
  }

  @Test func aFileWrittenAnewInPlaceIsAnErrorThoughItsSizeIsTheSame() throws {
    let times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, folder.path + "/0.csv", times, 0) == 0)
    #expect(throws: Self.changed) { try HistoryReading().history(of: inputs) }
  }

  @Test func aFileReplacedByAnotherOneIsAnError() throws {
    #expect(unlink(folder.path + "/0.csv") == 0)
    _ = try folder.write(Array(Self.text.utf8), to: "0.csv")
    #expect(throws: Self.changed) { try HistoryReading().history(of: inputs) }
  }

  @Test func aRowIsNotFetchedFromAFileThatChangedSince() throws {
    let read = try HistoryReading().read(inputs)
    try folder.append("c,3,in\n", to: "0.csv")
    var fetcher = RowFetcher(inputs: PreparedInputs(inputs))
    #expect(throws: Self.changed) { try fetcher.withRow(at: read.places[0]) { $0.raw } }
  }

  @Test func theErrorOfTheFirstInputThatFailsIsTheSameForAnyNumberOfWorkers() throws {
    let more = try HistoryReading().prepare(
      [[UInt8]](repeating: Array(Self.text.utf8), count: 3), in: TemporaryFolder())
    try folder.append("c,3,in\n", to: "0.csv")
    for workers in 1...3 {
      #expect(throws: Self.changed) {
        try HistoryReading(workers: workers).history(of: [more[1]] + inputs + [more[2]] + inputs)
      }
    }
  }
}
