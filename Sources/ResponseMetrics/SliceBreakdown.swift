import MessageHistory

/// The figures of the period by channel of a page, by page, and of all chosen pages together.
struct SliceBreakdown: WaitBreakdown, ~Copyable {
  private let scopes: ScopeTable
  private var openers: PassingOpeners
  private var comparedOpeners: PassingOpeners
  // Of each role of times; the last three by page and of all chosen pages alone.
  private var officeResponses: PassingTimes
  private var turns: PassingTimes
  private var officeTurns: PassingTimes
  private var resolutions: PassingTimes
  private var firstRepliesEver: PassingTimes
  private var repliesDated: PassingTimes
  private var lastMessages: PassingTimes

  /// - Parameters:
  ///   - rows: what is known of those that will pass.
  ///   - rules: those of the rows.
  init(of rows: WaitCounts, rules: MetricRules) {
    let scopes = ScopeNumbers(rules)
    let longest = rows.longest
    func openers(as role: WaitRow.Roles) -> PassingOpeners {
      PassingOpeners(
        counts: scopes.sums(of: rows.slices.openers(as: role), from: OpenerCounts(), +=),
        longest: longest)
    }
    func counts(of role: WaitRow.Roles) -> [Int] {
      scopes.sums(of: rows.slices.rows(as: role), from: 0, +=)
    }
    func times(as role: WaitRow.Roles) -> PassingTimes {
      PassingTimes(counts: counts(of: role), longest: longest)
    }
    // As `times`, without those of channels.
    func timesOfPages(as role: WaitRow.Roles) -> PassingTimes {
      PassingTimes(
        counts: Array(repeating: 0, count: scopes.sliceCount)
          + counts(of: role)[scopes.sliceCount...], longest: longest)
    }
    self.scopes = ScopeTable(scopes)
    self.openers = openers(as: .opener)
    comparedOpeners = openers(as: .comparedOpener)
    officeResponses = times(as: .officeResponse)
    turns = times(as: .turn)
    officeTurns = times(as: .officeTurn)
    resolutions = times(as: .resolution)
    firstRepliesEver = timesOfPages(as: .firstReplyEver)
    repliesDated = timesOfPages(as: .replyDated)
    lastMessages = timesOfPages(as: .lastMessage)
  }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    let scopes = scopes.view
    for row in rows {
      let scope = scopes[row]
      let (kind, wait) = (row.kind, row.wait)
      openers.reach(wait)
      let isOpener = kind.flag(.opener)
      let isResponse = isOpener & (kind.isAnswered ? 1 : 0)
      scopes.forEach(row.slice, scope) { openers.noteAnswered(wait, in: $0, if: isResponse) }
      if isOpener != isResponse, kind.isEligible {
        scopes.forEach(row.slice, scope) { openers.noteUnanswered(wait, in: $0) }
      }
      let isFirstReply = kind.flag(.firstReplyEver)
      scopes.forEachPage(scope) { firstRepliesEver.note(wait, in: $0, if: isFirstReply) }
      let isDated = kind.flag(.replyDated)
      scopes.forEachPage(scope) { repliesDated.note(wait, in: $0, if: isDated) }
      if kind.counts(as: .comparedOpener) {
        comparedOpeners.reach(wait)
        if kind.isAnswered {
          scopes.forEach(row.slice, scope) { comparedOpeners.noteAnswered(wait, in: $0) }
        } else if kind.isEligible {
          scopes.forEach(row.slice, scope) { comparedOpeners.noteUnanswered(wait, in: $0) }
        }
      }
      if kind.counts(as: .turn) {
        scopes.forEach(row.slice, scope) { turns.note(wait, in: $0) }
      }
      if kind.counts(as: [.officeResponse, .officeTurn, .resolution]) {
        if kind.counts(as: .officeResponse) {
          scopes.forEach(row.slice, scope) { officeResponses.note(wait, in: $0) }
        }
        if kind.counts(as: .officeTurn) {
          scopes.forEach(row.slice, scope) { officeTurns.note(wait, in: $0) }
        }
        if kind.counts(as: .resolution) {
          scopes.forEach(row.slice, scope) { resolutions.note(wait, in: $0) }
        }
      }
      if kind.counts(as: .lastMessage) {
        scopes.forEachPage(scope) { lastMessages.note(wait, in: $0) }
      }
    }
  }

  mutating func reachThreshold() {
    openers.reachThreshold()
    comparedOpeners.reachThreshold()
  }
}

extension SliceBreakdown {
  /// What the breakdown makes of the rows, by slice index, then by page index, and last of all
  /// chosen pages.
  struct Figures: Sendable {
    let openers: [OpenerFigures]
    let comparedOpeners: [OpenerFigures]
    let officeResponses: [TimeFigures]
    let turns: [TimeFigures]
    let officeTurns: [TimeFigures]
    let resolutions: [TimeFigures]
    // None by slice.
    let firstRepliesEver: [TimeFigures]
    let repliesDated: [TimeFigures]
    let lastMessages: [TimeFigures]
  }

  /// The figures of all rows, once they have passed.
  var figures: Figures {
    Figures(
      openers: openers.figures, comparedOpeners: comparedOpeners.figures,
      officeResponses: officeResponses.figures, turns: turns.figures,
      officeTurns: officeTurns.figures, resolutions: resolutions.figures,
      firstRepliesEver: firstRepliesEver.figures, repliesDated: repliesDated.figures,
      lastMessages: lastMessages.figures)
  }
}

extension SliceBreakdown.Figures {
  /// All figures by scope.
  ///
  /// - Parameters:
  ///   - tally: what was counted besides.
  ///   - rules: those of the tally.
  /// - Returns: the figures by scope.
  func scopes(_ tally: HistoryTally, rules: MetricRules) -> [SliceFigures] {
    let scopes = ScopeNumbers(rules)
    let counts = scopes.sums(of: tally.slices, from: SliceCounts(), +=)
    let hasSchedule = scopes.schedules(by: rules)
    return (0..<scopes.count).map { scope in
      SliceFigures(
        openers: openers[scope],
        firstResponseOffice: hasSchedule[scope] ? officeResponses[scope] : nil,
        reply: turns[scope],
        replyOffice: hasSchedule[scope] ? officeTurns[scope] : nil,
        resolution: tally.kept.hasClosedEvent ? resolutions[scope] : nil,
        counts: counts[scope])
    }
  }

  /// As `scopes`, for pages and all of them alone: the rule sets but ours and the badge's.
  func ruleSets(_ tally: HistoryTally, rules: MetricRules) -> [[RuleSetFigures]] {
    let neverReplied = ScopeNumbers(rules).sums(of: tally.neverReplied, from: 0, +=)
    return neverReplied.indices.map { scope in
      let firstReplies = firstRepliesEver[scope]
      let conversations = neverReplied[scope] + firstReplies.count
      return [
        RuleSetFigures(
          rules: .firstReplyEver, count: conversations, times: firstReplies,
          responseRate: Fraction(firstReplies.count, over: conversations)),
        RuleSetFigures(
          rules: .replyDated, count: repliesDated[scope].count, times: repliesDated[scope],
          responseRate: nil),
        RuleSetFigures(
          rules: .lastMessage, count: lastMessages[scope].count, times: lastMessages[scope],
          responseRate: nil),
      ]
    }
  }
}
