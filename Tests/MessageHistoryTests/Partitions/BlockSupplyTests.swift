import Testing

@testable import MessageHistory

struct BlockSupplyTests {
  private static let record = MessageRecord(
    conversation: 1, conversationTail: 2, traits: 3, instant: Instant(milliseconds: 4),
    messageClass: .inbound, place: Place(input: 5, offset: 6), identity: 7, contact: 8)

  /// Whether all bytes of a block are zero.
  private static func isZero(_ block: RecordBuffer.Block) -> Bool {
    UnsafeRawBufferPointer(block).allSatisfy { $0 == 0 }
  }

  @Test func givesEachBlockOnce() {
    var supply = BlockSupply(RecordPages())
    let blocks = (0..<70).map { _ in supply.takeBlock() }
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
    var supply = BlockSupply(RecordPages())
    let kept = supply.takeBlock()
    let large = supply.pages.takeChunk(records: 5_000)
    let blocks = (0..<count).map { _ in supply.takeBlock() }
    for block in blocks + [kept, large] { block.initialize(repeating: Self.record) }
    do {
      var release = PageRelease(of: supply.pages)
      for block in blocks + [large] { release.add(block) }
    }
    #expect((blocks + [large]).allSatisfy(Self.isZero))
    #expect(kept.allSatisfy { $0.traits == 3 })
  }
}
