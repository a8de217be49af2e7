import Glibc

/// The records of one worker that did not fit into memory: a file of runs, and where in it those of
/// each partition lie.
///
/// A run is what the worker held when its share of memory was full, one partition after the other,
/// so that it is written from its first byte to its last. Later each partition is in one worker's
/// hands, who may write over its own stretches.
final class SpilledRecords: Sendable {
  /// Neighbouring records of one partition: bytes of the file, half-open.
  typealias Stretch = Range<Int>

  /// One run's stretches, in little memory: there may be thousands of partitions and many runs.
  struct Run: Sendable {
    /// Byte of the run's first record.
    fileprivate let start: Int
    /// By partition, how many records of the run stand before its own; last, all.
    fileprivate let recordsBefore: [UInt32]

    /// - Parameters:
    ///   - start: byte of the run's first record.
    ///   - counts: the records by partition, fewer than 2³² together.
    init(start: Int, counts: some Sequence<Int>) {
      self.start = start
      var before: [UInt32] = [0]
      var sum = 0
      for count in counts {
        sum += count
        before.append(UInt32(sum))
      }
      recordsBefore = before
    }

    fileprivate func stretch(of partition: Int) -> Stretch {
      let stride = MemoryLayout<MessageRecord>.stride
      return start + Int(recordsBefore[partition]) * stride..<start + Int(
        recordsBefore[partition + 1]) * stride
    }
  }

  private let spool: Spool
  private let runs: [Run]

  init(spool: Spool, runs: [Run]) {
    self.spool = spool
    self.runs = runs
  }

  /// Where a partition's records lie, in the order of the bytes.
  func stretches(of partition: Int) -> some Sequence<Stretch> {
    runs.lazy.map { $0.stretch(of: partition) }.filter { !$0.isEmpty }
  }

  /// How many records of a partition there are.
  func count(in partition: Int) -> Int {
    runs.reduce(0) { $0 + $1.stretch(of: partition).count } / MemoryLayout<MessageRecord>.stride
  }

  /// Fills `room` with the bytes of a stretch.
  func read(
    _ stretch: Stretch, into room: UnsafeMutableRawBufferPointer
  ) throws(MessageHistoryError) {
    let count: Int
    do throws(ReadFailure) {
      count = try spool.read(into: room, at: stretch.lowerBound)
    } catch {
      throw spool.failure(code: error.code)
    }
    // Nobody else has the file, but a failing disk may give less than was written.
    guard count == room.count else { throw spool.failure(code: EIO) }
  }

  /// Writes other records over those of a stretch.
  func write(
    _ bytes: UnsafeRawBufferPointer, to stretch: Stretch
  ) throws(MessageHistoryError) {
    try spool.write(bytes, at: stretch.lowerBound)
  }
}
