import MessageHistory
import TestSupport
import Testing

@testable import Reports

/// Texts of rows anywhere in a file are those of the rows, however long and far apart these are.
@Suite struct RowTextsTests {
  /// A file of rows with one id each, and where the rows begin.
  private struct Rows {
    var csv = "conversation_id,timestamp,direction,text\n"
    var ids: [String] = []
    var starts: [Int] = []

    /// Rows of up to some kibibytes, and one that no window holds at first.
    init(count: Int, using random: inout SeededGenerator) {
      for number in 0..<count {
        ids.append("c\(number)")
        starts.append(csv.utf8.count)
        let size = number == count / 2 ? 70_000 : random.number(in: 0..<2_000)
        csv += "c\(number),2026-11-03T08:00:00Z,inbound,\(String(repeating: "x", count: size))\n"
      }
    }
  }

  @Test(arguments: [1, 3]) func textsAreThoseOfTheirRows(workers: Int) throws {
    var random = SeededGenerator(seed: UInt64(workers))
    let rows = Rows(count: 2_500, using: &random)
    let folder = try TemporaryFolder()
    let file = try InputFile(path: folder.write(rows.csv, to: "h.csv"), name: "h.csv")
    let input = try PreparedInput(file, settings: InputSettings(clock: .utc))
    // Some twice, most not at all, in no order.
    let wanted = (0..<2_200).map { _ in random.number(in: 0..<rows.ids.count) } + [1_250]
    let requests = TextRequests(
      count: wanted.count, from: [.conversationID, .direction],
      at: { Place(rows.starts[wanted[$0]]) },
      first: { _, row, bytes in row.append(.conversationID, to: &bytes) },
      second: { number, row, bytes in
        row.append(.direction, to: &bytes)
        bytes += Array("\(number)".utf8)
      })
    let texts = try RowTexts(requests, of: PreparedInputs([input]), workers: workers)
    for (number, row) in wanted.enumerated() {
      #expect(String(decoding: texts.first(number), as: UTF8.self) == rows.ids[row], "\(random)")
      #expect(String(decoding: texts.second(number), as: UTF8.self) == "inbound\(number)")
    }
  }

  @Test func aFileThatChangesIsNoticed() throws {
    var random = SeededGenerator(seed: 5)
    let rows = Rows(count: 50, using: &random)
    let folder = try TemporaryFolder()
    let path = try folder.write(rows.csv, to: "h.csv")
    let file = try InputFile(path: path, name: "h.csv")
    let input = try PreparedInput(file, settings: InputSettings(clock: .utc))
    _ = try folder.write(rows.csv + "more\n", to: "h.csv")
    let requests = TextRequests(
      count: 1, at: { _ in Place(rows.starts[3]) }, first: { _, _, _ in },
      second: { _, _, _ in })
    #expect(throws: MessageHistoryError.changedWhileRead(path: "h.csv")) {
      try RowTexts(requests, of: PreparedInputs([input]), workers: 1)
    }
  }
}
