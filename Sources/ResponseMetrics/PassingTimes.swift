import CSystem

/// The statistics of times by group, taken as the times pass by in ascending order.
///
/// Beforehand it is known how many times each group has, which tells the ranks that quantiles, means
/// and intervals lie at: the times at these ranks are kept as they pass. So no group holds more than
/// a few of its times, however many there are.
struct PassingTimes: ~Copyable {
  /// What a time changes as it passes.
  ///
  /// Eight of these lie in a cache line, and a time is one addition, whose sign says whether there is
  /// something to be done. They have memory of their own rather than an array, which would ask at each
  /// of hundreds of millions of changes whether it is shared and has such an index.
  private struct Group {
    /// In the low bits the sum of the times since the last stop; in the high ones how many further
    /// times there are before the next stop, negative once it is reached.
    var bits: Int64 = 0

    /// A stretch in which so many times are to come, at least one.
    init(left: Int) {
      bits = Int64(truncatingIfNeeded: left - 1) << Passage.sumBits
    }

    var left: Int { Int(truncatingIfNeeded: bits >> Passage.sumBits) + 1 }

    var sum: Int64 { bits & (1 << Passage.sumBits - 1) }
  }

  /// A time on its way through groups: itself in the sum, and one less to come.
  struct Passage: BitwiseCopyable {
    fileprivate let bits: Int64
    fileprivate static let sumBits: Int64 = 50

    /// - Parameters:
    ///   - time: from 0, below 2⁴⁹.
    ///   - flag: 1, or 0 for what does not pass and changes nothing. Without a branch, for what is true
    ///     of some rows and not of others in no order that a processor could foresee.
    @inline(__always)
    init(_ time: Int64, if flag: Int = 1) {
      bits = (time &- 1 &<< Self.sumBits) & Int64(truncatingIfNeeded: 0 &- flag)
    }
  }

  /// Times on their way through two groups that lie beside each other.
  ///
  /// Most rows count in both: they pass in one step, as a processor adds two numbers at once.
  struct PassagePair: BitwiseCopyable {
    fileprivate let bits: SIMD2<Int64>

    /// Which of both pass, told without a branch.
    struct Flags: BitwiseCopyable {
      fileprivate let mask: SIMD2<Int64>

      /// - Parameters:
      ///   - first: 1, or 0 for what does not pass.
      ///   - second: the same.
      init(_ first: Int, _ second: Int) {
        mask = SIMD2(Int64(-first), Int64(-second))
      }
    }

    /// - Parameters:
    ///   - time: as of a passage.
    ///   - flags: which of both pass.
    @inline(__always)
    init(_ time: Int64, if flags: Flags) {
      bits = SIMD2(repeating: time &- 1 &<< Passage.sumBits) & flags.mask
    }
  }

  /// Whether some of the groups that a row's times have passed in have reached a stop: asked once for
  /// all of a row's.
  struct Reached {
    private var first: Int64 = 0
    private var pairs = SIMD2<Int64>()

    @inline(__always)
    init() {}

    @inline(__always)
    fileprivate mutating func note(_ bits: Int64) { first |= bits }

    @inline(__always)
    fileprivate mutating func note(_ bits: SIMD2<Int64>) { pairs |= bits }

    @inline(__always)
    var isAny: Bool { first | pairs[0] | pairs[1] < 0 }
  }

  /// What is known of a group at its stops: a cache line.
  private struct Stops {
    /// The times that had passed by the last stop, and their sum.
    var sum: Int128 = 0
    var passed = 0
    /// How many times lie between the last stop and the next.
    var stretch = 0
    /// The stop that is kept next, among those of all groups.
    var next: Int
    /// How many times the fastest nine tenths are, and their sum once they have passed.
    let fastest: Int
    var fastestSum: Int128 = 0
  }

  private let groups: UnsafeMutablePointer<Group>
  private let stops: UnsafeMutablePointer<Stops>
  /// Of each group the ranks from 0 that something of it lies at, ascending, and a last one that is
  /// never reached; the time of a rank takes its place once it has passed.
  ///
  /// Two cache lines for each group, so that they are found without a look at anything else.
  private let kept: UnsafeMutablePointer<Int>
  private static let keptOfGroup = TimeRanks.greatestRankCount + 1
  /// By group, where waits pass that may not have ended; else nothing.
  private let survivals: UnsafeMutablePointer<SurvivalWalk>
  private let hasSurvivals: Bool
  /// By group, whether its survival is done.
  ///
  /// Most waits that never end are longer than nine tenths of all: nothing has to be known of these.
  private let isSurvivalDone: UnsafeMutablePointer<Bool>
  /// By group, where its statistics lie.
  private let ranks: [TimeRanks]
  /// The groups of waits that have not ended by `leavingAt`, which leave when all that end at this very
  /// time have passed; a group as often as it has such waits.
  private var leaving: [Int] = []
  /// Greatest where none is leaving.
  private var leavingAt = Int64.max
  private static let noRank = Int.max - 1
  /// So many of the longest times have a sum that a group holds, and their number too.
  private let longestStretch: Int

