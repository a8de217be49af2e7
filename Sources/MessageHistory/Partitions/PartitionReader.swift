/// One worker's way to the records of partitions that lie in files: reads one after the other, and
/// settles each.
struct PartitionReader: ~Copyable {
  private var settling: PartitionSettling
  private let read = RecordRoom()
  private let settled = RecordRoom()

  /// - Parameter history: whose partitions are read.
  init(_ history: History) {
    settling = PartitionSettling(
      partitionBits: history.partitions.count.trailingZeroBitCount, inputs: history.inputs,
      traits: history.traits, slices: history.slices.count, pages: RecordPages())
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
    _ body: (UnsafeBufferPointer<MessageRecord>) -> Void
  ) throws(MessageHistoryError) {
    let records = try records(of: number, in: files)
    var blocks = SettledBlocks(first: settled.records(records.count))
    try settling.settle([records], into: &blocks)
    // The room is for all of them, so that there is one block.
    for block in blocks.blocks() { body(block.records) }
  }

  private func records(
    of number: Int, in files: [SpilledRecords]
  ) throws(MessageHistoryError) -> RecordBuffer.Block {
    var size = 0
    for file in files { for stretch in file.stretches(of: number) { size += stretch.count } }
    // Packed they lie where they will be settled.
    let stride = MemoryLayout<MessageRecord>.stride
    let bytes = UnsafeMutableRawBufferPointer(settled.records((size + stride - 1) / stride))
    var rest = bytes[...]
    var packed: [PackedRecords] = []
    for file in files {
      for stretch in file.stretches(of: number) {
        let room = UnsafeMutableRawBufferPointer(rebasing: rest.prefix(stretch.count))
        packed += try file.read(stretch, into: room)
        rest = rest.dropFirst(stretch.count)
      }
    }
    let records = read.records(packed.reduce(0) { $0 + $1.count })
    var unpacked = records[...]
    for part in packed {
      part.unpack(into: RecordBuffer.Block(rebasing: unpacked.prefix(part.count)))
      unpacked = unpacked.dropFirst(part.count)
    }
    return records
  }

  /// The summary of all that was read.
  consuming func summed() -> SettledSummary { settling.summed() }
}
