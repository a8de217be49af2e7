/// Where the statistics of so many sorted times lie among them.
struct TimeRanks: Sendable {
  let count: Int
  let wanted: WantedTimes
  /// The rank of the median's interval, from 1; nil where there is none.
  let median: Int?

  init(among count: Int, for wanted: WantedTimes = .all) {
    self.count = count
    self.wanted = wanted
    median = wanted == .all ? MedianInterval.rank(among: count) : nil
  }

  /// How many times the fastest nine tenths are: ⌈0.9·n⌉, as (9n+9)/10 in whole numbers.
  var fastest: Int { Self.fastest(among: count) }

  /// The same of so many times.
  static func fastest(among count: Int) -> Int { (9 * count + 9) / 10 }

  /// Where a quantile lies: at (n−1)·p, by linear interpolation between order statistics.
  ///
  /// That is R type 7, Excel's PERCENTILE.INC and numpy's default.
  /// - Parameter percent: from 0 to 100.
  /// - Returns: the rank of the time before it, from 0, and the hundredths of the way to the next.
  func position(ofPercent percent: Int) -> (rank: Int, hundredths: Int) {
    let (rank, hundredths) = ((count - 1) * percent).quotientAndRemainder(dividingBy: 100)
    return (rank, hundredths)
  }

  /// A quantile of at least one time.
  ///
  /// - Parameters:
  ///   - percent: from 0 to 100.
  ///   - time: the time at a rank.
  /// - Returns: the quantile.
  @inline(__always)
  func quantile(ofPercent percent: Int, _ time: (_ rank: Int) -> Int64) -> Quantile {
    let (rank, hundredths) = position(ofPercent: percent)
    return Quantile(from: time(rank), to: time(rank + 1), hundredths: hundredths)
  }

  /// Of no more times, all ranks are needed.
  private static let few = 14

  /// At least as many as the ranks that any statistic needs: the least and the greatest time, two for
  /// each of five quantiles and the interval, and the last of the fastest.
  static let greatestRankCount = 15

  /// Writes the ranks that any statistic needs, from 0, ascending; all of them where there are few
  /// times.
  ///
  /// - Parameter ranks: room for `greatestRankCount` of them.
  /// - Returns: how many there are.
  func write(to ranks: UnsafeMutablePointer<Int>) -> Int {
    var sorted = SortedRanks(ranks)
    if wanted == .medianAndGreatest {
      guard count > 0 else { return 0 }
      let (rank, hundredths) = position(ofPercent: 50)
      sorted.insert(rank)
      if hundredths > 0 { sorted.insert(rank + 1) }
      sorted.insert(count - 1)
      return sorted.count
    }
    guard count > Self.few else {
      for rank in 0..<count { sorted.insert(rank) }
      return sorted.count
    }
    sorted.insert(0)
    if let median { sorted.insert(median - 1) }
    for percent in [50, 75, 90, 95, 99] {
      let (rank, hundredths) = position(ofPercent: percent)
      sorted.insert(rank)
      if hundredths > 0 { sorted.insert(rank + 1) }
    }
    if let median { sorted.insert(count - median) }
    sorted.insert(fastest - 1)
    sorted.insert(count - 1)
    return sorted.count
  }
}

/// Which statistics groups of times are asked for: each rank that one lies at is a stop of its group.
enum WantedTimes: Sendable {
  case all
  /// All but the interval of the median, which takes a while to find and few figures show.
  case allButInterval
  case medianAndGreatest
}

/// A few ranks, ascending, each once.
private struct SortedRanks {
  private let ranks: UnsafeMutablePointer<Int>
  private(set) var count = 0

  init(_ ranks: UnsafeMutablePointer<Int>) {
    self.ranks = ranks
  }

  /// Inserts a rank, mostly behind all others.
  mutating func insert(_ rank: Int) {
    var place = count
    while place > 0, ranks[place - 1] > rank { place -= 1 }
    if place > 0, ranks[place - 1] == rank { return }
    for index in stride(from: count, to: place, by: -1) { ranks[index] = ranks[index - 1] }
    ranks[place] = rank
    count += 1
  }
}
