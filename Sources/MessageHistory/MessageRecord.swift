/// One row of a history in 40 bytes: what sorting, deduplication and the walk need.
///
/// Texts and names stay in the input and are fetched by `place` when a report shows them. The records
/// of a whole history are written to memory and read back, and that the system provides this memory
/// is an eighth of a run: so numbers have as many bits as they need and share words.
package struct MessageRecord: BitwiseCopyable, Sendable {
  /// The upper 64 bits of the keyed hash of page, channel and conversation id.
  package let conversation: UInt64
  /// The moment, above the upper 12 bits of the place.
  package private(set) var momentAndPlace: Int64
  /// The lower bits of the place.
  package let lowerPlace: UInt32
  /// Index into the history's traits.
  package var traits: UInt32
  /// The identity, above the conversation's tail.
  package private(set) var identityAndTail: UInt64
  /// Keyed hash of the contact's key that the row gives, of the rank in its traits.
  package var contact: UInt64

  /// Bits of a place beside the moment.
  private static var upperPlaceBits: Int { Place.bits - UInt32.bitWidth }
  private static var tailBits: Int { UInt8.bitWidth }

  /// Bytes of an identity.
  static let identityBytes = MemoryLayout<UInt64>.size - MemoryLayout<UInt8>.size

  /// A record of an instant of the years 1 to 9999, or about; 56 bits of the identity are kept.
  package init(
    conversation: UInt64, conversationTail: UInt8, traits: UInt32, instant: Instant,
    messageClass: MessageClass, place: Place, identity: UInt64, contact: UInt64
  ) {
    self.init(
      conversation: conversation, conversationTail: conversationTail, traits: traits,
      moment: Self.moment(instant, messageClass), place: place, identity: identity,
      contact: contact)
  }

  init(
    conversation: UInt64, conversationTail: UInt8, traits: UInt32, moment: Int64, place: Place,
    identity: UInt64, contact: UInt64
  ) {
    self.conversation = conversation
    momentAndPlace =
      moment &<< Int64(Self.upperPlaceBits)
      | Int64(truncatingIfNeeded: place.sortKey &>> UInt64(UInt32.bitWidth))
    lowerPlace = UInt32(truncatingIfNeeded: place.sortKey)
    self.traits = traits
    identityAndTail = identity &<< UInt64(Self.tailBits) | UInt64(conversationTail)
    self.contact = contact
  }

  // MARK: The conversation

  /// 8 further bits of the conversation's hash: with 72 bits, two of a hundred million conversations
  /// meet by chance once in a million runs.
  package var conversationTail: UInt8 { UInt8(truncatingIfNeeded: identityAndTail) }

  /// Whether both rows are of one conversation.
  package func isOfSameConversation(as other: MessageRecord) -> Bool {
    conversation == other.conversation && conversationTail == other.conversationTail
  }

  // MARK: The moment

  /// The instant in milliseconds, shifted left by three, and the class in the low bits: one
  /// number of 52 bits that sorts as the first two keys of the reading order do.
  package var moment: Int64 { momentAndPlace &>> Int64(Self.upperPlaceBits) }

  /// A number that sorts as moments do.
  var momentKey: UInt64 { Self.key(ofMoment: moment) }

  static func key(ofMoment moment: Int64) -> UInt64 { UInt64(bitPattern: moment) ^ 1 << 63 }

  static func moment(ofKey key: UInt64) -> Int64 { Int64(bitPattern: key ^ 1 << 63) }

  static func moment(_ instant: Instant, _ messageClass: MessageClass) -> Int64 {
    instant.milliseconds << 3 | Int64(messageClass.rawValue)
  }

  mutating func set(_ instant: Instant, _ messageClass: MessageClass) {
    let bits = Int64(Self.upperPlaceBits)
    momentAndPlace =
      Self.moment(instant, messageClass) << bits | momentAndPlace & (1 << bits - 1)
  }

  package var instant: Instant { Self.instant(ofMoment: moment) }

  static func instant(ofMoment moment: Int64) -> Instant { Instant(milliseconds: moment >> 3) }

  /// The class that the record was made with.
  package var messageClass: MessageClass {
    MessageClass(rawValue: UInt8(truncatingIfNeeded: moment & 7)) ?? .event
  }

  // MARK: The row

  /// Where the row stands.
  package var place: Place {
    let upper = UInt64(bitPattern: momentAndPlace) & (1 &<< UInt64(Self.upperPlaceBits) &- 1)
    return Place(sortKey: upper &<< UInt64(UInt32.bitWidth) | UInt64(lowerPlace))
  }

  /// 56 bits of the keyed hash of the message id, or of the whole row where it has none; the lowest bit
  /// tells which (1 for an id).
  ///
  /// It is asked only within a conversation: two of a million messages of one meet by chance once in
  /// seventy thousand runs.
  package var identity: UInt64 {
    get { identityAndTail &>> UInt64(Self.tailBits) }
    set { identityAndTail = newValue << UInt64(Self.tailBits) | UInt64(conversationTail) }
  }

  package var hasMessageID: Bool { identity & 1 == 1 }

  /// Whether this row sorts before the other by conversation, instant and class; of equal ones
  /// the row that was read first, until the reading order's other keys settle it.
  package func precedes(_ other: MessageRecord) -> Bool {
    if conversation != other.conversation { return conversation < other.conversation }
    if conversationTail != other.conversationTail {
      return conversationTail < other.conversationTail
    }
    if moment != other.moment { return moment < other.moment }
    return place < other.place
  }
}
