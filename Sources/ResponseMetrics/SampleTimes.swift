/// The response times of a badge's sample, which come and go: counts and sums by rank.
///
/// A binary indexed tree over the ranks of all times that ever belong to it; adding, removing and
/// asking cost the logarithm of their number. Source: P. M. Fenwick, A new data structure for
/// cumulative frequency tables (1994).
struct SampleTimes {
  /// Sorted ascending, in half milliseconds, so that every median of two is whole.
  private let times: [Int64]
  private var counts: [Int32]
  private var sums: [Int128]
  private(set) var count = 0

  /// - Parameter times: all that may ever belong to the sample, sorted, in milliseconds.
  init(sorted times: [Int64]) {
    self.times = times.map { $0 * 2 }
    counts = Array(repeating: 0, count: times.count + 1)
    sums = Array(repeating: 0, count: times.count + 1)
  }

  mutating func insert(rank: Int) { add(1, rank: rank) }

  mutating func remove(rank: Int) { add(-1, rank: rank) }

  private mutating func add(_ sign: Int32, rank: Int) {
    count += Int(sign)
    let time = Int128(times[rank]) * Int128(sign)
    var node = rank + 1
    while node < counts.count {
      counts[node] += sign
      sums[node] += time
      node += node & -node
    }
  }

  /// How many times are less than `time` half milliseconds.
  func count(below time: Int64) -> Int {
    var node = times.partitioningIndex { $0 >= time }
    var total = 0
    while node > 0 {
      total += Int(counts[node])
      node &= node - 1
    }
    return total
  }

  /// The time of a place from 0 in ascending order, in half milliseconds.
  func time(at place: Int) -> Int64 {
    times[min(descend(place).rank, times.count - 1)]
  }

  /// The sum of the `least` least times, in half milliseconds.
  func sum(ofLeast least: Int) -> Int128 {
    let (rank, before, sum) = descend(least)
    return rank < times.count ? sum + Int128(least - before) * Int128(times[rank]) : sum
  }

  /// The rank at which more than `place` times are reached, with what lies before it.
  private func descend(_ place: Int) -> (rank: Int, before: Int, sum: Int128) {
    var node = 0
    var before = 0
    var sum: Int128 = 0
    var step = 1
    while step * 2 < counts.count { step *= 2 }
    while step > 0 {
      let next = node + step
      if next < counts.count, before + Int(counts[next]) <= place {
        node = next
        before += Int(counts[next])
        sum += sums[next]
      }
      step /= 2
    }
    return (node, before, sum)
  }
}
