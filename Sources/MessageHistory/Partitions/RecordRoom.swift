/// Memory that holds the records of one partition after the other.
final class RecordRoom {
  private var memory = UnsafeMutableBufferPointer<MessageRecord>(start: nil, count: 0)

  deinit {
    PageMemory.deallocate(memory)
  }

  /// Room for so many records, valid until the next call; what was in it may be lost.
  func records(_ count: Int) -> UnsafeMutableBufferPointer<MessageRecord> {
    if memory.count < count {
      PageMemory.deallocate(memory)
      // Partitions are of about one size; the next one shall mostly fit too.
      memory = PageMemory.allocate(count + count / 8)
    }
    return UnsafeMutableBufferPointer(rebasing: memory[..<count])
  }
}
