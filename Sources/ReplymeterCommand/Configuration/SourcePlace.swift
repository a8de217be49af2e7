/// A place in the configuration file.
///
/// Both numbers begin at 1; columns count Unicode scalars, as the YAML parser does.
package struct SourcePlace: Comparable, Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
