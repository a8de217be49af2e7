/// How near to its publisher a figure was read; the nearer one is preferred.
package enum BenchmarkConfidence: String, CaseIterable, Comparable, Sendable {
  /// In the publisher's own text.
  case primary = "seen-primary"
  /// With someone who quotes the publisher.
  case secondary = "seen-secondary"
  /// In an article that mentions it in passing.
  case seed

  private var rank: Int {
    switch self {
    case .primary: 0
    case .secondary: 1
    case .seed: 2
    }
  }

  /// The preferred one first.
  package static func < (left: BenchmarkConfidence, right: BenchmarkConfidence) -> Bool {
    left.rank < right.rank
  }
}
