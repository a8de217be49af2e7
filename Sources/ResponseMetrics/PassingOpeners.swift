import MessageHistory

/// The figures of openers by group, taken as their waits pass by: first in any order, then in theirs.
struct PassingOpeners: Sendable {
  /// What is counted of a group in any order.
  struct Counts: Sendable {
    /// By outcome.
    var outcomes = InlineArray<8, Int>(repeating: 0)
    /// Answered openers by how many thresholds their wait is beyond.
    var thresholds = InlineArray<8, Int>(repeating: 0)
    var automatedFirst = 0
    var handledByAutomation = 0

    @inline(__always)
    mutating func count(_ opener: CountedOpener) {
      outcomes[opener.outcome] &+= 1
      if opener.isAnswered { thresholds[opener.thresholdsExceeded] &+= 1 }
      automatedFirst &+= opener.automatedFirst
      handledByAutomation &+= opener.handledByAutomation
    }

    var answered: Int { outcomes[Int(OpenerOutcome.answered.rawValue)] }

    var eligible: Int {
      answered + outcomes[Int(OpenerOutcome.awaiting.rawValue)]
        + outcomes[Int(OpenerOutcome.missed.rawValue)]
    }
  }

  private var counts: [Counts]
  private var times: PassingTimes

  /// - Parameter count: the number of groups.
  init(groups count: Int) {
    counts = Array(repeating: Counts(), count: count)
    times = PassingTimes(groups: count)
  }

  /// Counts an opener of a group.
  @inline(__always)
  mutating func count(_ opener: CountedOpener, in group: Int) {
    counts[group].count(opener)
  }

  /// Ends the counting.
  mutating func beginOrder() {
    times.beginOrder(times: counts.map(\.answered), waits: counts.map(\.eligible))
  }

  /// An opener of a group, whose wait is not shorter than any before it.
  @inline(__always)
  mutating func note(_ opener: WaitRow, in group: Int) {
    if opener.isAnswered {
      times.note(opener.wait, in: group)
    } else if opener.isEligible {
      times.noteUnended(opener.wait, in: group)
    }
  }

  /// By group.
  var figures: [OpenerFigures] {
    counts.indices.map {
      OpenerFigures(
        counts[$0], firstResponse: times.figures(of: $0), waitingAware: times.waitingAware(of: $0))
    }
  }
}
