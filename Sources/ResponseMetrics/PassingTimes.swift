/// The statistics of times by group, taken as the times pass by in ascending order.
///
/// All times pass twice: once in any order to be counted, which tells the ranks that quantiles,
/// means and intervals lie at, and once in theirs, when the times at these ranks are kept. So no
/// group holds more than a few of its times, however many there are.
struct PassingTimes: Sendable {
  private struct Group {
    var ranks = TimeRanks(among: 0)
    /// Those that have passed by in order.
    var passed = 0
    /// When so many have passed, something is to be kept.
    var next = Int.max
    var sum: Int128 = 0
    /// The sum of the fastest nine tenths, once they have passed.
    var fastestSum: Int128 = 0
    /// Where the group's ranks begin among all.
    var firstRank = 0
    /// The rank that is kept next.
    var nextRank = 0

    /// Takes a time; whether something is to be kept at it.
    @inline(__always)
    mutating func pass(_ time: Int64) -> Bool {
      passed &+= 1
      sum &+= Int128(time)
      return passed >= next
    }
  }

  private var groups: [Group]
  /// By group, how many times it has.
  private var counts: [Int]
  /// By group, where waits pass that may not have ended; else none.
  private var survivals: [SurvivalWalk] = []
  /// The ranks to be kept, from 0, ascending within a group, and a last one of each that is never
  /// reached.
  private var ranks: [Int] = []
  /// The times at them.
  private var times: [Int64] = []

  /// - Parameter count: the number of groups.
  init(groups count: Int) {
    groups = Array(repeating: Group(), count: count)
    counts = Array(repeating: 0, count: count)
  }

  // MARK: Any order

  @inline(__always)
  mutating func count(in group: Int) {
    counts[group] += 1
  }

  /// Begins with times counted elsewhere, among waits of which some have not ended.
  ///
  /// - Parameters:
  ///   - times: by group.
  ///   - waits: by group, the times among them.
  mutating func beginOrder(times: [Int], waits: [Int]) {
    counts = times
    survivals = waits.map(SurvivalWalk.init)
    beginOrder()
  }

  /// Ends the counting.
  mutating func beginOrder() {
    for (index, count) in counts.enumerated() {
      var group = Group()
      group.ranks = TimeRanks(among: count)
      group.firstRank = ranks.count
      group.nextRank = ranks.count
      ranks += group.ranks.all
      ranks.append(Self.noRank)
      group.next = next(group, index)
      groups[index] = group
    }
    times = Array(repeating: 0, count: ranks.count)
  }

  private static let noRank = Int.max - 1

  // MARK: Ascending order

  /// A time of a group, not shorter than any before it.
  @inline(__always)
  mutating func note(_ time: Int64, in index: Int) {
    if groups[index].pass(time) { keep(time, in: index) }
  }

  /// A wait of a group that has not ended, not shorter than any before it.
  @inline(never)
  mutating func noteUnended(_ wait: Int64, in index: Int) {
    survivals[index].leave(at: wait, ended: groups[index].passed)
    groups[index].next = groups[index].passed + 1
  }

  @inline(never)
  private mutating func keep(_ time: Int64, in index: Int) {
    var group = groups[index]
    if group.passed == ranks[group.nextRank] + 1 {
      times[group.nextRank] = time
      group.nextRank += 1
    }
    if group.passed == group.ranks.fastest { group.fastestSum = group.sum }
    if !survivals.isEmpty { survivals[index].end(at: time, ended: group.passed) }
    group.next = next(group, index)
    groups[index] = group
  }

  /// How many times have passed when the next one is to be kept.
  private func next(_ group: Group, _ index: Int) -> Int {
    let rank = ranks[group.nextRank] + 1
    return survivals.isEmpty ? rank : min(rank, survivals[index].nextEnd(after: group.passed))
  }

  // MARK: Figures

  /// How many times a group has.
  func count(of index: Int) -> Int { counts[index] }

  /// The statistics of a group's times, once all have passed.
  func figures(of index: Int) -> TimeFigures {
    let group = groups[index]
    let kept = group.firstRank..<group.nextRank
    return TimeFigures(group.ranks, sum: group.sum, fastestSum: group.fastestSum) { rank in
      times[ranks[kept].partitioningIndex { $0 >= rank }]
    }
  }

  /// By group.
  var figures: [TimeFigures] { groups.indices.map(figures) }

  /// The waiting-aware quantiles of a group's waits, once all have passed.
  func waitingAware(of index: Int) -> WaitingAwareQuantiles { survivals[index].quantiles }
}
