import Glibc
import TestSupport
import Testing

@testable import MessageHistory

struct SpilledRecordsTests {
  private static let sizeOfStretch = 64 << 10

  /// Bytes that a file takes of the device or, until they are written, of memory.
  private static func room(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_blocks) * 512 : -1
  }

  /// Two runs of stretches of so many partitions.
  private static func records(partitions: Int, at path: String) throws -> SpilledRecords {
    let spool = Spool(OpenDescriptor(open(path, O_RDWR)), folder: "", for: .records)
    let stretch = [UInt8](repeating: 7, count: sizeOfStretch)
    let runs = try (0..<2).map { _ in
      var run = SpilledRecords.Run(start: spool.count)
      for _ in 0..<partitions {
        try stretch.withUnsafeBytes { try spool.append($0) }
        run.add(stretch.count)
      }
      return run
    }
    return SpilledRecords(spool: spool, runs: runs)
  }

  /// In whatever order: the system has the room of neighbours back once all of them are given up.
  @Test(arguments: [(partitions: 1, ofGroup: 1), (64, 1), (128, 2)])
  func givesTheRoomOfPartitionsBack(partitions: Int, ofGroup: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([], to: "records")
    let records = try Self.records(partitions: partitions, at: path)
    let all = 2 * partitions * Self.sizeOfStretch
    #expect(Self.room(of: path) >= all)
    for partition in (0..<partitions).reversed() where partition % ofGroup > 0 {
      records.giveUp(partition)
    }
    usleep(20_000)
    #expect(Self.room(of: path) >= all)
    for partition in stride(from: 0, to: partitions, by: ofGroup) { records.giveUp(partition) }
    for _ in 0..<10_000 where Self.room(of: path) > 0 { usleep(1_000) }
    #expect(Self.room(of: path) == 0)
  }
}
