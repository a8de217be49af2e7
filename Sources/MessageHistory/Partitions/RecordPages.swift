import CSystem
import Synchronization

/// The memory for a history's records, straight from the system, in blocks of 64 KiB.
///
/// What is made of records while these are walked over takes the blocks that they have left, so that
/// the system has to provide and clear each page but once.
package final class RecordPages: Sendable {
  // Nobody keeps a pointer beyond this object's life; each block is in one worker's hands.
  private struct Unused: @unchecked Sendable {
    /// Blocks that records have left.
    var spare: [RecordBuffer.Block] = []
    /// Whole blocks that nobody has had yet.
    var fresh: [UnsafeMutableRawBufferPointer] = []
  }

  private let reserve = PageReserve(pieceSize: HugePages.size, piecesPerRegion: 4)
  private let hugePages = HugePages()
  private let unused = Locked(Unused())
  /// How many spare blocks are kept, and not given back to the system.
  private let mostSpare = Atomic(usualMostSpare)

  /// Bytes from block to block: all pages of a block are its own.
  package static let stride = 64 << 10
  /// 4 MiB: what two workers make of records takes half of what these leave.
  private static let usualMostSpare = 64
  /// So many blocks are given back by a thread of their own.
  private static let many = 4

  package init() {}

  /// Memory for records that will soon fill it.
  ///
  /// - Parameter blocks: the worker's own.
  /// - Returns: a block of 64 KiB that nobody has had yet, all zeros.
  func takeBlock(from blocks: inout FreshBlocks) -> RecordBuffer.Block {
    if blocks.memory.isEmpty {
      let region = reserve.take()
      blocks = FreshBlocks(region, hasHugePages: hugePages.ask(for: region))
    }
    if let page = blocks.nextHugePage, !hugePages.provide(at: page) { blocks.refuseHugePages() }
    let start = blocks.take()
    csystem_provide_pages(start, Self.stride)
    return Self.block(at: start)
  }

  /// Takes blocks back that a worker does not need, for what is made of records.
  func takeBack(_ blocks: inout FreshBlocks) {
    blocks.refuseHugePages()
    let memory = blocks.memory
    blocks = FreshBlocks()
    if !memory.isEmpty { unused.withLock { $0.fresh.append(memory) } }
  }

  /// Gives the memory of blocks up that nobody needs.
  func giveUp(_ blocks: inout FreshBlocks, by release: inout PageRelease) {
    if !blocks.memory.isEmpty { release.add(UnsafeRawBufferPointer(blocks.memory)) }
    blocks = FreshBlocks()
  }

  // MARK: For what is made of records

  /// Keeps all blocks that are left from now on, for those who will need most of them.
  package func keepSpareBlocks() {
    mostSpare.store(.max, ordering: .relaxed)
  }

  /// Keeps a block of 64 KiB that records have left; false where enough of them are kept.
  func keepSpare(_ block: RecordBuffer.Block) -> Bool {
    guard block.count == RecordBuffer.largestBlock else { return false }
    let mostSpare = mostSpare.load(ordering: .relaxed)
    return unused.withLock {
      guard $0.spare.count < mostSpare else { return false }
      $0.spare.append(block)
      return true
    }
  }

  /// A block of `stride` bytes, with something in it, that lives as long as these pages.
  package func takeBlock() -> UnsafeMutableRawPointer {
    unused.withLock { unused in
      if let spare = unused.spare.popLast()?.baseAddress { return UnsafeMutableRawPointer(spare) }
      var blocks = FreshBlocks(unused.fresh.popLast() ?? freshRegion(), hasHugePages: false)
      defer { if !blocks.memory.isEmpty { unused.fresh.append(blocks.memory) } }
      return blocks.take()
    }
  }

  /// Memory that is provided as it is touched: much of what is made of records fills it but in part.
  private func freshRegion() -> UnsafeMutableRawBufferPointer {
    let region = reserve.take()
    hugePages.leave(region)
    return region
  }

  /// A block of 64 KiB at its place.
  private static func block(at start: UnsafeMutableRawPointer) -> RecordBuffer.Block {
    RecordBuffer.Block(
      start: start.assumingMemoryBound(to: MessageRecord.self), count: RecordBuffer.largestBlock)
  }

  /// Gives the memory of blocks, which were taken by `takeBlock`, back to the system, while others
  /// work, or keeps it where spare blocks are kept.
  package func giveBack(_ blocks: [UnsafeMutableRawPointer]) {
    let blocks = blocks.map { Left(block: Self.block(at: $0)) }.filter { !keepSpare($0.block) }
    let release = { @Sendable [self] in
      var release = PageRelease(of: self)
      for block in blocks { release.add(block.block) }
    }
    if blocks.count > Self.many, let thread = WorkerThread(release) {
      thread.detach()
    } else {
      release()
    }
  }

  /// A block that nobody else has.
  private struct Left: @unchecked Sendable {
    let block: RecordBuffer.Block
  }
}

/// Blocks that nobody has had yet, of which one worker takes one after the other.
struct FreshBlocks: ~Copyable {
  /// Whole blocks.
  fileprivate private(set) var memory: UnsafeMutableRawBufferPointer
  /// Whether the system was asked for huge pages of what nothing was written to.
  private var hasHugePages: Bool

  /// None, or those that memory has room for.
  fileprivate init(_ memory: UnsafeMutableRawBufferPointer, hasHugePages: Bool) {
    self.memory = memory
    self.hasHugePages = hasHugePages
  }

  init() {
    self.init(UnsafeMutableRawBufferPointer(start: nil, count: 0), hasHugePages: false)
  }

  /// Where the next block is the first one of a huge page: that page.
  fileprivate var nextHugePage: UnsafeMutableRawPointer? {
    guard hasHugePages, let start = memory.baseAddress else { return nil }
    return start == start.alignedUp(toMultipleOf: HugePages.size) ? start : nil
  }

  /// Has what nothing was written to yet be provided in small pages.
  fileprivate mutating func refuseHugePages() {
    guard hasHugePages, let start = memory.baseAddress else { return }
    let used = start.alignedUp(toMultipleOf: HugePages.size) - start
    HugePages.refuse(for: UnsafeMutableRawBufferPointer(rebasing: memory.dropFirst(used)))
    hasHugePages = false
  }

  /// The next one, of which there is one.
  fileprivate mutating func take() -> UnsafeMutableRawPointer {
    defer { memory = UnsafeMutableRawBufferPointer(rebasing: memory[RecordPages.stride...]) }
    return memory.baseAddress.unsafelyUnwrapped
  }
}
