/// The records that one worker has decoded, scattered by conversation.
///
/// It is handed from the worker that filled it to the one that settles a partition; each buffer is
/// touched by one thread at a time.
final class PartitionedRecords: @unchecked Sendable {
  private let buffers: UnsafeMutableBufferPointer<RecordBuffer>
  private let shift: UInt64

  /// - Parameter partitionBits: the number of partitions is two to this power; 0 to 16.
  init(partitionBits: Int) {
    buffers = .allocate(capacity: 1 << partitionBits)
    buffers.initialize(repeating: RecordBuffer())
    // Shifting by 64 gives 0, as Swift defines it.
    shift = UInt64(64 - partitionBits)
  }

  deinit {
    for index in buffers.indices { buffers[index].deallocate() }
    buffers.deinitialize()
    buffers.deallocate()
  }

  @inline(__always)
  func append(_ record: MessageRecord) {
    buffers[Int(truncatingIfNeeded: record.conversation >> shift)].append(record)
  }

  func count(in partition: Int) -> Int { buffers[partition].count }

  /// Calls `body` with the records of a partition, block by block.
  func forEachBlock(
    in partition: Int, _ body: (UnsafeMutableBufferPointer<MessageRecord>) -> Void
  ) {
    buffers[partition].forEachBlock(body)
  }

  /// Gives a partition's memory back.
  func release(_ partition: Int) {
    buffers[partition].deallocate()
  }
}
