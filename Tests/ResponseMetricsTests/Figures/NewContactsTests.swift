import TestSupport
import Testing

@testable import ResponseMetrics

/// New contacts are those all of whose rows are.
@Suite struct NewContactsTests {
  private struct Row: Hashable {
    var key: UInt64
    var slice: Int
    var isID: Bool
    var isOld: Bool
  }

  /// Keys of one bucket, so that a table holds many, and few enough to meet often; told apart all at
  /// once or in parts.
  @Test(arguments: 1...20 as ClosedRange<UInt64>, [1, 50, 1_000_000])
  func countsAreThoseOfAllRows(seed: UInt64, mostRows: Int) throws {
    var random = SeededGenerator(seed: seed)
    let slices = 3
    let keys = (0..<random.number(in: 1..<400)).map { _ in random.next() >> 7 }
    let rows = (0..<random.number(in: 0..<1_500)).map { _ in
      Row(
        key: keys.randomElement(using: &random) ?? 0, slice: random.number(in: 0..<slices),
        isID: random.chance(percent: 50), isOld: random.chance(percent: 20))
    }
    var gathered = BucketedRows<ContactRow>(bytes: 8_000)
    for row in rows {
      gathered.append(
        ContactRow(key: row.key, isID: row.isID, slice: UInt32(row.slice), isOld: row.isOld))
    }
    gathered.close()
    let expected = (0..<slices).map { slice in
      let old = Set(rows.filter(\.isOld))
      return Set(rows.filter { $0.slice == slice && !$0.isOld }).count {
        var same = $0
        same.isOld = true
        return !old.contains(same)
      }
    }
    #expect(
      try NewContacts.counts(among: gathered, slices: slices, mostRows: mostRows) == expected,
      "\(random)")
  }
}
