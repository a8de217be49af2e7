import MessageHistory

/// Makes the figures of other programs' rules.
struct RuleSetBreakdown {
  let tally: HistoryTally
  let rules: MetricRules
  let pageCount: Int

  /// By page index, and last of all chosen pages.
  func figures() -> [[RuleSetFigures]] {
    let conversations = firstReplies()
    let replyDated = times(tally.ruleSets.replyDated)
    let lastMessage = times(tally.ruleSets.lastMessage)
    return conversations.indices.map { page in
      [
        conversations[page],
        RuleSetFigures(
          rules: .replyDated, count: replyDated[page].count, times: replyDated[page],
          responseRate: nil),
        RuleSetFigures(
          rules: .lastMessage, count: lastMessage[page].count, times: lastMessage[page],
          responseRate: nil),
      ]
    }
  }

  private func firstReplies() -> [RuleSetFigures] {
    var counts = Array(repeating: 0, count: pageCount + 1)
    var replied: [SliceTime] = []
    for conversation in tally.ruleSets.firstReplyEver {
      let page = rules.slices[Int(conversation.slice)].page
      counts[page] += 1
      if rules.isPageChosen[page] { counts[pageCount] += 1 }
      if let wait = conversation.wait {
        replied.append(SliceTime(wait: wait, slice: conversation.slice))
      }
    }
    return zip(counts, times(replied)).map { count, times in
      RuleSetFigures(
        rules: .firstReplyEver, count: count, times: times,
        responseRate: Fraction(times.count, over: count))
    }
  }

  /// The statistics of rows by page, and last of all chosen pages.
  private func times(_ unsorted: [SliceTime]) -> [TimeFigures] {
    var rows = unsorted
    rows.sortByNumber(\.wait)
    let pages = Grouping(rows.indices, groups: pageCount) {
      rules.slices[Int(rows[$0].slice)].page
    }
    let chosen = rows.lazy.filter { rules.isPageChosen[rules.slices[Int($0.slice)].page] }
    return (0..<pageCount).map { TimeFigures(sorted: pages[$0].map { rows[$0].wait }) }
      + [TimeFigures(sorted: chosen.map(\.wait) as [Int64])]
  }
}
