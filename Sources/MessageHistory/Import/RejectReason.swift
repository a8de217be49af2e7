/// Why a row cannot be read, in the order in which reasons are looked for.
package enum RejectReason: UInt8, CaseIterable, Sendable {
  case noConversationID
  case badTimestamp
  case badDirection

  /// The word in rejected.csv and quality.csv.
  package var word: String {
    switch self {
    case .noConversationID: "no_conversation_id"
    case .badTimestamp: "bad_timestamp"
    case .badDirection: "bad_direction"
    }
  }
}

/// A row that cannot be read, by its place.
package struct RejectedRow: Sendable, Equatable {
  package var place: Place
  package var reason: RejectReason
}
