/// What a walk asks of traits once or twice for a conversation, in eight bytes; the rest of them few
/// rows have.
///
/// A history may have a hundred thousand traits, and rows come in the order of their conversations'
/// hashes: a table of whole traits is too large for a core's cache, one of these mostly is not.
package struct TraitMarks: BitwiseCopyable, Sendable {
  /// The index of the slice, page and channel.
  package let slice: UInt32
  /// The status that the row sets: its own, else what its event means.
  package let statusSet: ConversationStatus
  package let event: EventKind
  package let contactRank: ContactEvidence.Rank
  /// What else the traits hold.
  package let further: FurtherTraits

  package init(_ traits: MessageTraits) {
    slice = traits.slice
    statusSet = traits.statusSet
    event = traits.event
    contactRank = traits.contact.rank
    var further: FurtherTraits = []
    if traits.assignee != 0 { further.insert(.assignee) }
    if traits.rating.isGiven { further.insert(.rating) }
    if traits.contact.hasContactName || traits.contact.hasSenderName {
      further.insert(.contactName)
    }
    if traits.senderName != 0 { further.insert(.senderName) }
    if statusSet != .none { further.insert(.status) }
    if traits.messageClass == .humanOutbound, traits.employee == 0 {
      further.insert(.unattributed)
    }
    self.further = further
  }
}

/// Which of the traits that few rows have are given.
///
/// Public, since walks of another module ask it for each row: Swift 6.3 hands out no bodies of
/// package functions.
public struct FurtherTraits: OptionSet, BitwiseCopyable, Sendable {
  public let rawValue: UInt8

  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// An assignee.
  @inlinable
  public static var assignee: FurtherTraits { FurtherTraits(rawValue: 1) }
  @inlinable
  public static var rating: FurtherTraits { FurtherTraits(rawValue: 2) }
  /// A name of the contact: a contact_name, or the sender_name of an inbound row.
  @inlinable
  public static var contactName: FurtherTraits { FurtherTraits(rawValue: 4) }
  /// The sender_name of a human outbound row.
  @inlinable
  public static var senderName: FurtherTraits { FurtherTraits(rawValue: 8) }
  /// A status, its own or what its event means.
  @inlinable
  public static var status: FurtherTraits { FurtherTraits(rawValue: 16) }
  /// That nobody knows who sent the human outbound message.
  @inlinable
  public static var unattributed: FurtherTraits { FurtherTraits(rawValue: 32) }
}
