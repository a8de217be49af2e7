/// Where the statistics of so many sorted times lie among them.
struct TimeRanks: Sendable {
  let count: Int
  /// The rank of the median's interval, from 1; nil where there is none.
  let median: Int?

  init(among count: Int) {
    self.count = count
    median = MedianInterval.rank(among: count)
  }

  /// How many times the fastest nine tenths are: ⌈0.9·n⌉, as (9n+9)/10 in whole numbers.
  var fastest: Int { (9 * count + 9) / 10 }

  /// Where a quantile lies: at (n−1)·p, by linear interpolation between order statistics.
  ///
  /// That is R type 7, Excel's PERCENTILE.INC and numpy's default.
  /// - Parameter percent: from 0 to 100.
  /// - Returns: the rank of the time before it, from 0, and the hundredths of the way to the next.
  func position(ofPercent percent: Int) -> (rank: Int, hundredths: Int) {
    let (rank, hundredths) = ((count - 1) * percent).quotientAndRemainder(dividingBy: 100)
    return (rank, hundredths)
  }

  /// Appends the ranks that any statistic needs, from 0, ascending; all of them where there are few
  /// times.
  func append(to ranks: inout [Int]) {
    guard count > 24 else { return ranks.append(contentsOf: 0..<count) }
    let start = ranks.count
    ranks.append(0)
    if let median { ranks.append(median - 1) }
    for percent in [50, 75, 90, 95, 99] {
      let (rank, hundredths) = position(ofPercent: percent)
      ranks.append(rank)
      if hundredths > 0 { ranks.append(rank + 1) }
    }
    if let median { ranks.append(count - median) }
    ranks.append(fastest - 1)
    ranks.append(count - 1)
    ranks.sortAndUnify(from: start)
  }
}

extension [Int] {
  /// Sorts the few numbers from an index on, and leaves each in once.
  fileprivate mutating func sortAndUnify(from start: Int) {
    for index in start..<count {
      let number = self[index]
      var place = index
      while place > start, self[place - 1] > number {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = number
    }
    var end = start + 1
    for index in end..<count where self[index] != self[end - 1] {
      self[end] = self[index]
      end += 1
    }
    removeLast(count - end)
  }
}
