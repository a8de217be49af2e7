/// The state of a conversation as a row gives it.
package enum ConversationStatus: UInt8, BitwiseCopyable, Sendable {
  /// Not said.
  case none = 0
  case open = 1
  case pending = 2
  /// Closed, resolved, archived: nobody is expected to answer.
  case done = 3
  case spam = 4

  /// The canonical word; empty where nothing is said.
  package var word: StaticString {
    switch self {
    case .none: ""
    case .open: "open"
    case .pending: "pending"
    case .done: "done"
    case .spam: "spam"
    }
  }

  /// The general comparison of raw values is called through a table.
  @inlinable
  package static func == (left: ConversationStatus, right: ConversationStatus) -> Bool {
    left.rawValue == right.rawValue
  }

  @inlinable
  package static func != (left: ConversationStatus, right: ConversationStatus) -> Bool {
    left.rawValue != right.rawValue
  }
}
