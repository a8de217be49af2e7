import MessageHistory

/// What a clock on the wall shows at every minute, or second, of some days.
///
/// Of the clock under test nothing but its offset at an instant is used.
struct WalkedClock {
  /// Milliseconds since the Unix epoch.
  let start: Int64
  /// A minute or a second, in milliseconds; the clock's offsets are multiples of it.
  let step: Int64
  let stepCount: Int
  /// The least reading, in steps since 1970-01-01T00:00.
  let firstReading: Int64
  /// For each reading from the first on, the step at which the clock first shows it; for one that
  /// it skips, the step at which it shows the reading that lies the gap's length later.
  let steps: [Int]

  init(_ clock: LocalClock, start: Int64, days: Int, step: Int64) {
    let readings = (0..<days * Int(86_400_000 / step)).map { index in
      let instant = start + Int64(index) * step
      return (instant + clock.offset(at: Instant(milliseconds: instant)).count) / step
    }
    let first = readings.min() ?? 0
    let last = readings.max() ?? 0
    var steps: [Int?] = Array(repeating: nil, count: Int(last - first) + 1)
    for (index, reading) in readings.enumerated() where steps[Int(reading - first)] == nil {
      steps[Int(reading - first)] = index
    }
    for (index, (before, after)) in zip(readings, readings.dropFirst()).enumerated()
    where after > before + 1 {
      for skipped in before + 1..<after where steps[Int(skipped - first)] == nil {
        steps[Int(skipped - first)] = index + Int(skipped - before)
      }
    }
    self.start = start
    self.step = step
    stepCount = readings.count
    firstReading = first
    self.steps = steps.map { $0 ?? 0 }
  }

  /// The step at which a naive time is taken to be, in minutes since 1970-01-01T00:00.
  func step(ofLocalMinute minute: Int) -> Int {
    steps[minute * Int(60_000 / step) - Int(firstReading)]
  }
}
