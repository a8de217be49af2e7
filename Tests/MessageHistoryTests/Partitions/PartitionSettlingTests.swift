import TestSupport
import Testing

@testable import MessageHistory

struct PartitionSettlingTests {
  private struct Key: Hashable {
    let conversation: UInt64
    let tail: UInt8
  }

  private static func record(
    _ key: Key, at milliseconds: Int64, offset: Int, identity: UInt64
  ) -> MessageRecord {
    MessageRecord(
      conversation: key.conversation, conversationTail: key.tail, traits: 0,
      instant: Instant(milliseconds: milliseconds), messageClass: .inbound,
      place: Place(offset), identity: identity | 1, contact: 0)
  }

  /// Records of a few conversations in the order of their places, with repeated ids; two of the
  /// conversations have hashes of equal upper halves.
  private static func records(
    _ count: Int, conversations: Int, _ random: inout SeededGenerator
  ) -> [MessageRecord] {
    var keys = (0..<conversations).map { _ in
      Key(conversation: .random(in: 0...(.max), using: &random), tail: 1)
    }
    keys.append(Key(conversation: keys[0].conversation, tail: 2))
    return (0..<count).map { number in
      // The first has most of the rows, and no two have the same instant.
      let key = number % 2 == 0 ? keys[0] : keys.randomElement(using: &random) ?? keys[0]
      let milliseconds = Int64.random(in: 0...9, using: &random) * 1_000_000 + Int64(number)
      let identity =
        UInt64(Int.random(in: 0..<4 * count, using: &random)) &* 0x9E37_79B9_7F4A_7C15
      return record(key, at: milliseconds, offset: number, identity: identity)
    }
  }

  /// By conversation, the places of the rows that stay, in their order.
  private static func expected(_ records: [MessageRecord]) -> [Key: [Int]] {
    var newest: [Key: [UInt64: MessageRecord]] = [:]
    for record in records {
      let key = Key(conversation: record.conversation, tail: record.conversationTail)
      newest[key, default: [:]][record.identity] = record
    }
    return newest.mapValues { rows in
      rows.values.sorted { $0.moment < $1.moment }.map(\.offset)
    }
  }

  /// Settles records that two workers have in blocks of a few, in turns.
  private static func settle(
    _ records: [MessageRecord], blockSize: Int
  ) throws -> (batches: [[MessageRecord]], duplicates: Int) {
    let copies = records.enumerated().map { $0 }
    let workers = (0..<2).map { worker in
      let own = copies.filter { $0.offset / 3 % 2 == worker }.map(\.element)
      return stride(from: 0, to: own.count, by: blockSize).map { start in
        let part = own[start..<min(start + blockSize, own.count)]
        let block = RecordBuffer.Block.allocate(capacity: part.count)
        _ = block.initialize(from: part)
        return block
      }
    }
    defer { for block in workers.joined() { block.deallocate() } }
    let traits = MessageTraits(slice: 0, messageClass: .inbound)
    var settling = PartitionSettling(
      partitionBits: 0, inputs: PreparedInputs([]), traits: [traits], slices: 1)
    var batches: [[MessageRecord]] = []
    try settling.settle(workers) { batches.append(Array($0.records)) }
    return (batches, settling.summed().duplicates.withID)
  }

  @Test(arguments: [
    (rows: 1, conversations: 1), (rows: 40, conversations: 3), (rows: 300, conversations: 80),
    (rows: 5_000, conversations: 2), (rows: 20_000, conversations: 4_000),
  ])
  func keepsTheNewestRowOfEachIDInOrder(rows: Int, conversations: Int) throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let comment: Comment = "seed \(seed)"
      var random = SeededGenerator(seed: seed)
      let records = Self.records(rows, conversations: conversations, &random)
      let expected = Self.expected(records)
      let (batches, duplicates) = try Self.settle(records, blockSize: 700)
      var found: [Key: [Int]] = [:]
      var last: Key?
      for (number, batch) in batches.enumerated() {
        #expect(!batch.isEmpty)
        for (index, record) in batch.enumerated() {
          let key = Key(conversation: record.conversation, tail: record.conversationTail)
          if key != last {
            #expect(found[key] == nil, "\(comment): rows of a conversation lie apart")
          } else {
            #expect(index > 0 || number == 0, "\(comment): a conversation comes in two parts")
          }
          found[key, default: []].append(record.offset)
          last = key
        }
      }
      #expect(found == expected, comment)
      #expect(duplicates == rows - expected.values.reduce(0) { $0 + $1.count }, comment)
    }
  }
}

extension MessageRecord {
  /// Where the row stands in the only input.
  fileprivate var offset: Int { place.distance(from: Place(0)) }
}
