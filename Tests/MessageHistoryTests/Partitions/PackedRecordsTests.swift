import TestSupport
import Testing

@testable import MessageHistory

struct PackedRecordsTests {
  private struct Fields: Equatable {
    let conversation: UInt64
    let tail: UInt8
    let traits: UInt32
    let moment: Int64
    let place: UInt64
    let identity: UInt64
    let contact: UInt64

    init(_ record: MessageRecord) {
      conversation = record.conversation
      tail = record.conversationTail
      traits = record.traits
      moment = record.moment
      place = record.place.sortKey
      identity = record.identity
      contact = record.contact
    }
  }

  /// Packs records that lie in blocks of a few, and takes the bytes apart.
  private static func packed(
    _ records: [MessageRecord], blockSize: Int, by packer: inout RecordPacker
  ) -> [UInt8] {
    var buffer = RecordBuffer()
    for record in records {
      if !buffer.hasRoom { buffer.add(.allocate(capacity: blockSize)) }
      buffer.append(record)
    }
    var blocks: [RecordBuffer.Block] = []
    buffer.forEachBlock { blocks.append($0) }
    let bytes = Array(packer.pack(blocks[...]))
    for block in buffer.takeBlocks() { block.deallocate() }
    return bytes
  }

  private static func unpacked(_ bytes: [UInt8]) -> [Fields]? {
    bytes.withUnsafeBytes { bytes in
      PackedRecords.all(in: bytes).map { all in
        all.flatMap { packed in
          Array(unsafeUninitializedCapacity: packed.count) { room, count in
            packed.unpack(into: room)
            count = packed.count
          }.map(Fields.init)
        }
      }
    }
  }

  private static func record(
    _ conversation: UInt64, _ tail: UInt8, contact: UInt64, moment: UInt64, place: UInt64,
    traits: UInt32, identity: UInt64
  ) -> MessageRecord {
    MessageRecord(
      conversation: conversation, conversationTail: tail, traits: traits,
      // The bits that a record has of it, the highest of them the sign.
      moment: Int64(bitPattern: moment << 12) >> 12,
      place: Place(sortKey: place % UInt64(Place.mostBytes)), identity: identity, contact: contact)
  }

  @Test(
    "what was packed comes out again",
    arguments: [
      (rows: 1, conversations: 1, bits: 64), (rows: 2, conversations: 2, bits: 64),
      (rows: 300, conversations: 1, bits: 0), (rows: 300, conversations: 40, bits: 7),
      (rows: 1_000, conversations: 1_000, bits: 33), (rows: 5_000, conversations: 700, bits: 56),
      (rows: 70_000, conversations: 66_000, bits: 64),
    ])
  func roundTrip(rows: Int, conversations: Int, bits: UInt64) {
    var packer = RecordPacker()
    for seed in 1...4 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let mask: UInt64 = bits == 64 ? .max : 1 << bits - 1
      func number() -> UInt64 { .random(in: 0...(.max), using: &random) & mask }
      let keys = (0..<conversations).map { _ in (number(), UInt8(truncatingIfNeeded: number())) }
      let contacts = [number(), number(), number()]
      let records = (0..<rows).map { row in
        let key = keys[
          row < conversations ? row : Int.random(in: 0..<conversations, using: &random)]
        return Self.record(
          key.0, key.1, contact: contacts[Int.random(in: 0..<3, using: &random)],
          moment: number(), place: number(), traits: UInt32(truncatingIfNeeded: number()),
          identity: .random(in: 0...(.max), using: &random))
      }
      let bytes = Self.packed(records, blockSize: 97, by: &packer)
      #expect(bytes.count % 8 == 0)
      #expect(Self.unpacked(bytes) == records.map(Fields.init), "seed \(seed)")
    }
  }

  @Test func theGreatestAndTheLeastOfEachColumnComeOutAgain() {
    var packer = RecordPacker()
    let records = [
      Self.record(
        .max, .max, contact: .max, moment: 1 << 51 - 1, place: .max, traits: .max, identity: .max),
      Self.record(0, 0, contact: 0, moment: 1 << 51, place: 0, traits: 0, identity: 0),
    ]
    #expect(
      Self.unpacked(Self.packed(records, blockSize: 2, by: &packer)) == records.map(Fields.init))
  }

  @Test func rowsOfOneConversationTakeHalfTheBytes() {
    var packer = RecordPacker()
    let records = (0..<1_000 as Range<UInt64>).map {
      Self.record(
        0x1234_5678_9ABC_DEF0 &* ($0 / 10), UInt8($0 / 10), contact: $0 / 10, moment: $0 << 20,
        place: $0 << 18, traits: UInt32($0 % 100), identity: $0 &* 0x9E37_79B9_7F4A_7C15)
    }
    let size = Self.packed(records, blockSize: 100, by: &packer).count
    #expect(size < records.count * MemoryLayout<MessageRecord>.stride / 2)
  }

  @Test func bytesOfAnotherLengthAreRefused() {
    var packer = RecordPacker()
    let record = Self.record(1, 2, contact: 3, moment: 4, place: 5, traits: 6, identity: 7)
    let bytes = Self.packed([record, record], blockSize: 2, by: &packer)
    #expect(Self.unpacked(bytes)?.count == 2)
    #expect(Self.unpacked(bytes + bytes)?.count == 4)
    #expect(Self.unpacked(Array(bytes.dropLast(8))) == nil)
    #expect(Self.unpacked(bytes + [0, 0, 0, 0, 0, 0, 0, 0]) == nil)
    #expect(Self.unpacked([UInt8](repeating: 0, count: bytes.count)) == nil)
    #expect(Self.unpacked([UInt8](repeating: 0xFF, count: bytes.count)) == nil)
  }

  @Test func noRecordsTakeNoBytes() {
    var packer = RecordPacker()
    #expect(Self.packed([], blockSize: 1, by: &packer).isEmpty)
  }
}
