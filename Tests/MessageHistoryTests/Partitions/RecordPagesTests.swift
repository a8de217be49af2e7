import Testing

@testable import MessageHistory

struct RecordPagesTests {
  private static let record = MessageRecord(
    conversation: 1, conversationTail: 2, traits: 3, instant: Instant(milliseconds: 4),
    messageClass: .inbound, place: Place(input: 5, offset: 6), identity: 7, contact: 8)

  /// Whether all bytes of a block are zero.
  private static func isZero(_ block: RecordBuffer.Block) -> Bool {
    UnsafeRawBufferPointer(block).allSatisfy { $0 == 0 }
  }

  @Test func givesEachBlockOnce() {
    let pages = RecordPages()
    var fresh = (FreshBlocks(), FreshBlocks())
    // More than a huge page of each of two workers.
    let blocks = (0..<70).map {
      $0.isMultiple(of: 2) ? pages.takeBlock(from: &fresh.0) : pages.takeBlock(from: &fresh.1)
    }
    #expect(blocks.allSatisfy(Self.isZero))
    for (number, block) in blocks.enumerated() {
      var record = Self.record
      record.traits = UInt32(number)
      block.initialize(repeating: record)
    }
    for (number, block) in blocks.enumerated() {
      #expect(block.count == RecordBuffer.largestBlock)
      #expect(block.allSatisfy { $0.traits == number }, "block \(number) shares its memory")
    }
  }

  /// What was given back reads as zeros, and nothing beside it does.
  @Test(arguments: [1, 128, 200])
  func givesTheMemoryOfBlocksBack(count: Int) {
    let pages = RecordPages()
    var fresh = FreshBlocks()
    let kept = pages.takeBlock(from: &fresh)
    let large = PageMemory.allocate(5_000)
    defer { PageMemory.deallocate(large) }
    let blocks = (0..<count).map { _ in pages.takeBlock(from: &fresh) }
    for block in blocks + [kept, large] { block.initialize(repeating: Self.record) }
    do {
      var release = PageRelease(of: pages)
      for block in blocks + [large] { release.add(block) }
    }
    #expect((blocks + [large]).allSatisfy(Self.isZero))
    #expect(kept.allSatisfy { $0.traits == 3 })
  }

  /// What is made of records takes what these have left, and others only once that is used up.
  @Test func takesWhatRecordsHaveLeftFirst() {
    let pages = RecordPages()
    var fresh = FreshBlocks()
    let left = pages.takeBlock(from: &fresh)
    #expect(pages.keepSpare(left))
    let taken = (0..<3).map { _ in pages.takeBlock() }
    #expect(taken.first == UnsafeMutableRawPointer(left.baseAddress))
    #expect(Set(taken).count == 3)
  }
}
