/// Which way a message travelled.
package enum Direction: UInt8, Sendable {
  /// Not said, as on notes and events.
  case none = 0
  /// From the contact.
  case inbound = 1
  /// From the business.
  case outbound = 2

  /// The canonical word, by which rows are compared; empty where nothing is said.
  package var word: StaticString {
    switch self {
    case .none: ""
    case .inbound: "inbound"
    case .outbound: "outbound"
    }
  }

  /// The general comparison of raw values is called through a table.
  @inlinable
  package static func == (left: Direction, right: Direction) -> Bool {
    left.rawValue == right.rawValue
  }
}
