import Glibc
import Testing

@testable import MessageHistory

/// Histories whose records do not fit into the memory that they may take.
struct SpillingTests {
  /// Opens temporary files and counts them.
  private final class Spools: Sendable {
    private let count = Locked(0)

    var opened: Int { count.withLock { $0 } }

    func make() throws(MessageHistoryError) -> Spool {
      count.withLock { $0 += 1 }
      return try Spool(folder: Spool.usualFolder, for: .records)
    }
  }

  private func history(
    _ inputs: [PreparedInput], workers: Int, memory: Int, settlesAtOnce: Bool = true,
    makeSpool: @escaping PartitionedRecords.SpoolMaker
  ) throws -> History {
    try HistoryReader(
      inputs: inputs, tables: HistoryTables(hash: KeyedHash(secret: 17)), workers: workers,
      memory: MemoryBudget(bytes: memory), settlesAtOnce: settlesAtOnce, makeSpool: makeSpool
    ).read()
  }

  /// Files with doubles, one row in all of them, repeated ids and rows of equal instants; `wide` fills several blocks.
  private static func files(seed: UInt64, rows: Int, wide: Int = 0) -> [[UInt8]] {
    var random = SplitMix(seed: seed)
    let text = String(repeating: "w", count: wide)
    var shared = ""
    return (0..<3).map { _ in
      var file = "conversation_id,timestamp,direction,message_id,sender_name,page,text\n"
      for _ in 0..<rows {
        let conversation = Int.random(in: 0..<rows / 4, using: &random)
        let instant = Int.random(in: 0..<200, using: &random)
        let id = Int.random(in: 0..<6, using: &random)
        let direction = Bool.random(using: &random) ? "in" : "out"
        file += "c\(conversation),\(instant),\(direction),\(id == 0 ? "" : "m\(id)"),n\(id % 3),"
        file += "p\(conversation % 3),\(text)\n"
        if shared.isEmpty, id == 0 {
          shared = String(file.split(separator: "\n").last ?? "") + "\n"
        }
      }
      return Array((file + shared).utf8)
    }
  }

  // MARK: The same history

