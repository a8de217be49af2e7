/// How many partitions a history's records are scattered over, and what workers may hold of them.
struct PartitionPlan: Sendable, Equatable {
  /// The number of partitions is two to this power, from 0 to 16.
  ///
  /// So many leading bits of a conversation's hash make a partition's number.
  let partitionBits: Int
  /// How many records a worker may hold in memory while it decodes.
  let recordsOfWorker: Int
  /// Whether it looks as if the records will not fit.
  let expectsSpilling: Bool
  /// Records of a block in memory that is used again and again.
  let recordsOfBlock: Int
  /// Records of a partition's first block of a worker where that is not so.
  private let recordsOfFirstBlock: Int

  var partitions: Int { 1 << partitionBits }

  /// Records of the smallest block, of memory that is used again and of other.
  private static let leastBlock = 16
  private static let leastFirstBlock = 64

  /// - Parameters:
  ///   - bytes: the size of all inputs, unpacked.
  ///   - workers: how many there are; at least 1.
  ///   - memory: bytes that the records of all workers may take.
  init(bytes: Int, workers: Int, memory: Int) {
    let stride = MemoryLayout<MessageRecord>.stride
    // Rows have mostly 100 to 300 bytes, so this is rather too much.
    let recordBytes = bytes / 5 * 2
    var bits = 0
    // About two mebibytes fit into a core's cache.
    while bits < 12, bytes >> (bits + 23) > 0 { bits += 1 }
    expectsSpilling = recordBytes > memory
    if expectsSpilling {
      // A worker has a partition packed, unpacked and once more while it is brought into order; the
      // rest is for what the guess is wrong by.
      while bits < 16, (recordBytes >> bits) * 3 * workers > memory / 4 { bits += 1 }
    }
    // Each partition has a block of each worker; that comes first, since otherwise records would be
    // spilled one by one.
    while bits > 0, Self.leastBlock * stride * workers > (memory / 2) >> bits { bits -= 1 }
    partitionBits = bits
    // A run's words of 8 bytes are counted in 32 bits, and a packed record may have seven.
    recordsOfWorker = min(max(memory / workers / stride, Self.leastBlock), 1 << 29)
    recordsOfBlock = min(
      max(recordsOfWorker >> (bits + 3), Self.leastBlock), RecordBuffer.largestBlock)
    // An eighth of what a worker will have of a partition, of rows of 200 bytes.
    recordsOfFirstBlock = min(
      max((bytes / 1600 / workers) >> bits, Self.leastFirstBlock), RecordBuffer.largestBlock)
  }

  /// Records of the block that a worker takes for a partition after so many.
  func sizeOfBlock(after count: Int) -> Int {
    min(max(count, recordsOfFirstBlock), RecordBuffer.largestBlock)
  }
}
