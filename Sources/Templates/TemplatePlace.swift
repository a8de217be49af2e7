/// A place in a template.
package struct TemplatePlace: Equatable, Sendable {
  /// The template's name.
  package var template: String
  /// The line, from 1; lines end with LF.
  package var line: Int
  /// The column, from 1, in Unicode scalars.
  package var column: Int

  package init(template: String, line: Int, column: Int) {
    self.template = template
    self.line = line
    self.column = column
  }
}

extension TemplatePlace: CustomStringConvertible {
  package var description: String { "\(template):\(line):\(column)" }
}
