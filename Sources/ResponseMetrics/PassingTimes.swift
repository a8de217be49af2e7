/// The statistics of times by group, taken as the times pass by in ascending order.
///
/// Beforehand it is known how many times each group has, which tells the ranks that quantiles, means
/// and intervals lie at: the times at these ranks are kept as they pass. So no group holds more than
/// a few of its times, however many there are.
struct PassingTimes: ~Copyable {
  /// What a time changes as it passes.
  ///
  /// Two of these lie in a cache line. They have memory of their own rather than an array, which would
  /// ask at each of hundreds of millions of changes whether it is shared and has such an index.
  private struct Group {
    var sum: Int128 = 0
    /// Those that have passed by in order.
    var passed = 0
    /// When so many have passed, something is to be kept.
    var next = Int.max
  }

  /// What is kept of a group's times.
  private struct Stops {
    let ranks: TimeRanks
    /// The sum of the fastest nine tenths, once they have passed.
    var fastestSum: Int128 = 0
    /// Where the group's ranks begin among all.
    let firstRank: Int
    /// The rank that is kept next.
    var nextRank: Int
  }

  private let groups: UnsafeMutablePointer<Group>
  private var stops: [Stops] = []
  /// By group, where waits pass that may not have ended; else none.
  private var survivals: [SurvivalWalk]
  /// The ranks to be kept, from 0, ascending within a group, and a last one of each that is never
  /// reached.
  private var ranks: [Int] = []
  /// The times at them.
  private var times: [Int64] = []

  private static let noRank = Int.max - 1

  /// - Parameters:
  ///   - counts: by group, how many times it has.
  ///   - waits: by group, how many waits it has that may not have ended, the times among them; none
  ///     where all have ended.
  init(counts: [Int], waits: [Int] = []) {
    groups = .allocate(capacity: max(counts.count, 1))
    groups.initialize(repeating: Group(), count: counts.count)
    survivals = waits.map(SurvivalWalk.init)
    stops.reserveCapacity(counts.count)
    for (index, count) in counts.enumerated() {
      stops.append(
        Stops(ranks: TimeRanks(among: count), firstRank: ranks.count, nextRank: ranks.count))
      ranks += stops[index].ranks.all
      ranks.append(Self.noRank)
      groups[index].next = next(index)
    }
    times = Array(repeating: 0, count: ranks.count)
  }

  deinit { groups.deallocate() }

  var count: Int { stops.count }

  // MARK: Ascending order

  /// A time of a group, not shorter than any before it.
  ///
  /// - Parameters:
  ///   - time: from 0.
  ///   - index: the group, which is one of those there are.
  @inline(__always)
  mutating func note(_ time: Int64, in index: Int) {
    let group = groups + index
    group.pointee.passed &+= 1
    group.pointee.sum &+= Int128(truncatingIfNeeded: time)
    if group.pointee.passed >= group.pointee.next { keep(time, in: index) }
  }

  /// A wait of a group that has not ended, not shorter than any before it.
  @inline(never)
  mutating func noteUnended(_ wait: Int64, in index: Int) {
    survivals[index].leave(at: wait, ended: groups[index].passed)
    groups[index].next = groups[index].passed + 1
  }

  @inline(never)
  private mutating func keep(_ time: Int64, in index: Int) {
    let group = groups[index]
    if group.passed == ranks[stops[index].nextRank] + 1 {
      times[stops[index].nextRank] = time
      stops[index].nextRank += 1
    }
    if group.passed == stops[index].ranks.fastest { stops[index].fastestSum = group.sum }
    if !survivals.isEmpty { survivals[index].end(at: time, ended: group.passed) }
    groups[index].next = next(index)
  }

  /// How many times of a group have passed when the next one is to be kept.
  private func next(_ index: Int) -> Int {
    let rank = ranks[stops[index].nextRank] + 1
    return survivals.isEmpty ? rank : min(rank, survivals[index].nextEnd(after: passed(of: index)))
  }

  /// How many times of a group have passed.
  func passed(of index: Int) -> Int { groups[index].passed }

  // MARK: Figures

  /// How many times a group has.
  func count(of index: Int) -> Int { stops[index].ranks.count }

  /// The sum of a group's times that have passed.
  func sum(of index: Int) -> Int128 { groups[index].sum }

  /// The statistics of a group's times, once all have passed.
  func figures(of index: Int) -> TimeFigures {
    let stops = stops[index]
    let kept = stops.firstRank..<stops.nextRank
    return TimeFigures(stops.ranks, sum: groups[index].sum, fastestSum: stops.fastestSum) { rank in
      times[ranks[kept].partitioningIndex { $0 >= rank }]
    }
  }

  /// By group.
  var figures: [TimeFigures] { stops.indices.map { figures(of: $0) } }

  /// The waiting-aware quantiles of a group's waits, once all have passed.
  func waitingAware(of index: Int) -> WaitingAwareQuantiles { survivals[index].quantiles }
}
