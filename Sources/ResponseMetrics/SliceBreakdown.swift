import MessageHistory

/// The figures of the period for any cut of the slices: by page, by channel, all together.
struct SliceBreakdown {
  private let slices: [SliceCounts]
  private let hasClosedEvent: Bool
  private let facts: SortedFacts

  /// - Parameters:
  ///   - tally: all that was counted.
  ///   - facts: its rows.
  init(tally: HistoryTally, facts: SortedFacts) {
    slices = tally.slices
    hasClosedEvent = tally.kept.hasClosedEvent
    self.facts = facts
  }

  /// The figures of each group.
  ///
  /// - Parameters:
  ///   - count: the number of groups.
  ///   - groups: by slice index, the group that it belongs to, from 0; negative for none.
  ///   - hasSchedule: by group, whether a page of it has a schedule, with data or without.
  /// - Returns: the figures by group.
  func figures(
    groups count: Int, ofSlices groups: [Int], hasSchedule: [Bool]
  ) -> [SliceFigures] {
    let openers = facts.openers.figures(groups: count) { groups[Int($0.slice)] }
    let office = facts.openers.firstResponseOffice(groups: count) { slice, _ in groups[Int(slice)] }
    let replies = GroupedNumbers(facts.turns, groups: count, by: { groups[Int($0.slice)] }, \.wait)
      .timeFigures()
    let officeReplies = times(facts.officeTurns, count, groups)
    let closes = times(facts.resolutions, count, groups)
    let counts = sums(count, groups)
    return (0..<count).map { group in
      SliceFigures(
        openers: openers[group],
        firstResponseOffice: hasSchedule[group] ? office[group] : nil,
        reply: replies[group],
        replyOffice: hasSchedule[group] ? officeReplies[group] : nil,
        resolution: hasClosedEvent ? closes[group] : nil,
        counts: counts[group])
    }
  }

  private func times(_ rows: [SliceTime], _ count: Int, _ groups: [Int]) -> [TimeFigures] {
    GroupedNumbers(rows, groups: count, by: { groups[Int($0.slice)] }, \.wait).timeFigures()
  }

  private func sums(_ count: Int, _ groups: [Int]) -> [SliceCounts] {
    var sums = Array(repeating: SliceCounts(), count: count)
    for (slice, group) in groups.enumerated() where group >= 0 {
      sums[group] += slices[slice]
    }
    return sums
  }
}
