import Testing

@testable import MessageHistory

struct RecordPagesTests {
  private static let record = MessageRecord(
    conversation: 1, conversationTail: 2, traits: 3, instant: Instant(milliseconds: 4),
    messageClass: .inbound, place: Place(6), identity: 7, contact: 8)

  /// Whether all bytes of a block are zero.
  private static func isZero(_ block: RecordBuffer.Block) -> Bool {
    UnsafeRawBufferPointer(block).allSatisfy { $0 == 0 }
  }

  @Test func givesEachBlockOnce() {
    let pages = RecordPages()
    var ours = FreshBlocks()
    var theirs = FreshBlocks()
    // More than a region of each of two workers.
    var blocks: [RecordBuffer.Block] = []
    for _ in 0..<131 {
      blocks.append(pages.takeBlock(from: &ours))
      blocks.append(pages.takeBlock(from: &theirs))
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

  /// What is left of a worker's memory is there for others, each block once.
  @Test func takesUnusedBlocksBack() {
    let pages = RecordPages()
    var fresh = FreshBlocks()
    let first = UnsafeMutableRawPointer(pages.takeBlock(from: &fresh).baseAddress)
    pages.takeBack(&fresh)
    let taken = (0..<140).map { _ in pages.takeBlock() }
    #expect(Set(taken).count == 140)
    #expect(!taken.contains { $0 == first })
    let region = first.map { $0..<$0 + 4 * HugePages.size }
    #expect(taken.count { region?.contains($0) == true } == 127)
    let next = UnsafeMutableRawPointer(pages.takeBlock(from: &fresh).baseAddress)
    #expect(!taken.contains { $0 == next })
  }

  /// What others fill but in part would have whole huge pages.
  @Test(.enabled(if: HugePagesTests.areKnown, "the system knows no huge pages"))
  func asksForNoHugePagesOfWhatItTakesBack() throws {
    let pages = RecordPages()
    var fresh = FreshBlocks()
    let first = try #require(
      UnsafeMutableRawPointer(pages.takeBlock(from: &fresh).baseAddress))
    #expect(try HugePagesTests.flags(of: first).contains("hg"))
    #expect(try HugePagesTests.flags(of: first + HugePages.size).contains("hg"))
    pages.takeBack(&fresh)
    #expect(try HugePagesTests.flags(of: first).contains("hg"))
    #expect(try HugePagesTests.flags(of: first + HugePages.size).contains("nh"))
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
