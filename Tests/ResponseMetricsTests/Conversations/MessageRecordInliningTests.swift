import MessageHistory
import TestSupport
import Testing

@testable import ResponseMetrics

/// What the walk takes from a record's words is what the record says itself.
@Suite struct MessageRecordInliningTests {
  @Test func saysWhatTheRecordSays() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<500 {
      let record = MessageRecord(
        conversation: 0, conversationTail: .random(in: 0...(.max), using: &random), traits: 0,
        instant: Instant(milliseconds: .random(in: -1 << 48..<1 << 48, using: &random)),
        messageClass: .event, place: Place(.random(in: 0..<Place.mostBytes, using: &random)),
        identity: .random(in: 0...(.max), using: &random), contact: 0)
      #expect(record.inlinedMoment == record.moment)
      #expect(record.inlinedInstant == record.instant.milliseconds)
      #expect(record.inlinedTail == record.conversationTail)
      #expect(record.inlinedPlace == record.place)
    }
  }
}