  /// - Parameters:
  ///   - counts: by group, how many times it has.
  ///   - waits: by group, how many waits it has that may not have ended, the times among them; none
  ///     where all have ended.
  ///   - longest: no time is longer; below 2⁴⁹.
  ///   - wanted: which statistics a group is asked for.
  init(
    counts: [Int], waits: [Int] = [], longest: Int64 = 1 << 49 - 1,
    for wanted: (_ group: Int) -> WantedTimes = { _ in .all }
  ) {
    let sumBits = Int(Passage.sumBits)
    let bitsOfLongest = 64 - max(longest, 0).leadingZeroBitCount
    longestStretch = 1 << min(63 - sumBits, sumBits - bitsOfLongest) - 1
    groups = Self.lines(of: Group.self, counts.count)
    groups.initialize(repeating: Group(left: 1), count: counts.count)
    stops = Self.lines(of: Stops.self, counts.count)
    ranks = Self.ranks(among: counts, for: wanted)
    kept = Self.lines(of: Int.self, counts.count * Self.keptOfGroup)
    for (index, ranks) in ranks.enumerated() {
      let first = kept + index * Self.keptOfGroup
      (first + ranks.write(to: first)).initialize(to: Self.noRank)
    }
    survivals = .allocate(capacity: max(waits.count, 1))
    isSurvivalDone = .allocate(capacity: max(waits.count, 1))
    hasSurvivals = !waits.isEmpty
    for (index, count) in waits.enumerated() {
      (survivals + index).initialize(to: SurvivalWalk(waits: count))
      (isSurvivalDone + index).initialize(to: false)
    }
    for (index, ranks) in ranks.enumerated() {
      (stops + index).initialize(
        to: Stops(next: index * Self.keptOfGroup, fastest: ranks.fastest))
      planStop(of: index)
    }
  }

  /// Where the statistics of so many times each lie.
  ///
  /// Many groups have as many times as others, and the rank of an interval takes a while to find.
  private static func ranks(
    among counts: [Int], for wanted: (_ group: Int) -> WantedTimes
  ) -> [TimeRanks] {
    var known = [TimeRanks?](repeating: nil, count: min(counts.count, 1_024))
    return counts.enumerated().map { group, count in
      let wanted = wanted(group)
      guard known.indices.contains(count) else { return TimeRanks(among: count, for: wanted) }
      if let ranks = known[count], ranks.wanted == wanted { return ranks }
      let ranks = TimeRanks(among: count, for: wanted)
      known[count] = ranks
      return ranks
    }
  }

