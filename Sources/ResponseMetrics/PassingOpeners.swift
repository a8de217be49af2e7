import MessageHistory

/// The figures of openers by group, taken as their waits pass by in ascending order.
struct PassingOpeners: ~Copyable {
  private let counts: [OpenerCounts]
  private var times: PassingTimes
  /// By threshold that all shorter waits have passed, by group, how many were answered by then.
  private var within: [[Int]] = []

  /// - Parameters:
  ///   - counts: by group, what is known of its openers beforehand.
  ///   - longest: no wait is longer.
  ///   - wanted: which statistics the groups are asked for.
  init(counts: [OpenerCounts], longest: Int64, for wanted: WantedTimes = .all) {
    self.counts = counts
    times = PassingTimes(
      counts: counts.map(\.answered), waits: counts.map(\.eligible), longest: longest,
      for: { _ in wanted })
  }

  /// All waits from now on are at least this long: to be said before any of a row.
  @inline(__always)
  mutating func reach(_ wait: Int64) { times.reach(wait) }

  /// The wait of an answered opener of a group, not shorter than any before it.
  @inline(__always)
  mutating func passAnswered(
    _ wait: PassingTimes.Passage, in group: Int, _ reached: inout PassingTimes.Reached
  ) {
    times.pass(wait, in: group, &reached)
  }

  /// Does what is to be done at a stop of a group, if it has reached one.
  mutating func stop(at wait: Int64, in group: Int) { times.stop(at: wait, in: group) }

  /// The wait of an eligible opener of a group that is not answered, not shorter than any before it.
  @inline(__always)
  mutating func noteUnanswered(_ wait: Int64, in group: Int) {
    times.noteUnended(wait, in: group)
  }

  /// All waits up to the next threshold have passed.
  mutating func reachThreshold() {
    within.append(times.passed)
  }

  /// By group, once all waits have passed and all thresholds are reached.
  var figures: [OpenerFigures] {
    counts.indices.map { times.openers(counts[$0], in: $0, within: within) }
  }
}

extension PassingTimes {
  /// The figures of a group's openers, once all their waits have passed.
  ///
  /// - Parameters:
  ///   - counts: what is known of them besides.
  ///   - group: the group.
  ///   - within: by threshold, by group, how many were answered within it.
  /// - Returns: the figures.
  func openers(_ counts: OpenerCounts, in group: Int, within: [[Int]]) -> OpenerFigures {
    OpenerFigures(
      counts, answeredWithin: ThresholdCounts { within[$0][group] },
      firstResponse: figures(of: group),
      waitingAware: waitingAware(of: group))
  }

  /// By group, how many times have passed.
  var passed: [Int] { (0..<count).map { passed(of: $0) } }
}
