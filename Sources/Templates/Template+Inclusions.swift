extension Template {
  /// The names of the templates that this one includes or builds on, in order, each as often as it
  /// is written.
  package var includedNames: [String] {
    tokens.compactMap { token in
      switch token.content {
      case .partial(let name, _), .parent(let name, _, _): name
      case .text, .lineStart, .value, .section, .block: nil
      }
    }
  }
}