  @Test(arguments: [
    (seed: 1, rows: 300, wide: 0), (seed: 2, rows: 100, wide: 0), (seed: 3, rows: 1_500, wide: 900),
  ])
  func anyBudgetAndNumberOfWorkersGivesTheSameHistory(seed: UInt64, rows: Int, wide: Int) throws {
    let folder = try TemporaryFolder()
    let inputs = try HistoryReading().prepare(
      Self.files(seed: seed, rows: rows, wide: wide), in: folder)
    let expected = try SettledHistory(
      history(inputs, workers: 1, memory: .max, makeSpool: Spools().make))
    #expect(expected.history.duplicates.withID > 0 && expected.history.duplicates.wholeRow > 0)
    for memory in [1, 4_096, 24_000, 64_000, 1 << 30] {
      for workers in 1...3 {
        let comment: Comment = "seed \(seed), \(memory) bytes, \(workers) workers"
        let spools = Spools()
        let read = try SettledHistory(
          history(inputs, workers: workers, memory: memory, makeSpool: spools.make))
        if memory <= 4_096 { #expect(spools.opened == workers, comment) }
        if memory == 1 << 30 { #expect(spools.opened == 0, comment) }
        #expect(read.rows == expected.rows, comment)
        #expect(read.places == expected.places, comment)
        #expect(read.contactKeys == expected.contactKeys, comment)
        #expect(read.history.duplicates == expected.history.duplicates, comment)
        #expect(read.history.span == expected.history.span, comment)
      }
    }
  }

  /// By whether duplicates hold the oldest and the newest instant.
  @Test(arguments: [false, true], [1_000, .max])
  func theTimesOfRecordsAreSettledByTheFirstWalk(haveOtherTimes: Bool, memory: Int) throws {
    let folder = try TemporaryFolder()
    // Of the rows of an id the one read last counts.
    let moved = haveOtherTimes ? "c1,1,in,m1\nc2,999,in,m2\n" : ""
    let rows = (10..<400).map { "c\($0 % 7),\($0),in,x\($0)\n" }.joined()
    let text = "conversation_id,timestamp,direction,message_id\n" + moved + rows
    let inputs = try HistoryReading().prepare(
      [Array((text + "c1,30,in,m1\nc2,31,in,m2\n").utf8)], in: folder)
    let history = try history(
      inputs, workers: 2, memory: memory, settlesAtOnce: false, makeSpool: Spools().make)
    #expect(history.isInFiles == (memory < .max))
    let settled = Instant(milliseconds: 10_000)...Instant(milliseconds: 399_000)
    #expect(
      history.span
        == (haveOtherTimes
          ? Instant(milliseconds: 1_000)...Instant(milliseconds: 999_000) : settled))
    #expect(history.duplicates == DuplicateCounts())
    for _ in 1...2 {
      #expect(try history.walk(workers: 2, from: 0) { $0 += $1.count }.reduce(0, +) == 392)
      #expect(history.span == settled)
      #expect(history.times.oldestBySlice == [settled.lowerBound])
      #expect(history.duplicates.withID == (haveOtherTimes ? 2 : 0))
    }
  }

  @Test func whatIsAskedOfAHistoryIsTheSameForOneInFiles() throws {
    let folder = try TemporaryFolder()
    let inputs = try HistoryReading().prepare(Self.files(seed: 7, rows: 200), in: folder)
    let expected = try HistoryReading().history(of: inputs)
    let read = try HistoryReading(memory: MemoryBudget(bytes: 8_000)).history(of: inputs)
    #expect(try read.spansByInput() == expected.spansByInput())
    #expect(
      try read.firstMessages(5).map { $0.map(\.place) }
        == expected.firstMessages(5).map { $0.map(\.place) })
    let pages = { (history: History) in history.slices.map { history.pages[Int($0.page)] } }
    #expect(pages(read) == pages(expected))
    for second in [0, 3, 199] {
      let limit = Instant(milliseconds: Int64(second) * 1_000)
      #expect(read.seenSlices(upTo: limit) == expected.seenSlices(upTo: limit))
    }
    // Which row of a conversation comes first does not depend on where it lies.
    #expect(
      try read.conversationPlaces.map { [$0.place.distance(from: Place(0)), $0.slice] }
        == expected.conversationPlaces.map { [$0.place.distance(from: Place(0)), $0.slice] })
  }

  @Test(arguments: [1_000, .max])
  func aConversationIsFoundByItsID(memory: Int) throws {
    let folder = try TemporaryFolder()
    // Far more bytes than records, so that there are several partitions in memory too.
    let inputs = try HistoryReading().prepare(
      Self.files(seed: 8, rows: 300, wide: 10_000), in: folder)
    let history = try history(inputs, workers: 2, memory: memory, makeSpool: Spools().make)
    let read = try SettledHistory(history)
    var found = 0
    for (slice, page) in history.slices.map({ history.pages[Int($0.page)] }).enumerated() {
      for number in 0..<75 {
        let id = "c\(number)"
        let expected = read.rows.filter {
          $0.conversation == id && Array($0.page.utf8) == page
        }.map(\.milliseconds)
        var instants: [Int64] = []
        try history.withConversation(id: Array(id.utf8), slice: slice) { conversation in
          instants = (0..<conversation.count).map { conversation[$0].instant.milliseconds }
        }
        #expect(instants == expected)
        found += instants.count
      }
    }
    #expect(found == read.rows.count)
    #expect(memory < .max || history.partitions.count > 1)
  }

  @Test func theLastWalkGivesTheRecordsUp() throws {
    let folder = try TemporaryFolder()
    let inputs = try HistoryReading().prepare(Self.files(seed: 9, rows: 100), in: folder)
    for memory in [1_000, .max] {
      let history = try history(inputs, workers: 1, memory: memory, makeSpool: Spools().make)
      let count = { (isLast: Bool) in
        try history.walk(workers: 2, from: 0, isLast: isLast) { $0 += $1.count }.reduce(0, +)
      }
      let all = try count(false)
      #expect(all > 0)
      #expect(try count(true) == all)
      #expect(try count(false) == 0)
    }
  }

  // MARK: Failures

  private static let folder = "/records"

  private func inputs(in folder: TemporaryFolder) throws -> [PreparedInput] {
    try HistoryReading().prepare(Self.files(seed: 10, rows: 200), in: folder)
  }

  @Test(arguments: [1, 2, 3])
  func aFullDiskEndsTheReading(workers: Int) throws {
    let folder = try TemporaryFolder()
    let inputs = try inputs(in: folder)
    #expect(throws: MessageHistoryError.cannotSpill(folder: Self.folder, code: ENOSPC)) {
      try history(inputs, workers: workers, memory: 8_000) { () throws(MessageHistoryError) in
        Spool(OpenDescriptor(open("/dev/full", O_RDWR)), folder: Self.folder, for: .records)
      }
    }
  }

  @Test func aFolderThatIsNotThereEndsTheReading() throws {
    let folder = try TemporaryFolder()
    let inputs = try inputs(in: folder)
    let nowhere = folder.path + "/none"
    #expect(throws: MessageHistoryError.cannotSpill(folder: nowhere, code: ENOENT)) {
      try history(inputs, workers: 2, memory: 8_000) { () throws(MessageHistoryError) in
        try Spool(folder: nowhere, for: .records)
      }
    }
  }

  @Test func recordsThatCannotBeReadBackEndTheReading() throws {
    let folder = try TemporaryFolder()
    let inputs = try inputs(in: folder)
    let path = try folder.write([], to: "spill")
    #expect(throws: MessageHistoryError.cannotSpill(folder: Self.folder, code: EBADF)) {
      try history(inputs, workers: 1, memory: 8_000) { () throws(MessageHistoryError) in
        Spool(OpenDescriptor(open(path, O_WRONLY)), folder: Self.folder, for: .records)
      }
    }
  }

  @Test func recordsThatAreLostAfterTheReadingEndTheWalk() throws {
    let folder = try TemporaryFolder()
    let inputs = try inputs(in: folder)
    let path = try folder.write([], to: "spill")
    let history = try history(inputs, workers: 1, memory: 8_000) {
      () throws(MessageHistoryError) in
      Spool(OpenDescriptor(open(path, O_RDWR)), folder: Self.folder, for: .records)
    }
    let size = try #require(FileIdentity(at: path)?.size)
    #expect(size > 8_000)
    #expect(truncate(path, 10) == 0)
    let lost = MessageHistoryError.cannotSpill(folder: Self.folder, code: EIO)
    for workers in 1...2 {
      #expect(throws: lost) { try history.walk(workers: workers, from: 0) { $0 += $1.count } }
    }
    #expect(throws: lost) { try history.conversationPlaces }
    #expect(throws: lost) { try history.spansByInput() }
    #expect(throws: lost) { try history.firstMessages(1) }
    #expect(throws: lost) {
      for number in 0..<50 {
        try history.withConversation(id: Array("c\(number)".utf8), slice: 0) { _ in }
      }
    }
  }
}
