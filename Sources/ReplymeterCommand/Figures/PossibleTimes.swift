import ResponseMetrics

/// How far a statistic can still move: some times are known, others have run for so long and may
/// end at any moment from now on, or not.
struct PossibleTimes {
  /// Sorted ascending, in milliseconds.
  private let known: [Int64]
  private let running: [Int64]
  /// Sums of the first so many.
  private let knownSums: [Int128]
  private let runningSums: [Int128]

  /// - Parameters:
  ///   - known: ended times in milliseconds, in any order.
  ///   - running: times so far, in any order.
  init(known: [Int64], running: [Int64]) {
    self.known = known.sorted()
    self.running = running.sorted()
    knownSums = Self.sums(of: self.known)
    runningSums = Self.sums(of: self.running)
  }

  private static func sums(of times: [Int64]) -> [Int128] {
    times.reduce(into: [0]) { sums, time in sums.append((sums.last ?? 0) + Int128(time)) }
  }

  /// The least value that some of the running times, ending now, lead to; nil where there is no
  /// time of either kind.
  func least(_ statistic: TimeStatistic) -> Fraction? {
    if statistic == .count { return Fraction(known.count) }
    return (0...running.count).compactMap { value(statistic, ending: $0) }.min()
  }

  /// The greatest value that is possible; nil where a running time that ends late enough lifts it
  /// above any bound, or where there is no time.
  func greatest(_ statistic: TimeStatistic) -> Fraction? {
    let count = known.count + running.count
    switch statistic {
    case .count: return Fraction(count)
    case .least: return known.first.map { Fraction($0) }
    case .mean, .greatest: return running.isEmpty ? value(statistic, ending: 0) : nil
    case .fastest90Mean:
      let fastest = (9 * count + 9) / 10
      return fastest <= known.count ? Fraction(knownSums[fastest], over: fastest) : nil
    case .median, .p75, .p90, .p95, .p99:
      guard count > 0, let percent = statistic.percent else { return nil }
      let (rank, hundredths) = ((count - 1) * percent).quotientAndRemainder(dividingBy: 100)
      guard rank + (hundredths > 0 ? 1 : 0) < known.count else { return nil }
      return value(statistic, ending: 0, of: count)
    }
  }

  /// The value if the shortest `ending` of the running times end now.
  func value(_ statistic: TimeStatistic, ending: Int) -> Fraction? {
    value(statistic, ending: ending, of: known.count + ending)
  }

  /// The value among `count` times, of which those beyond known and ending ones are endless.
  private func value(_ statistic: TimeStatistic, ending: Int, of count: Int) -> Fraction? {
    guard count > 0 else { return statistic == .count ? Fraction(0) : nil }
    switch statistic {
    case .count: return Fraction(count)
    case .mean: return Fraction(sum(ofFastest: count, ending), over: count)
    case .fastest90Mean:
      let fastest = (9 * count + 9) / 10
      return Fraction(sum(ofFastest: fastest, ending), over: fastest)
    case .least: return Fraction(time(at: 0, ending))
    case .greatest: return Fraction(time(at: count - 1, ending))
    case .median, .p75, .p90, .p95, .p99:
      let position = (count - 1) * (statistic.percent ?? 0)
      let (rank, hundredths) = position.quotientAndRemainder(dividingBy: 100)
      let lower = time(at: rank, ending)
      guard hundredths > 0 else { return Fraction(lower) }
      let step = Int128(time(at: rank + 1, ending) - lower)
      return Fraction(Int128(lower) * 100 + step * Int128(hundredths), over: 100)
    }
  }

  private func sum(ofFastest count: Int, _ ending: Int) -> Int128 {
    let (known, running) = shares(ofFastest: count, ending)
    return knownSums[known] + runningSums[running]
  }

  private func time(at rank: Int, _ ending: Int) -> Int64 {
    let (known, running) = shares(ofFastest: rank + 1, ending)
    let last = (
      known > 0 ? self.known[known - 1] : Int64.min,
      running > 0 ? self.running[running - 1] : Int64.min
    )
    return max(last.0, last.1)
  }

  /// How many of the `count` shortest times are known ones, and how many of the first `ending`
  /// running ones.
  private func shares(ofFastest count: Int, _ ending: Int) -> (known: Int, running: Int) {
    var low = max(0, count - ending)
    var high = min(count, known.count)
    while low < high {
      let middle = (low + high) / 2
      if known[middle] < running[count - middle - 1] { low = middle + 1 } else { high = middle }
    }
    return (low, count - low)
  }
}
