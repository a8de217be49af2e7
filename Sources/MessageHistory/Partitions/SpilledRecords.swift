import Glibc

/// The records of one worker that did not fit into memory: a file of runs, and where in it those of
/// each partition lie.
///
/// A run is what the worker held when its share of memory was full, one partition after the other,
/// so that it is written from its first byte to its last.
final class SpilledRecords: Sendable {
  /// Records of one partition, packed: bytes of the file, half-open.
  typealias Stretch = Range<Int>

  /// One run's stretches, in little memory: there may be thousands of partitions and many runs.
  struct Run: Sendable {
    /// Byte of the run's first record.
    fileprivate let start: Int
    /// By partition, how many words of 8 bytes of the run stand before its own; last,
    /// all.
    private var wordsBefore: [UInt32] = [0]

    /// - Parameter start: byte of the run's first record.
    init(start: Int) {
      self.start = start
    }

    /// Goes on with the next partition, whose stretch has so many bytes, a multiple of 8; of all
    /// there are fewer than 2³⁵.
    mutating func add(_ size: Int) {
      wordsBefore.append((wordsBefore.last ?? 0) + UInt32(size / 8))
    }

    var partitions: Int { wordsBefore.count - 1 }

    fileprivate func stretch(of partition: Int) -> Stretch {
      stretch(of: partition..<partition + 1)
    }

    fileprivate func stretch(of partitions: Range<Int>) -> Stretch {
      start + Int(wordsBefore[partitions.lowerBound]) * 8..<start + Int(
        wordsBefore[partitions.upperBound]) * 8
    }
  }

  private let spool: Spool
  private let runs: [Run]
  /// So many partitions that follow one another are given back together: alone they are a few pages.
  private let partitionsOfGroup: Int
  /// By group, how many of its partitions are given up.
  private let givenUp: Locked<[Int]>

  private static let mostGroups = 64

  init(spool: Spool, runs: [Run]) {
    self.spool = spool
    self.runs = runs
    let partitions = runs.first?.partitions ?? 0
    partitionsOfGroup = max(1, partitions / Self.mostGroups)
    givenUp = Locked(Array(repeating: 0, count: Self.mostGroups))
  }

  /// Where a partition's records lie, in the order of the bytes.
  func stretches(of partition: Int) -> some Sequence<Stretch> {
    runs.lazy.map { $0.stretch(of: partition) }.filter { !$0.isEmpty }
  }

  /// Gives a partition up, of which nothing will be read any more; to be called once for each.
  ///
  /// The system has its room back while others are still read: what it need not write to the device
  /// before costs nothing, and what it has written costs long.
  func giveUp(_ partition: Int) {
    let group = partition / partitionsOfGroup
    let isWhole = givenUp.withLock { givenUp in
      givenUp[group] += 1
      return givenUp[group] == partitionsOfGroup
    }
    guard isWhole else { return }
    let first = group * partitionsOfGroup
    spool.releaseMeanwhile(
      runs.map { $0.stretch(of: first..<first + partitionsOfGroup) }.filter { !$0.isEmpty })
  }

  /// Fills `room` with the bytes of a stretch.
  ///
  /// - Returns: what lies in them.
  func read(
    _ stretch: Stretch, into room: UnsafeMutableRawBufferPointer
  ) throws(MessageHistoryError) -> [PackedRecords] {
    let count: Int
    do throws(ReadFailure) {
      count = try spool.read(into: room, at: stretch.lowerBound)
    } catch {
      throw spool.failure(code: error.code)
    }
    // Nobody else has the file, but a failing disk may give other bytes than were written, or less.
    guard count == room.count,
      let records = PackedRecords.all(in: UnsafeRawBufferPointer(room))
    else {
      throw spool.failure(code: EIO)
    }
    return records
  }
}
