/// What a row says of who the contact is.
///
/// A conversation's contact is taken from its last row of the highest rank that any of its rows
/// has. A row needs to keep only its own highest rank: where a lower one decides, no row of the
/// conversation has a higher one.
package struct ContactEvidence: Hashable, Sendable {
  /// The kinds of key, weakest first.
  package enum Rank: UInt8, BitwiseCopyable, Comparable, Sendable {
    case none = 0
    /// sender_name of an inbound message.
    case senderName = 1
    case contactName = 2
    /// sender_id of an inbound message.
    case senderID = 3
    case contactID = 4

    /// What sort of key it is: an id of a contact and an id of a sender are one sort, and may be
    /// equal; keys of different sorts never are.
    package var sort: KeySort {
      switch self {
      case .none: .conversation
      case .senderName, .contactName: .name
      case .senderID, .contactID: .id
      }
    }

    @inlinable
    package static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  /// The sorts of keys; a conversation without any other stands for itself.
  package enum KeySort: UInt8, Sendable {
    case conversation, name, id
  }

  package var rank: Rank
  /// Whether the row has a contact_name.
  package var hasContactName: Bool
  /// Whether the row is inbound and has a sender_name.
  package var hasSenderName: Bool

  @inlinable
  package init(rank: Rank, hasContactName: Bool, hasSenderName: Bool = false) {
    self.rank = rank
    self.hasContactName = hasContactName
    self.hasSenderName = hasSenderName
  }
}
