import MessageHistory
import ResponseMetrics
import TestSupport
import Testing

/// Rows come out in their order, each once, however few of them fit into memory.
@Suite struct BucketedRowsTests {
  private struct Row: FixedRow, Hashable {
    var order: Int64
    var number: Int

    static var scale: BucketScale { BucketScale(digits: 4) }
    static var bucketCount: Int { 900 }
  }

  private func rows(_ count: Int, using random: inout SeededGenerator) -> [Row] {
    let greatest = random.element(of: [3, 1_000, 1_000_000_000]) ?? 1
    return (0..<count).map {
      Row(order: Int64(random.number(in: 0..<greatest)) * 1_000, number: $0)
    }
  }

  /// All rows in their order, and in none.
  private func handedOut(_ runs: BucketedRows<Row>) throws -> (inOrder: [Row], inNone: [Row]) {
    var inOrder: [Row] = []
    var inNone: [Row] = []
    try runs.forEachBlockInOrder { inOrder += $0 }
    try runs.forEachBlock { inNone += $0 }
    return (inOrder, inNone)
  }

  /// Bytes of memory: all rows fit, a few runs do, none does.
  @Test(arguments: [Int.max, 40_000, 2_000, 0], [0, 1, 16, 17, 500, 20_000])
  func rowsComeOutInTheirOrder(bytes: Int, count: Int) throws {
    var random = SeededGenerator(seed: UInt64(count) + UInt64(bytes % 1_000))
    let rows = rows(count, using: &random)
    var runs = BucketedRows<Row>(bytes: bytes)
    for row in rows { runs.append(row) }
    runs.close()
    #expect(runs.count == count)
    let found = try handedOut(runs)
    #expect(found.inOrder.map(\.order) == rows.map(\.order).sorted(), "\(random)")
    #expect(Set(found.inOrder) == Set(rows), "\(random)")
    #expect(Set(found.inNone) == Set(rows) && found.inNone.count == count, "\(random)")
    for order in Set(rows.prefix(5).map(\.order) + [-1, .max - 1]) {
      var ofOrder: [Row] = []
      try runs.forEachBlock(ofOrder: order) { ofOrder += $0 }
      #expect(Set(ofOrder) == Set(rows.filter { $0.order == order }), "\(random)")
    }
  }

  @Test(arguments: [Int.max, 2_000], [1, 2])
  func rowsArePutInOrderWhereTheyLie(bytes: Int, workers: Int) throws {
    var random = SeededGenerator(seed: UInt64(workers))
    let rows = rows(20_000, using: &random)
    var runs = BucketedRows<Row>(bytes: bytes)
    for row in rows { runs.append(row) }
    runs.close()
    let counts = try runs.putInOrder(workers: workers, from: 0) { $0 += $1.count }
    #expect(counts.count == workers && counts.reduce(0, +) == rows.count)
    let found = try handedOut(runs)
    #expect(found.inOrder.map(\.order) == rows.map(\.order).sorted(), "\(random)")
    #expect(Set(found.inOrder) == Set(rows) && Set(found.inNone) == Set(rows), "\(random)")
  }

  @Test func workersRowsComeOutAsOne() throws {
    var random = SeededGenerator(seed: 4_711)
    let rows = rows(3_000, using: &random)
    var workers = [0, 2_000, Int.max].map { BucketedRows<Row>(bytes: $0) }
    for row in rows { workers[random.number(in: 0..<workers.count)].append(row) }
    var all = BucketedRows<Row>()
    for index in workers.indices { all.merge(&workers[index]) }
    all.close()
    #expect(all.count == rows.count)
    let found = try handedOut(all).inOrder
    #expect(found.map(\.order) == rows.map(\.order).sorted(), "\(random)")
    #expect(Set(found) == Set(rows), "\(random)")
  }

  /// What cannot be kept is an error when rows are asked for, and no row is handed out without the
  /// others.
  @Test func aFileThatCannotBeMadeIsAnErrorWhereRowsAreHandedOut() throws {
    let folder = try TemporaryFolder().path + "not-there"
    var runs = BucketedRows<Row>(bytes: 0, folder: folder)
    for number in 0..<100 { runs.append(Row(order: 1, number: number)) }
    runs.close()
    var all = BucketedRows<Row>()
    all.merge(&runs)
    let error = MessageHistoryError.cannotSpill(folder: folder, code: 2)
    #expect(throws: error) { try handedOut(all) }
    #expect(throws: error) { try all.forEachBlock(ofOrder: 1) { _ in } }
  }
}
