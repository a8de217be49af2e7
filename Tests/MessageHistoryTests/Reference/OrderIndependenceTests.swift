import MessageHistory
import Testing

/// The order of rows and files, and who reads them, changes nothing.
struct OrderIndependenceTests {
  private func expectSame(_ read: SettledHistory, _ expected: SettledHistory, _ comment: Comment) {
    #expect(read.rows.map(\.withoutText) == expected.rows.map(\.withoutText), comment)
    #expect(Set(read.rows) == Set(expected.rows), comment)
    #expect(read.texts.sorted() == expected.texts.sorted(), comment)
    #expect(read.history.duplicates == expected.history.duplicates, comment)
    #expect(read.totals == expected.totals, comment)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func distinctRowsMayBeShuffledAndSplitIntoFiles(seed: UInt64) throws {
    var random = RandomHistory(seed: seed)
    let rows = random.distinctRows(60)
    let columns = Column.allCases.filter { $0 != .employeeID && $0 != .employeeName }
    let expected = try HistoryReading().read([Array(random.text(rows, columns: columns).utf8)])
    #expect(expected.rows.count == 60, "seed \(seed)")
    for round in 1...6 {
      let files = random.split(rows, columns: columns).map { Array($0.utf8) }
      expectSame(
        try HistoryReading(workers: round % 3 + 1).read(files), expected,
        "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func rowsThatRepeatMayBeShuffledWithinTheirFilesAndFilesToo(seed: UInt64) throws {
    var random = RandomHistory(seed: seed)
    let few = random.distinctRows(8)
    var parts = (0..<3).map { _ in
      (0..<20).compactMap { _ in random.shuffled(few).first }
    }
    // Equal rows of one id replace each other without a trace.
    let columns = Column.allCases
    let files = { (parts: [[[Column: String]]], random: inout RandomHistory) in
      parts.map { Array(random.text($0, columns: columns).utf8) }
    }
    let expected = try HistoryReading().read(files(parts, &random))
    #expect(expected.history.duplicates.wholeRow > 0, "seed \(seed)")
    for round in 1...6 {
      parts = random.shuffled(parts.map { random.shuffled($0) })
      expectSame(
        try HistoryReading(workers: round % 3 + 1).read(files(parts, &random)), expected,
        "seed \(seed), round \(round)")
    }
  }

  @Test func anyNumberOfWorkersWalksOverTheSameRows() throws {
    // About three blocks, so that the workers have something to share.
    var random = SplitMix(seed: 99)
    let wide = String(repeating: "w", count: 900)
    var text = "conversation_id,timestamp,direction,message_id,sender_name,text\n"
    for row in 0..<3_000 {
      let conversation = Int.random(in: 0..<400, using: &random)
      let instant = Int.random(in: 0..<100, using: &random)
      let id = Int.random(in: 0..<20, using: &random)
      text += "c\(conversation),\(instant),\(row % 2 == 0 ? "in" : "out"),m\(id),n\(id),\(wide)\n"
    }
    let files = [Array(text.utf8), Array(text.utf8.prefix(1_200_000))]
    let reads = try (1...3).map { workers in
      let read = try HistoryReading(workers: workers).read(files)
      let walked = try read.history.walk(workers: workers, from: 0) { $0 += $1.count }
      #expect(walked.count == workers)
      #expect(walked.reduce(0, +) == read.rows.count, "\(workers) workers")
      return read
    }
    for read in reads.dropFirst() { expectSame(read, reads[0], "seed 99") }
    #expect(reads[0].history.duplicates.withID > 1_000)
  }
}
