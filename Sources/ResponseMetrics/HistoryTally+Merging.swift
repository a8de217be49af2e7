import MessageHistory

extension HistoryTally {
  /// All workers' tallies together.
  ///
  /// - Parameters:
  ///   - tallies: each is given up as soon as it is merged, since they are most of the memory by now.
  ///   - rules: those of the tallies.
  package init(merging tallies: consuming [HistoryTally], rules: MetricRules) {
    self = tallies.popLast() ?? HistoryTally(rules: rules)
    while let next = tallies.popLast() { merge(next) }
  }
}
