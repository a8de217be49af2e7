/// A template that is being walked: what it was given, and how its lines are moved.
struct TemplateFrame {
  let template: Template
  var arguments = BlockArguments()
  /// What is written before each line.
  var indentation: [UInt8] = []
  /// What each line loses of its own blanks, as far as it has them.
  var removedIndentation: [UInt8] = []

  var source: TemplateSource { template.source }

  /// A line's own blanks without those that are removed.
  func remainder(of indentation: Range<Int>) -> ArraySlice<UInt8> {
    let own = source.bytes[indentation]
    guard !removedIndentation.isEmpty else { return own }
    return own.dropFirst(zip(own, removedIndentation).prefix { $0 == $1 }.count)
  }

  /// What goes before the lines of something that stands where these blanks are.
  func indentation(inside indentation: Range<Int>) -> [UInt8] {
    self.indentation + remainder(of: indentation)
  }
}
