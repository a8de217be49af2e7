import MessageHistory

/// Makes the figures of other programs' rules.
struct RuleSetBreakdown {
  let rules: MetricRules
  /// By slice, the conversations without a human outbound message.
  let neverReplied: [Int]

  private var pageCount: Int { rules.officeHours.count }

  /// By page index, and last of all chosen pages.
  ///
  /// - Parameters:
  ///   - firstReplyEver: in any order, as all that follow.
  ///   - replyDated: first responses by their own instant.
  ///   - lastMessage: turns from their last message.
  /// - Returns: the figures of each of these rule sets.
  func figures(
    firstReplyEver: consuming [SliceTime], replyDated: consuming [SliceTime],
    lastMessage: consuming [SliceTime]
  ) -> [[RuleSetFigures]] {
    let conversations = firstReplies(firstReplyEver)
    let replyDated = times(replyDated)
    let lastMessage = times(lastMessage)
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

  private func firstReplies(_ rows: consuming [SliceTime]) -> [RuleSetFigures] {
    var counts = Array(repeating: 0, count: pageCount + 1)
    for (slice, count) in neverReplied.enumerated() {
      let page = rules.slices[slice].page
      counts[page] += count
      if rules.isPageChosen[page] { counts[pageCount] += count }
    }
    return zip(counts, times(rows)).map { unanswered, times in
      RuleSetFigures(
        rules: .firstReplyEver, count: unanswered + times.count, times: times,
        responseRate: Fraction(times.count, over: unanswered + times.count))
    }
  }

  /// The statistics of rows by page, and last of all chosen pages.
  private func times(_ unsorted: consuming [SliceTime]) -> [TimeFigures] {
    var rows = unsorted
    rows.sortByNumber(\.wait)
    let pages = rules.slices.map(\.page)
    let chosen = pages.map { rules.isPageChosen[$0] ? 0 : -1 }
    return GroupedNumbers(rows, groups: pageCount, by: { pages[Int($0.slice)] }, \.wait)
      .timeFigures()
      + GroupedNumbers(rows, groups: 1, by: { chosen[Int($0.slice)] }, \.wait).timeFigures()
  }
}