  /// Memory for so many elements, which begins a cache line: eight groups, or one's stops.
  private static func lines<Element>(
    of type: Element.Type, _ count: Int
  ) -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: type, capacity: count)
  }

  deinit {
    groups.deallocate()
    stops.deallocate()
    kept.deallocate()
    survivals.deallocate()
    isSurvivalDone.deallocate()
  }

  var count: Int { ranks.count }

  // MARK: Ascending order

  /// All times and waits from now on are at least this long: to be said before any of a row, where
  /// there are waits that have not ended.
  @inline(__always)
  mutating func reach(_ time: Int64) {
    if time > leavingAt { letLeave() }
  }

  /// A time of a group, not shorter than any before it.
  ///
  /// - Parameters:
  ///   - passage: the time, not longer than the longest.
  ///   - index: the group, which is one of those there are.
  ///   - reached: is told where the group has a stop there: then `stop` is to be called for it before
  ///     the next row.
  @inline(__always)
  mutating func pass(_ passage: Passage, in index: Int, _ reached: inout Reached) {
    let bits = (groups + index).pointee.bits &+ passage.bits
    (groups + index).pointee.bits = bits
    reached.note(bits)
  }

  /// The same of two groups beside each other.
  ///
  /// - Parameters:
  ///   - pair: the times.
  ///   - index: the first group, an even number.
  ///   - reached: as above.
  @inline(__always)
  mutating func pass(_ pair: PassagePair, in index: Int, _ reached: inout Reached) {
    let both = UnsafeMutableRawPointer(groups + index)
    let bits = both.load(as: SIMD2<Int64>.self) &+ pair.bits
    both.storeBytes(of: bits, as: SIMD2<Int64>.self)
    reached.note(bits)
  }

  /// Does what is to be done at a stop of a group, if it has reached one.
  mutating func stop(at time: Int64, in index: Int) {
    if groups[index].bits < 0 { keep(time, in: index) }
  }

  /// A time of a group that passes alone.
  @inline(__always)
  mutating func note(_ passage: Passage, at time: Int64, in index: Int) {
    var reached = Reached()
    pass(passage, in: index, &reached)
    if reached.isAny { keep(time, in: index) }
  }

  /// A wait of a group that has not ended, not shorter than any before it, which is reached.
  @inline(never)
  mutating func noteUnended(_ wait: Int64, in index: Int) {
    guard !isSurvivalDone[index] else { return }
    leaving.append(index)
    leavingAt = wait
  }

  @inline(never)
  private mutating func keep(_ time: Int64, in index: Int) {
    // Mostly in no near cache, as are the stops, which tell the one that is next: both come at once.
    csystem_prefetch_for_writing(kept + index * Self.keptOfGroup)
    csystem_prefetch_for_writing(kept + index * Self.keptOfGroup + Self.keptOfGroup / 2)
    settle(index)
    let passed = stops[index].passed
    if passed == kept[stops[index].next] + 1 {
      kept[stops[index].next] = Int(time)
      stops[index].next += 1
    }
    if passed == stops[index].fastest { stops[index].fastestSum = stops[index].sum }
    if hasSurvivals { endWait(at: time, in: index) }
    planStop(of: index)
  }

  private func endWait(at time: Int64, in index: Int) {
    survivals[index].end(at: time, ended: stops[index].passed)
    isSurvivalDone[index] = survivals[index].isDone
  }

  @inline(never)
  private mutating func letLeave() {
    for index in leaving {
      settle(index)
      survivals[index].leave(ended: stops[index].passed)
      planStop(of: index)
    }
    leaving.removeAll(keepingCapacity: true)
    leavingAt = .max
  }

  /// Adds what has passed of a group since its last stop.
  private mutating func settle(_ index: Int) {
    stops[index].passed += stops[index].stretch - groups[index].left
    stops[index].sum += Int128(groups[index].sum)
    stops[index].stretch = groups[index].left
    groups[index] = Group(left: groups[index].left)
  }

  /// Sets the next stop of a group that is settled.
  private mutating func planStop(of index: Int) {
    let rank = kept[stops[index].next] + 1
    let next = hasSurvivals ? min(rank, survivals[index].nextEnd) : rank
    let stretch = min(max(next - stops[index].passed, 1), longestStretch)
    stops[index].stretch = stretch
    groups[index] = Group(left: stretch)
  }

  /// How many times of a group have passed.
  func passed(of index: Int) -> Int {
    stops[index].passed + stops[index].stretch - groups[index].left
  }

  // MARK: Figures

  /// How many times a group has.
  func count(of index: Int) -> Int { ranks[index].count }

  /// The sum of a group's times that have passed.
  func sum(of index: Int) -> Int128 { stops[index].sum + Int128(groups[index].sum) }

  /// The statistics of a group's times, once all have passed.
  func figures(of index: Int) -> TimeFigures {
    withTimes(of: index) { ranks, time in
      TimeFigures(
        ranks, sum: sum(of: index), fastestSum: stops[index].fastestSum, time: time)
    }
  }

  /// Calls `body` with where a group's statistics lie, and with what tells the times there, once all
  /// have passed.
  @inline(__always)
  func withTimes<Result>(
    of index: Int, _ body: (_ ranks: TimeRanks, _ time: (_ rank: Int) -> Int64) -> Result
  ) -> Result {
    let (ranks, first) = (ranks[index], index * Self.keptOfGroup)
    return withUnsafeTemporaryAllocation(
      of: Int.self, capacity: TimeRanks.greatestRankCount
    ) { room in
      let start = room.baseAddress.unsafelyUnwrapped
      let kept = UnsafeBufferPointer(start: start, count: ranks.write(to: start))
      return body(ranks) { rank in
        Int64(self.kept[first + kept.partitioningIndex { $0 >= rank }])
      }
    }
  }

  /// By group.
  var figures: [TimeFigures] { ranks.indices.map { figures(of: $0) } }

  /// The waiting-aware quantiles of a group's waits, once all have passed.
  func waitingAware(of index: Int) -> WaitingAwareQuantiles { survivals[index].quantiles }
}
