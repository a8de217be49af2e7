/// Moves the rules of a document's `<style>` elements into `style` attributes, for mail programs
/// that know no style sheets.
///
/// What cannot be inlined stays where it is: rules under a condition (`@media`), of states
/// (`:hover`) and of parts that are no elements (`::before`), and other at-rules. Since an
/// attribute wins over every rule, the declarations that stay become `!important`; and where an
/// inlined one had won over all that a condition holds, it becomes so too. Of the rest `!important`
/// is dropped, having done its work. So a browser computes the same styles as before, unless one
/// declaration had won over a first condition and lost to a second one.
struct StyleInliner {
  private let tree: HTMLTree
  private var targets: [Target] = []
  private var indices: [HTMLElement: Int] = [:]

  /// What concerns one element.
  private struct Target {
    let element: HTMLElement
    /// Declarations for its attribute.
    var inlined: [Applied] = []
    /// Declarations that stay in a sheet.
    var kept: [Applied] = []

    /// Whether a declaration would lose to those of a condition over which it had won.
    func hasToDefend(_ applied: Applied) -> Bool {
      let rivals = kept.filter { $0.declaration.concerns(applied.declaration) }
      let winning = Set(rivals.filter { $0.precedence > applied.precedence }.map(\.condition))
      return rivals.contains { !winning.contains($0.condition) }
    }
  }

  /// A declaration with what decides whether it wins.
  private struct Applied {
    var declaration: StyleDeclaration
    var precedence: StylePrecedence
    /// When it holds: the preludes around it; empty for always.
    var condition = ""
  }

  /// Elements that show nothing.
  private static let invisible: Set = [
    "base", "head", "link", "meta", "script", "style", "title",
  ]

  init(_ tree: HTMLTree) {
    self.tree = tree
  }

  mutating func inline() throws(HTMLError) {
    var order = 0
    for style in try tree.elements(matching: "style") where Self.isInlinable(style) {
      let sheet = StyleSheet(parsing: style.text, from: order)
      order = sheet.endOrder
      let rest = sheet.blocks.compactMap { take($0, condition: "") }.joined(separator: "\n")
      if rest.isEmpty {
        style.remove()
      } else {
        style.text = "\n" + rest + "\n"
      }
    }
    for target in targets { write(target) }
  }

  /// Not sheets of another language, or for other media alone.
  private static func isInlinable(_ style: HTMLElement) -> Bool {
    ["", "text/css"].contains(style["type"]?.lowercased() ?? "")
      && ["", "all"].contains(style["media"]?.lowercased() ?? "")
  }

  // MARK: Rules

  /// Takes in a block; returns what of it has to stay, as text.
  private mutating func take(_ block: StyleSheet.Block, condition: String) -> String? {
    switch block {
    case .verbatim(let text): return text
    case .conditional(let prelude, let blocks):
      let rest = blocks.compactMap { take($0, condition: condition + prelude) }
      return rest.isEmpty ? nil : "\(prelude){\n\(rest.joined(separator: "\n"))\n}"
    case .rule(let rule):
      let staying = rule.selectors.filter { text in
        guard let selectors = try? Selector.list(parsing: text), let selector = selectors.first
        else { return true }
        apply(rule, selector, condition: condition)
        return !condition.isEmpty
      }
      guard !staying.isEmpty else { return nil }
      let declarations = rule.declarations.map { $0.text(isImportant: true) }
      return "\(staying.joined(separator: ","))\u{7B}\(declarations.joined(separator: ";"))\u{7D}"
    }
  }

  private mutating func apply(_ rule: StyleSheet.Rule, _ selector: Selector, condition: String) {
    let specificity = selector.specificity
    for node in tree.nodes(matching: selector) {
      let element = HTMLElement(node, of: tree)
      guard !Self.invisible.contains(element.name) else { continue }
      let applied = rule.declarations.map { declaration in
        Applied(
          declaration: declaration,
          precedence: StylePrecedence(
            isImportant: declaration.isImportant, isAttribute: false, specificity: specificity,
            order: rule.order),
          condition: condition)
      }
      let index = index(of: element)
      if condition.isEmpty {
        targets[index].inlined += applied
      } else {
        targets[index].kept += applied
      }
    }
  }

  private mutating func index(of element: HTMLElement) -> Int {
    if let index = indices[element] { return index }
    indices[element] = targets.count
    let own = StyleDeclaration.list(parsing: element["style"] ?? "").map { declaration in
      Applied(
        declaration: declaration,
        precedence: StylePrecedence(
          isImportant: declaration.isImportant, isAttribute: true, specificity: Specificity(),
          order: 0))
    }
    targets.append(Target(element: element, inlined: own))
    return targets.count - 1
  }

  // MARK: Attributes

  private func write(_ target: Target) {
    let sorted = target.inlined.enumerated().sorted {
      ($0.element.precedence, $0.offset) < ($1.element.precedence, $1.offset)
    }.map(\.element)
    let declarations = sorted.indices.filter { index in
      // Of one property the last wins; two of one rule are a value and its fallback.
      !sorted[(index + 1)...].contains {
        $0.declaration.property == sorted[index].declaration.property
          && $0.precedence > sorted[index].precedence
      }
    }.map { index in
      sorted[index].declaration.text(isImportant: target.hasToDefend(sorted[index]))
    }
    guard !declarations.isEmpty else { return }
    target.element["style"] = declarations.joined(separator: ";")
  }
}

extension HTMLTree {
  /// Moves the rules of the `<style>` elements into `style` attributes; see `StyleInliner`.
  package func inlineStyles() throws(HTMLError) {
    var inliner = StyleInliner(self)
    try inliner.inline()
  }
}
