import MessageHistory

/// The figures of the period for any cut of the slices: by page, by channel, all together.
package struct SliceBreakdown {
  private let tally: HistoryTally
  private let table: OpenerTable
  private let rules: MetricRules
  /// Turns and resolutions, sorted by their times.
  private let turns: [TurnRow]
  private let officeTurns: [TurnRow]
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
    var officeTurns = turns.filter { $0.officeWait >= 0 }
    officeTurns.sortByNumber(\.officeWait)
    self.officeTurns = officeTurns
    resolutions = tally.resolutions.sorted { $0.wait < $1.wait }
  }

  /// The figures of each group.
  ///
  /// - Parameters:
  ///   - count: the number of groups.
  ///   - groups: by slice index, the group that it belongs to, from 0; nil for none.
  ///   - hasSchedule: by group, whether a page of it has a schedule, with data or without.
  /// - Returns: the figures by group.
  package func figures(
    groups count: Int, ofSlices groups: [Int?], hasSchedule: [Bool]
  ) -> [SliceFigures] {
    let openers = table.figures(groups: count) { groups[Int($0.slice)] }
    let office = table.firstResponseOffice(groups: count) { groups[Int($0.slice)] }
    let replies = times(turns, count, groups, { $0.slice }, { $0.wait })
    let officeReplies = times(officeTurns, count, groups, { $0.slice }, { $0.officeWait })
    let closes = times(resolutions, count, groups, { $0.slice }, { $0.wait })
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

  private func times<Row>(
    _ rows: [Row], _ count: Int, _ groups: [Int?], _ slice: (Row) -> UInt32,
    _ time: (Row) -> Int64
  ) -> [TimeFigures] {
    let grouping = Grouping(rows.indices, groups: count) { groups[Int(slice(rows[$0]))] }
    return (0..<count).map { group in
      TimeFigures(sorted: grouping[group].map { time(rows[$0]) })
    }
  }

  private func sums(_ count: Int, _ groups: [Int?]) -> [SliceCounts] {
    var sums = Array(repeating: SliceCounts(), count: count)
    for (slice, group) in groups.enumerated() {
      if let group { sums[group] += tally.slices[slice] }
    }
    return sums
  }
}
