import MessageHistory

/// What is counted of openers besides their times.
struct OpenerCounts: Sendable {
  /// By raw value of `OpenerOutcome`.
  private(set) var outcomes = InlineArray<8, Int>(repeating: 0)
  /// Eligible ones whose first outbound message is automated.
  private(set) var automatedFirst = 0
  /// Eligible ones with automated replies only.
  private(set) var handledByAutomation = 0

  /// Adds so many openers of a kind.
  mutating func add(_ count: Int, of kind: WaitRow.Kind) {
    outcomes[kind.outcome] += count
    guard kind.isEligible else { return }
    if kind.isFirstOutboundAutomated { automatedFirst += count }
    if kind.isHandledByAutomation { handledByAutomation += count }
  }

  static func += (sum: inout OpenerCounts, other: OpenerCounts) {
    for outcome in sum.outcomes.indices { sum.outcomes[outcome] += other.outcomes[outcome] }
    sum.automatedFirst += other.automatedFirst
    sum.handledByAutomation += other.handledByAutomation
  }

  func count(of outcome: OpenerOutcome) -> Int { outcomes[Int(outcome.rawValue)] }

  var answered: Int { count(of: .answered) }

  var eligible: Int { answered + count(of: .awaiting) + count(of: .missed) }
}
