import MessageHistory

/// The figures of the period for any cut of the slices: by page, by channel, all together.
package struct SliceBreakdown {
  private let tally: HistoryTally
  private let table: OpenerTable
  private let rules: MetricRules
  /// Turns and resolutions, sorted by their times.
  private let turns: [TurnRow]
  private let officeTurns: [SliceTime]
  private let resolutions: [SliceTime]

  /// - Parameters:
  ///   - tally: all that was counted.
  ///   - table: its openers.
  ///   - turns: its turns, sorted by their reply time.
  ///   - rules: those of the tally.
  package init(
    tally: HistoryTally, table: OpenerTable, turns: [TurnRow], rules: MetricRules
  ) {
    self.tally = tally
    self.table = table
    self.rules = rules
    self.turns = turns
    var officeTurns = turns.compactMap { turn in
      turn.officeWait < 0 ? nil : SliceTime(wait: turn.officeWait, slice: turn.slice)
    }
    officeTurns.sortByNumber(\.wait)
    self.officeTurns = officeTurns
    var resolutions = tally.resolutions
    resolutions.sortByNumber(\.wait)
    self.resolutions = resolutions
  }

  /// The figures of each group.
  ///
  /// - Parameters:
  ///   - count: the number of groups.
  ///   - groups: by slice index, the group that it belongs to, from 0; negative for none.
  ///   - hasSchedule: by group, whether a page of it has a schedule, with data or without.
  /// - Returns: the figures by group.
  package func figures(
    groups count: Int, ofSlices groups: [Int], hasSchedule: [Bool]
  ) -> [SliceFigures] {
    let openers = table.figures(groups: count) { groups[Int($0.slice)] }
    let office = table.firstResponseOffice(groups: count) { slice, _ in groups[Int(slice)] }
    let replies = GroupedNumbers(turns, groups: count, by: { groups[Int($0.slice)] }, \.wait)
      .timeFigures()
    let officeReplies = times(officeTurns, count, groups)
    let closes = times(resolutions, count, groups)
    let counts = sums(count, groups)
    return (0..<count).map { group in
      SliceFigures(
        openers: openers[group],
        firstResponseOffice: hasSchedule[group] ? office[group] : nil,
        reply: replies[group],
        replyOffice: hasSchedule[group] ? officeReplies[group] : nil,
        resolution: tally.kept.hasClosedEvent ? closes[group] : nil,
        counts: counts[group])
    }
  }

  private func times(_ rows: [SliceTime], _ count: Int, _ groups: [Int]) -> [TimeFigures] {
    GroupedNumbers(rows, groups: count, by: { groups[Int($0.slice)] }, \.wait).timeFigures()
  }

  private func sums(_ count: Int, _ groups: [Int]) -> [SliceCounts] {
    var sums = Array(repeating: SliceCounts(), count: count)
    for (slice, group) in groups.enumerated() where group >= 0 {
      sums[group] += tally.slices[slice]
    }
    return sums
  }
}
