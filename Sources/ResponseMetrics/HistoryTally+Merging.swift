import MessageHistory

extension HistoryTally {
  /// All workers' tallies together.
  ///
  /// - Parameters:
  ///   - tallies: each is given up as soon as it is merged, since they are most of the memory by now.
  ///   - rules: those of the tallies.
  ///   - workers: how many sort the tallies' rows at once.
  package init(merging tallies: consuming [HistoryTally], rules: MetricRules, workers: Int) {
    self.init(rules: rules)
    let unsorted = Locked(tallies)
    let count = unsorted.withLock { $0.count }
    tallies = []
    let sorted = Locked<[HistoryTally]>([])
    _ = concurrently(count, workers: workers) { _ in
      guard var tally = unsorted.withLock({ $0.popLast() }) else { return }
      tally.closeRows()
      sorted.withLock { $0.append(tally) }
    }
    while let next = sorted.withLock({ $0.popLast() }) { merge(next) }
  }
}
