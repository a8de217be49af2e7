/// A template of one table with its names turned into positions: what most CSV templates are.
///
/// It is text, then a section that repeats text and fields for each row, then text. Rendering it
/// looks up no name and builds no record, so that a row costs little more than its bytes. What a
/// user's template may have besides (conditions, included templates, values from around the row)
/// makes it no row program; `TemplateLibrary.render` then does the same work at leisure.
package struct RowProgram: Sendable {
  package enum Step: Equatable, Sendable {
    /// A range of `literals`.
    case literal(Range<Int>)
    /// The value of a column, by its position.
    case field(Int, isEscaped: Bool)
  }

  /// All text of the template that is written, one piece after the other.
  package let literals: [UInt8]
  /// What is written once before the rows, as a range of `literals`.
  package let head: Range<Int>
  /// What is written for each row.
  package let row: [Step]
  /// What is written once after the rows, as a range of `literals`.
  package let tail: Range<Int>
  /// What `TemplateLibrary.render` would be held to.
  package let limits: TemplateLimits

  /// Nil where the template is more than a table of these columns.
  ///
  /// - Parameters:
  ///   - template: the template.
  ///   - list: the name of the list of rows, the only name around them.
  ///   - columns: the names in each row.
  ///   - limits: how much a rendering may do.
  init?(_ template: Template, list: String, columns: [String], limits: TemplateLimits) {
    let sections = template.tokens.indices.filter {
      if case .section = template.tokens[$0].content { true } else { false }
    }
    guard sections.count == 1, let section = sections.first,
      case .section(let path, isInverted: false) = template.tokens[section].content,
      path.segments.map(\.name) == [list]
    else { return nil }
    let positions = Dictionary(zip(columns, columns.indices)) { _, later in later }
    var compiler = Compiler(source: template.source, positions: positions)
    let end = template.tokens[section].end
    guard let head = compiler.steps(of: template.tokens[..<section]).flatMap(Self.literal),
      let row = compiler.steps(of: template.tokens[(section + 1)..<end]),
      let tail = compiler.steps(of: template.tokens[end...]).flatMap(Self.literal)
    else { return nil }
    literals = compiler.literals
    self.head = head
    self.row = row
    self.tail = tail
    self.limits = limits
  }

  /// The one stretch of text that the steps are; nil where there is a field among them.
  private static func literal(_ steps: [Step]) -> Range<Int>? {
    guard let first = steps.first else { return 0..<0 }
    guard steps.count == 1, case .literal(let range) = first else { return nil }
    return range
  }

  /// Whether each row is a record of CSV: all columns in their order, escaped, with the separator
  /// between them and a line feed at the end.
  package func isRecord(ofColumns count: Int, separator: UInt8) -> Bool {
    guard count > 0, row.count == 2 * count else { return false }
    return (0..<count).allSatisfy { column in
      guard row[2 * column] == .field(column, isEscaped: true),
        case .literal(let range) = row[2 * column + 1]
      else { return false }
      return literals[range] == [column + 1 < count ? separator : .lineFeed]
    }
  }

  private struct Compiler {
    let source: TemplateSource
    let positions: [String: Int]
    var literals: [UInt8] = []

    /// Nil where one of the tokens is neither text nor a column.
    mutating func steps(of tokens: ArraySlice<TemplateToken>) -> [Step]? {
      var steps: [Step] = []
      for token in tokens {
        switch token.content {
        // The lines of a template that nothing includes are not moved.
        case .text(let range), .lineStart(let range): append(range, to: &steps)
        case .value(let path, let isEscaped):
          guard path.segments.count == 1, let position = positions[path.segments[0].name] else {
            return nil
          }
          steps.append(.field(position, isEscaped: isEscaped))
        case .section, .partial, .parent, .block: return nil
        }
      }
      return steps
    }

    /// Appends text, to the text before it where that is the last step.
    private mutating func append(_ range: Range<Int>, to steps: inout [Step]) {
      guard !range.isEmpty else { return }
      let start = literals.count
      literals += source.bytes[range]
      if case .literal(let before) = steps.last {
        steps[steps.count - 1] = .literal(before.lowerBound..<literals.count)
      } else {
        steps.append(.literal(start..<literals.count))
      }
    }
  }
}

extension TemplateLibrary {
  /// The template as a row program; nil where it is more than that, or not there.
  ///
  /// - Parameters:
  ///   - name: the template's name.
  ///   - list: the name of the list of rows.
  ///   - columns: the names in each row; of two with the same name the later one holds.
  ///   - limits: those that the rendering would have.
  /// - Returns: a program that writes what `render` would.
  package func rowProgram(
    _ name: String, list: String, columns: [String], limits: TemplateLimits = .rendering
  ) -> RowProgram? {
    guard let template = try? template(named: name) else { return nil }
    return RowProgram(template, list: list, columns: columns, limits: limits)
  }
}
