/// One worker's way to the records of partitions: reads one after the other, where they lie in files,
/// and settles each.
struct PartitionReader: ~Copyable {
  private var settling: PartitionSettling
  private let packed = RecordRoom()
  private let unpacked = RecordRoom()

  /// - Parameter history: whose partitions are read.
  init(_ history: History) {
    settling = PartitionSettling(
      partitionBits: history.partitions.count.trailingZeroBitCount, inputs: history.inputs,
      traits: history.traits, slices: history.slices.count)
  }

  /// Calls `body` with all records of a partition, settled, which are valid during the call.
  ///
  /// - Parameters:
  ///   - number: the partition's.
  ///   - workers: what all of them hold in memory.
  ///   - body: what to do with them.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  mutating func withRecords(
    of number: Int, in workers: [PartitionedRecords],
    _ body: (SettledRows) -> Void
  ) throws(MessageHistoryError) {
    let blocks = workers.map { worker in
      var blocks: [RecordBuffer.Block] = []
      worker.forEachBlock(in: number) { blocks.append($0) }
      return blocks
    }
    try settling.settle(blocks, body)
  }

  /// Calls `body` with all records of a partition, settled, which are valid during the call.
  ///
  /// - Parameters:
  ///   - number: the partition's.
  ///   - files: all workers'.
  ///   - body: what to do with them.
  /// - Throws: `MessageHistoryError` where an input is not as it was, or a file fails.
  mutating func withRecords(
    of number: Int, in files: [SpilledRecords],
    _ body: (SettledRows) -> Void
  ) throws(MessageHistoryError) {
    try settling.settle(records(of: number, in: files), body)
  }

  /// The records of a partition by the file in which they lay.
  private func records(
    of number: Int, in files: [SpilledRecords]
  ) throws(MessageHistoryError) -> [[RecordBuffer.Block]] {
    var size = 0
    for file in files { for stretch in file.stretches(of: number) { size += stretch.count } }
    let stride = MemoryLayout<MessageRecord>.stride
    let bytes = UnsafeMutableRawBufferPointer(packed.records((size + stride - 1) / stride))
    var rest = bytes[...]
    var parts: [[PackedRecords]] = []
    for file in files {
      var ownParts: [PackedRecords] = []
      for stretch in file.stretches(of: number) {
        let room = UnsafeMutableRawBufferPointer(rebasing: rest.prefix(stretch.count))
        ownParts += try file.read(stretch, into: room)
        rest = rest.dropFirst(stretch.count)
      }
      parts.append(ownParts)
    }
    var left = unpacked.records(parts.joined().reduce(0) { $0 + $1.count })[...]
    return parts.map { ownParts in
      ownParts.map { part in
        let block = RecordBuffer.Block(rebasing: left.prefix(part.count))
        part.unpack(into: block)
        left = left.dropFirst(part.count)
        return block
      }
    }
  }

  /// The summary of all that was read.
  consuming func summed() -> SettledSummary { settling.summed() }
}
