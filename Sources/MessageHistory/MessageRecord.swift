/// One row of a history in 48 bytes: what sorting, deduplication and the walk need.
///
/// Texts and names stay in the input and are fetched by `place` when a report shows them.
package struct MessageRecord: Sendable {
  /// The upper 64 bits of the keyed hash of page, channel and conversation id.
  package var conversation: UInt64
  /// 32 further bits of that hash: with 96 bits, two of a hundred million conversations meet by
  /// chance once in 10¹³ runs.
  package var conversationTail: UInt32
  /// Index into the history's traits.
  package var traits: UInt32
  /// The instant in milliseconds, shifted left by three, and the class in the low bits: one
  /// number that sorts as the first two keys of the reading order do.
  package var moment: Int64
  /// Where the row stands: the input's ordinal and the byte at which the record begins.
  package var place: Place
  /// Keyed hash of the message id, or of the whole row where it has none; the lowest bit tells
  /// which (1 for an id).
  package var identity: UInt64
  /// Keyed hash of the contact's key that the row gives, of the rank in its traits.
  package var contact: UInt64

  @inlinable
  package init(
    conversation: UInt64, conversationTail: UInt32, traits: UInt32, instant: Instant,
    messageClass: MessageClass, place: Place, identity: UInt64, contact: UInt64
  ) {
    self.conversation = conversation
    self.conversationTail = conversationTail
    self.traits = traits
    self.moment = Self.moment(instant, messageClass)
    self.place = place
    self.identity = identity
    self.contact = contact
  }

  /// A number that sorts as moments do.
  var momentKey: UInt64 { UInt64(bitPattern: moment) ^ 1 << 63 }

  init(
    conversation: UInt64, conversationTail: UInt32, traits: UInt32, momentKey: UInt64,
    place: Place, identity: UInt64, contact: UInt64
  ) {
    self.conversation = conversation
    self.conversationTail = conversationTail
    self.traits = traits
    moment = Int64(bitPattern: momentKey ^ 1 << 63)
    self.place = place
    self.identity = identity
    self.contact = contact
  }

  @inlinable
  static func moment(_ instant: Instant, _ messageClass: MessageClass) -> Int64 {
    instant.milliseconds << 3 | Int64(messageClass.rawValue)
  }

  mutating func set(_ instant: Instant, _ messageClass: MessageClass) {
    moment = Self.moment(instant, messageClass)
  }

  @inlinable
  package var instant: Instant { Self.instant(ofMoment: moment) }

  @inlinable
  static func instant(ofMoment moment: Int64) -> Instant { Instant(milliseconds: moment >> 3) }

  /// The class that the record was made with.
  package var messageClass: MessageClass {
    MessageClass(rawValue: UInt8(truncatingIfNeeded: moment & 7)) ?? .event
  }

  @inlinable
  package var hasMessageID: Bool { identity & 1 == 1 }

  /// Whether both rows are of one conversation.
  @inlinable
  package func isOfSameConversation(as other: MessageRecord) -> Bool {
    conversation == other.conversation && conversationTail == other.conversationTail
  }

  /// Whether this row sorts before the other by conversation, instant and class; of equal ones
  /// the row that was read first, until the reading order's other keys settle it.
  @inlinable
  package func precedes(_ other: MessageRecord) -> Bool {
    if conversation != other.conversation { return conversation < other.conversation }
    if conversationTail != other.conversationTail {
      return conversationTail < other.conversationTail
    }
    if moment != other.moment { return moment < other.moment }
    return place < other.place
  }
}
