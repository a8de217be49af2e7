/// What is known of settled records without going over them once more.
package struct SettledSummary: Sendable, Equatable {
  package internal(set) var duplicates = DuplicateCounts()
  package internal(set) var times: RecordTimes

  init(times: RecordTimes) {
    self.times = times
  }

  init(slices: Int) {
    self.init(times: RecordTimes(slices: slices))
  }

  static func += (sum: inout SettledSummary, other: SettledSummary) {
    sum.duplicates += other.duplicates
    sum.times += other.times
  }
}

/// The summary of a history's records as far as it is known by now.
///
/// Records are settled whenever somebody walks over them, first by the walk that needs the summary: it
/// begins with that of the records as they were decoded, which is another only where the newest of
/// them, or the oldest of a slice, was a duplicate.
final class KnownSummary: Sendable {
  private struct State: Sendable {
    var summary: SettledSummary
    var isSettled = false
  }

  private let state: Locked<State>

  /// - Parameter decoded: from when to when the records are before they are settled.
  init(decoded: RecordTimes) {
    state = Locked(State(summary: SettledSummary(times: decoded)))
  }

  var now: SettledSummary { state.withLock { $0.summary } }
  /// Whether it is that of settled records.
  var isSettled: Bool { state.withLock { $0.isSettled } }

  /// Takes the summary of all records once they are settled; later ones say the same.
  func settle(_ summary: SettledSummary) {
    state.withLock { state in
      if !state.isSettled { state = State(summary: summary, isSettled: true) }
    }
  }
}
