/// A stretch of a line for a terminal, with what it is; how that looks is the terminal's matter.
package struct TextSpan: Equatable, Sendable {
  /// What a stretch is.
  package enum Role: Equatable, Sendable {
    case plain
    /// The name of what the line tells, and headings.
    case name
    /// A bar of blocks.
    case bar
    case good
    case bad
  }

  package var text: String
  package var role: Role

  package init(_ text: String, _ role: Role = .plain) {
    self.text = text
    self.role = role
  }
}
