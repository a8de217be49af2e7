import MessageHistory

/// The parts of a run, in their order.
enum RunPhase: String, CaseIterable, Sendable {
  case opening, reading, computing, writing
}

/// Where a run stands, and how long its parts took.
final class RunProgress: Sendable {
  /// Bytes read.
  let reading = ReadingProgress()

  private struct State {
    var phase = RunPhase.opening
    var began: ContinuousClock.Instant
    var finished: [(phase: RunPhase, duration: Duration)] = []

    mutating func finish() {
      let now = ContinuousClock.now
      finished.append((phase, began.duration(to: now)))
      began = now
    }
  }

  private let state: Locked<State>

  /// Begins with the first phase.
  init() {
    state = Locked(State(began: .now))
  }

  /// Ends the phase that is under way and begins another.
  func enter(_ phase: RunPhase) {
    state.withLock { state in
      state.finish()
      state.phase = phase
    }
  }

  /// The phase that is under way, and since when.
  var current: (phase: RunPhase, began: ContinuousClock.Instant) {
    state.withLock { ($0.phase, $0.began) }
  }

  /// How long each phase took, the one that is under way included.
  var durations: [(phase: RunPhase, duration: Duration)] {
    state.withLock { state in
      state.finished + [(state.phase, state.began.duration(to: .now))]
    }
  }
}
