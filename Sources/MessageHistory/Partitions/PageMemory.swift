import Glibc

/// Memory for records straight from the system, and straight back to it.
///
/// The allocator keeps what is freed in pieces of less than 128 KiB; the records of a run would
/// then stand twice in memory when they move from the workers' blocks into partitions.
enum PageMemory {
  /// Room for `count` records; at least one page.
  ///
  /// A process that gets none ends, as with any other allocation.
  ///
  /// - Parameters:
  ///   - count: how many records there is room for.
  ///   - isFilledSoon: whether the system is to provide all pages now, which costs a third of
  ///     providing each when it is first touched.
  /// - Returns: zeroed memory.
  static func allocate(
    _ count: Int, isFilledSoon: Bool = true
  ) -> UnsafeMutableBufferPointer<MessageRecord> {
    let size = max(count, 1) * MemoryLayout<MessageRecord>.stride
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | (isFilledSoon ? MAP_POPULATE : 0)
    let address = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0)
    precondition(address != MAP_FAILED, "out of memory")
    return UnsafeMutableBufferPointer(
      start: address?.bindMemory(to: MessageRecord.self, capacity: max(count, 1)),
      count: max(count, 1))
  }

  static func deallocate(_ memory: UnsafeMutableBufferPointer<MessageRecord>) {
    guard let address = memory.baseAddress else { return }
    munmap(address, memory.count * MemoryLayout<MessageRecord>.stride)
  }
}
