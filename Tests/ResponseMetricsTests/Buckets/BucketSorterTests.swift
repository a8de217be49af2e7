import MessageHistory
import TestSupport
import Testing

@testable import ResponseMetrics

/// Rows of a bucket come out in their order, in however many parts they are sorted.
@Suite struct BucketSorterTests {
  private struct Row: FixedRow, Hashable {
    var order: Int64
    var number: Int

    static var scale: BucketScale { BucketScale(digits: 4) }
    static var bucketCount: Int { 900 }
  }

  @Test(arguments: [1, 10, 100, 1_000], [1, 2, 40, 1_000_000])
  func rowsOfOnePartAfterTheOtherAscend(mostRows: Int, orders: Int) throws {
    var random = SeededGenerator(seed: UInt64(mostRows + orders))
    let rows = (0..<800).map {
      Row(order: Int64(random.number(in: 0..<orders)), number: $0)
    }
    var sorter = BucketSorter<Row>(mostRows: mostRows)
    var found: [Row] = []
    var passes = 0
    try sorter.handOut(
      rows.count,
      { body throws(MessageHistoryError) in
        passes += 1
        rows[..<300].withUnsafeBufferPointer(body)
        rows[300...].withUnsafeBufferPointer(body)
      },
      { found += $0 })
    #expect(found.map(\.order) == rows.map(\.order).sorted(), "\(random)")
    #expect(Set(found) == Set(rows), "\(random)")
    #expect((passes == 1) == (mostRows >= rows.count), "they are read \(passes) times")
    // Once to be parted, and once for each part; some parts have more than twice their share.
    if mostRows >= 10, orders >= 1_000_000 {
      #expect(passes <= 1 + 3 * rows.count / mostRows, "they are read \(passes) times")
    }
  }

  /// Numbers of stretches ascend with the orders in them.
  @Test func lesserOrdersHaveNoGreaterNumber() {
    for scale in [BucketScale(digits: 5), BucketScale(digits: 6, cut: 17)] {
      let orders = (0..<62).flatMap { bit in [-1, 0, 1].map { (1 << bit as Int64) + $0 } }.sorted()
      let numbers = orders.map { scale.bucket(of: $0) }
      #expect(numbers == numbers.sorted())
    }
    #expect((0..<5_000).allSatisfy { BucketScale(digits: 32).bucket(of: $0) == Int($0) })
    #expect(WaitRow.scale.bucket(of: 1 << 49 - 1) == WaitRow.bucketCount - 1)
    #expect(ContactRow.scale.bucket(of: 1 << 24 - 1) == ContactRow.bucketCount - 1)
  }
}
