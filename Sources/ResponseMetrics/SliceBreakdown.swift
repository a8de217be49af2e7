import MessageHistory

/// The figures of the period by channel of a page, by page, and of all chosen pages together.
struct SliceBreakdown: WaitBreakdown {
  private let scopes: ScopeNumbers
  private var openers: PassingOpeners
  private var comparedOpeners: PassingOpeners
  private var times: [RoleTimes]

  /// The times of one role.
  fileprivate struct RoleTimes: Sendable {
    let role: WaitRow.Roles
    /// Whether channels have figures of their own.
    let isBySlice: Bool
    var times: PassingTimes
  }

  init(rules: MetricRules) {
    let scopes = ScopeNumbers(rules)
    self.scopes = scopes
    openers = PassingOpeners(groups: scopes.count)
    comparedOpeners = PassingOpeners(groups: scopes.count)
    let bySlice: [WaitRow.Roles] = [.officeResponse, .turn, .officeTurn, .resolution]
    let byPage: [WaitRow.Roles] = [.firstReplyEver, .replyDated, .lastMessage]
    times = (bySlice + byPage).map {
      RoleTimes(
        role: $0, isBySlice: bySlice.contains($0), times: PassingTimes(groups: scopes.count))
    }
  }

  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>) {
    let scopes = scopes
    let roles = WaitRow.Roles(of: rows)
    if roles.contains(.opener) {
      for row in rows where row.counts(as: .opener) {
        let opener = CountedOpener(row)
        scopes.forEach(of: row.slice) { openers.count(opener, in: $0) }
      }
    }
    if roles.contains(.comparedOpener) {
      for row in rows where row.counts(as: .comparedOpener) {
        let opener = CountedOpener(row)
        scopes.forEach(of: row.slice) { comparedOpeners.count(opener, in: $0) }
      }
    }
    for index in times.indices where roles.contains(times[index].role) {
      times[index].forEachTime(of: rows, scopes) { times, _, group in times.count(in: group) }
    }
  }

  mutating func beginOrder() {
    openers.beginOrder()
    comparedOpeners.beginOrder()
    for index in times.indices { times[index].times.beginOrder() }
  }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    let scopes = scopes
    let roles = WaitRow.Roles(of: rows)
    if roles.contains(.opener) {
      for row in rows where row.counts(as: .opener) {
        scopes.forEach(of: row.slice) { openers.note(row, in: $0) }
      }
    }
    if roles.contains(.comparedOpener) {
      for row in rows where row.counts(as: .comparedOpener) {
        scopes.forEach(of: row.slice) { comparedOpeners.note(row, in: $0) }
      }
    }
    for index in times.indices where roles.contains(times[index].role) {
      times[index].forEachTime(of: rows, scopes) { times, row, group in
        times.note(row.wait, in: group)
      }
    }
  }

  /// By group, the statistics of a role's times, once all rows have passed.
  private func figures(of role: WaitRow.Roles) -> [TimeFigures] {
    times.first { $0.role == role }.map(\.times.figures) ?? []
  }
}

extension SliceBreakdown.RoleTimes {
  @inline(__always)
  fileprivate mutating func forEachTime(
    of rows: UnsafeBufferPointer<WaitRow>, _ scopes: ScopeNumbers,
    _ body: (inout PassingTimes, WaitRow, _ group: Int) -> Void
  ) {
    if isBySlice {
      for row in rows where row.counts(as: role) {
        scopes.forEach(of: row.slice) { body(&times, row, $0) }
      }
    } else {
      for row in rows where row.counts(as: role) {
        scopes.forEachPage(of: row.slice) { body(&times, row, $0) }
      }
    }
  }
}

extension SliceBreakdown {
  /// What the breakdown makes of the rows.
  struct Figures: Sendable {
    /// By slice index, then by page index, and last of all chosen pages.
    let scopes: [SliceFigures]
    /// As `scopes`.
    let comparedOpeners: [OpenerFigures]
    /// As `scopes`, for pages and all of them alone: the rule sets but ours and the badge's.
    let ruleSets: [[RuleSetFigures]]
  }

  /// The figures of all rows, once they have passed.
  ///
  /// - Parameters:
  ///   - tally: what was counted besides.
  ///   - rules: those of the tally.
  /// - Returns: the figures by scope.
  func figures(_ tally: HistoryTally, rules: MetricRules) -> Figures {
    let openers = openers.figures
    let office = figures(of: .officeResponse)
    let replies = figures(of: .turn)
    let officeReplies = figures(of: .officeTurn)
    let closes = figures(of: .resolution)
    let counts = scopes.sums(of: tally.slices, from: SliceCounts(), +=)
    let hasSchedule = scopes.schedules(by: rules)
    return Figures(
      scopes: (0..<scopes.count).map { scope in
        SliceFigures(
          openers: openers[scope],
          firstResponseOffice: hasSchedule[scope] ? office[scope] : nil,
          reply: replies[scope],
          replyOffice: hasSchedule[scope] ? officeReplies[scope] : nil,
          resolution: tally.kept.hasClosedEvent ? closes[scope] : nil,
          counts: counts[scope])
      },
      comparedOpeners: comparedOpeners.figures,
      ruleSets: ruleSets(neverReplied: scopes.sums(of: tally.neverReplied, from: 0, +=)))
  }

  private func ruleSets(neverReplied: [Int]) -> [[RuleSetFigures]] {
    let firstReplies = figures(of: .firstReplyEver)
    let repliesDated = figures(of: .replyDated)
    let lastMessages = figures(of: .lastMessage)
    return (0..<scopes.count).map { scope in
      let conversations = neverReplied[scope] + firstReplies[scope].count
      return [
        RuleSetFigures(
          rules: .firstReplyEver, count: conversations, times: firstReplies[scope],
          responseRate: Fraction(firstReplies[scope].count, over: conversations)),
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
