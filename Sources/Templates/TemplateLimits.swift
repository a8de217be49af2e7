/// How much one rendering, or one check, may do before it ends as an error.
///
/// Templates that include each other twice, or repeat a list inside itself, can ask in a few lines
/// for more than any machine has.
package struct TemplateLimits: Sendable {
  /// How often a section, a block or an included template may begin, each item of a list anew.
  package var turns: Int
  /// The longest output in bytes; it is looked at with each turn.
  package var bytes: Int

  package init(turns: Int, bytes: Int) {
    self.turns = turns
    self.bytes = bytes
  }

  /// Far more than a report of thousands of pages over years needs.
  package static let rendering = TemplateLimits(turns: 100_000_000, bytes: 1 << 31)
  /// A check goes through each branch once; the largest built-in template takes some hundred turns.
  package static let check = TemplateLimits(turns: 100_000, bytes: .max)
}
