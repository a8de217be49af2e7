import MessageHistory
import Testing

struct RowFetcherTests {
  /// Rows of very different lengths in two files, and the raw text of each by its instant.
  private let read: SettledHistory
  private var raws: [Int64: String] = [:]

  init() throws {
    var files: [[UInt8]] = []
    var number: Int64 = 0
    for lineEnd in ["\n", "\r\n"] {
      var text = "conversation_id,timestamp,direction,sender_name,employee_name,text" + lineEnd
      for length in [0, 10, 5_000, 1, 300_000, 4_095, 2, 33_000] + Array(repeating: 40, count: 120)
      {
        number += 1
        let cell = String(repeating: "a\n", count: length)
        let raw = " c\(number % 9) ,\(number),\(number % 2 == 0 ? "in" : "out"),S,E,\"\(cell)\"\"\""
        raws[number] = raw
        text += raw + lineEnd
      }
      files.append(Array(text.utf8))
    }
    read = try HistoryReading().read(files)
  }

  private func expectAllRows(in order: [Int], _ comment: Comment) throws {
    var fetcher = RowFetcher(inputs: read.history.inputs)
    var wrong: [Int] = []
    for index in order {
      let raw = try fetcher.withRow(at: read.places[index]) { $0.raw }
      let written = raws[read.rows[index].seconds, default: "?"]
      if !raw.elementsEqual(written.utf8) { wrong.append(index) }
    }
    #expect(wrong.isEmpty, comment)
  }

  @Test func findsEveryRowInTheOrderOfTheFiles() throws {
    #expect(read.rows.count == raws.count)
    let sorted = read.places.indices.sorted { read.places[$0] < read.places[$1] }
    try expectAllRows(in: sorted, "sorted")
    try expectAllRows(in: sorted.reversed(), "backwards")
  }

  @Test func findsEveryRowInAnyOrder() throws {
    var random = SplitMix(seed: 5)
    try expectAllRows(in: read.places.indices.shuffled(using: &random), "seed 5")
  }

  @Test func handsOutTrimmedCellsAndTheSenderOfTheDirection() throws {
    var fetcher = RowFetcher(inputs: read.history.inputs)
    for (row, place) in zip(read.rows, read.places).prefix(4) {
      let found = try fetcher.withRow(at: place) {
        ($0.cell(.conversationID), $0.sender.id, $0.sender.name, $0.cell(.rating))
      }
      #expect(found.0 == Array("c\(row.seconds % 9)".utf8))
      #expect(found.1 == [])
      #expect(found.2 == Array((row.seconds % 2 == 0 ? "S" : "E").utf8))
      #expect(found.3 == [])
    }
  }
}
