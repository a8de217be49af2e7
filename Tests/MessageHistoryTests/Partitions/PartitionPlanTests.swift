import Testing

@testable import MessageHistory

struct PartitionPlanTests {
  private static let mebibyte = 1 << 20

  @Test(
    "a partition fits into a cache, and no worker's share is passed",
    arguments: [
      // Unbounded: 8 MiB of input a partition, at most 4,096 of them.
      (bytes: 0, workers: 1, memory: Int.max, bits: 0),
      (bytes: 8 * mebibyte - 1, workers: 2, memory: .max, bits: 0),
      (bytes: 8 * mebibyte, workers: 2, memory: .max, bits: 1),
      (bytes: 2_000_000_000, workers: 2, memory: .max, bits: 8),
      (bytes: 1 << 42, workers: 2, memory: .max, bits: 12),
      // Half a gibibyte for records: 20 GB are read in partitions of about 1.9 MiB.
      (bytes: 20_000_000_000, workers: 2, memory: 512 * mebibyte, bits: 12),
      // 1.8 TB of records, 27 MB a partition and worker, three times, for two: more than 2²⁷.
      (bytes: 1 << 42, workers: 2, memory: 512 * mebibyte, bits: 16),
      // Blocks of 640 bytes for each of two workers fill half of 32 MiB.
      (bytes: 1 << 42, workers: 2, memory: 32 * mebibyte, bits: 13),
      (bytes: 1 << 20, workers: 1, memory: 40 << 10, bits: 5),
      (bytes: 1 << 20, workers: 1, memory: 1, bits: 0),
    ])
  func partitions(bytes: Int, workers: Int, memory: Int, bits: Int) {
    let plan = PartitionPlan(bytes: bytes, workers: workers, memory: memory)
    #expect(plan.partitionBits == bits)
    #expect(plan.partitions == 1 << bits)
    #expect(plan.recordsOfBlock >= 16 && plan.recordsOfBlock <= 1_638)
    #expect(plan.recordsOfWorker >= plan.recordsOfBlock)
    #expect(plan.expectsSpilling == (bytes / 5 * 2 > memory))
    if memory >= 16 * 40 * workers { #expect(plan.recordsOfWorker * 40 * workers <= memory) }
  }

  @Test func aRunHasFewerRecordsThanItsIndexCanCount() {
    let plan = PartitionPlan(bytes: 1, workers: 1, memory: .max)
    #expect(plan.recordsOfWorker == 1 << 29)
  }
}
