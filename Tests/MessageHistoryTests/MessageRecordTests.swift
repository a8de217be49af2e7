import TestSupport
import Testing

@testable import MessageHistory

/// What a record is made of comes out of it again, though some of it shares its words.
struct MessageRecordTests {
  /// Midnight before the first and after the last day that a timestamp may have, in milliseconds.
  private static let instants: ClosedRange<Int64> =
    -62_135_596_800_000 - 86_400_000...253_402_300_800_000 + 86_400_000
  private static let classes: [MessageClass] = [
    .inbound, .humanOutbound, .automatedOutbound, .note, .event,
  ]

  private static func expectAll(
    instant: Int64, _ messageClass: MessageClass, place: UInt64, traits: UInt32, tail: UInt8,
    identity: UInt64, conversation: UInt64, contact: UInt64, _ comment: Comment? = nil
  ) {
    var record = MessageRecord(
      conversation: conversation, conversationTail: tail, traits: traits,
      instant: Instant(milliseconds: instant), messageClass: messageClass,
      place: Place(sortKey: place), identity: identity, contact: contact)
    let kept = identity & (1 << 56 - 1)
    func expect(_ instant: Int64, _ messageClass: MessageClass, _ identity: UInt64) {
      #expect(record.instant.milliseconds == instant, comment)
      #expect(record.messageClass == messageClass, comment)
      #expect(record.moment == instant * 8 + Int64(messageClass.rawValue), comment)
      #expect(MessageRecord.moment(ofKey: record.momentKey) == record.moment, comment)
      #expect(record.place == Place(sortKey: place), comment)
      #expect(record.traits == traits, comment)
      #expect(record.conversation == conversation, comment)
      #expect(record.conversationTail == tail, comment)
      #expect(record.identity == identity, comment)
      #expect(record.hasMessageID == (identity & 1 == 1), comment)
      #expect(record.contact == contact, comment)
    }
    expect(instant, messageClass, kept)
    record.identity = ~identity
    expect(instant, messageClass, ~identity & (1 << 56 - 1))
    record.identity = identity
    record.set(Instant(milliseconds: -instant), .event)
    expect(-instant, .event, kept)
  }

  @Test func takesFortyBytes() {
    #expect(MemoryLayout<MessageRecord>.stride == 40)
  }

  @Test func holdsTheLeastAndTheGreatest() {
    for instant in [Self.instants.lowerBound, 0, Self.instants.upperBound] {
      Self.expectAll(
        instant: instant, .event, place: UInt64(Place.mostBytes - 1), traits: .max, tail: .max,
        identity: .max, conversation: .max, contact: .max)
      Self.expectAll(
        instant: instant, .inbound, place: 0, traits: 0, tail: 0, identity: 0, conversation: 0,
        contact: 0)
    }
  }

  @Test func holdsAnything() {
    var random = SeededGenerator(seed: 40)
    for _ in 0..<2_000 {
      Self.expectAll(
        instant: .random(in: Self.instants, using: &random),
        Self.classes.randomElement(using: &random) ?? .inbound,
        place: .random(in: 0..<UInt64(Place.mostBytes), using: &random),
        traits: .random(in: 0...(.max), using: &random),
        tail: .random(in: 0...(.max), using: &random),
        identity: .random(in: 0...(.max), using: &random),
        conversation: .random(in: 0...(.max), using: &random),
        contact: .random(in: 0...(.max), using: &random), "\(random)")
    }
  }

  @Test func sortsByMomentBeforePlace() {
    func record(_ instant: Int64, _ messageClass: MessageClass, _ place: Int) -> MessageRecord {
      MessageRecord(
        conversation: 1, conversationTail: 1, traits: 0, instant: Instant(milliseconds: instant),
        messageClass: messageClass, place: Place(place), identity: 0, contact: 0)
    }
    let greatest = Place.mostBytes - 1
    let sorted = [
      record(-5, .inbound, greatest), record(-5, .event, 0), record(0, .inbound, 1 << 32),
      record(0, .inbound, greatest), record(1, .inbound, 0),
    ]
    for (index, record) in sorted.enumerated() {
      for (other, second) in sorted.enumerated() {
        #expect(record.precedes(second) == (index < other))
      }
    }
  }
}
