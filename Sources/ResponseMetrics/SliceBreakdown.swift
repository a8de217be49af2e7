import MessageHistory

/// The figures of the period by channel of a page, by page, and of all chosen pages together.
struct SliceBreakdown: WaitBreakdown, ~Copyable {
  /// What most rows count as and what some do, in one line of the cache for each scope; those that
  /// rows mostly are together pass in pairs.
  private enum Lane: Int, CaseIterable {
    case opener, turn
    // By page and of all chosen pages alone.
    case firstReplyEver, replyDated
    case lastMessage
    case officeResponse, officeTurn, resolution

    var role: WaitRow.Roles {
      switch self {
      case .opener: .opener
      case .turn: .turn
      case .firstReplyEver: .firstReplyEver
      case .replyDated: .replyDated
      case .lastMessage: .lastMessage
      case .officeResponse: .officeResponse
      case .officeTurn: .officeTurn
      case .resolution: .resolution
      }
    }

    var isOfPagesAlone: Bool {
      switch self {
      case .firstReplyEver, .replyDated, .lastMessage: true
      case .opener, .turn, .officeResponse, .officeTurn, .resolution: false
      }
    }
  }

  private static let lanes = 8

  private let scopes: ScopeNumbers
  /// By scope, what is known of the openers beforehand.
  private let openerCounts: [OpenerCounts]
  /// Groups are the lanes of each scope.
  private var times: PassingTimes
  /// By threshold that all shorter waits have passed, by group, how many times have.
  private var within: [[Int]] = []
  private var comparedOpeners: PassingOpeners
  private let flags = Self.laneFlags

  /// - Parameters:
  ///   - rows: what is known of those that will pass.
  ///   - rules: those of the rows.
  init(of rows: WaitCounts, rules: MetricRules) {
    let scopes = ScopeNumbers(rules)
    self.scopes = scopes
    openerCounts = scopes.sums(of: rows.slices.openers(as: .opener), from: OpenerCounts(), +=)
    var counts = Array(repeating: 0, count: scopes.count * Self.lanes)
    var waits = counts
    for (scope, openers) in openerCounts.enumerated() {
      counts[scope * Self.lanes + Lane.opener.rawValue] = openers.answered
      waits[scope * Self.lanes + Lane.opener.rawValue] = openers.eligible
    }
    for lane in Lane.allCases.dropFirst() {
      let sums = scopes.sums(of: rows.slices.rows(as: lane.role), from: 0, +=)
      for scope in (lane.isOfPagesAlone ? scopes.sliceCount : 0)..<scopes.count {
        counts[scope * Self.lanes + lane.rawValue] = sums[scope]
      }
    }
    // Intervals are shown of the first responses of pages and of all pages.
    times = PassingTimes(counts: counts, waits: waits, longest: rows.longest) {
      $0 % Self.lanes == Lane.opener.rawValue && $0 / Self.lanes >= scopes.sliceCount
        ? .all : .allButInterval
    }
    comparedOpeners = PassingOpeners(
      counts: scopes.sums(
        of: rows.slices.openers(as: .comparedOpener), from: OpenerCounts(), +=),
      longest: rows.longest)
  }

  @inline(__always)
  private static func group(_ lane: Lane, of scope: Int) -> Int {
    scope &* lanes &+ lane.rawValue
  }

  /// Which lanes a row passes in, pair by pair.
  struct LaneFlags: BitwiseCopyable {
    typealias Flags = PassingTimes.PassagePair.Flags

    let openerAndTurn: Flags
    let firstAndDated: Flags
    let last: Flags

    init(_ roles: WaitRow.Roles) {
      func flag(_ lane: Lane) -> Int { roles.contains(lane.role) ? 1 : 0 }
      openerAndTurn = Flags(flag(.opener), flag(.turn))
      firstAndDated = Flags(flag(.firstReplyEver), flag(.replyDated))
      last = Flags(flag(.lastMessage), 0)
    }
  }

  /// By the roles of a row, without that of an opener where it is not answered.
  private static var laneFlags: OwnedMemory<LaneFlags> {
    OwnedMemory((0..<1 << WaitRow.roleBits).map { LaneFlags(WaitRow.Roles(rawValue: $0)) })
  }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    let (scopes, flags) = (scopes.view, flags.base)
    for row in rows {
      let scope = scopes[row]
      let (kind, wait) = (row.kind, row.wait)
      times.reach(wait)
      let isResponse = kind.responseFlag
      let lanes = (flags + kind.passingRoles).pointee
      var reached = PassingTimes.Reached()
      let openerAndTurn = PassagePair(wait, if: lanes.openerAndTurn)
      scopes.forEach(row.slice, scope) {
        times.pass(openerAndTurn, in: Self.group(.opener, of: $0), &reached)
      }
      let firstAndDated = PassagePair(wait, if: lanes.firstAndDated)
      let last = PassagePair(wait, if: lanes.last)
      scopes.forEachPage(scope) {
        times.pass(firstAndDated, in: Self.group(.firstReplyEver, of: $0), &reached)
        times.pass(last, in: Self.group(.lastMessage, of: $0), &reached)
      }
      if reached.isAny { stop(at: row, scope, scopes) }
      if kind.flag(.opener) != isResponse, kind.isEligible {
        scopes.forEach(row.slice, scope) {
          times.noteUnended(wait, in: Self.group(.opener, of: $0))
        }
      }
      if kind.counts(as: [.comparedOpener, .officeResponse, .officeTurn, .resolution]) {
        noteFurther(row, scope, scopes)
      }
    }
  }

  /// Does what is to be done where a row has reached a stop.
  @inline(never)
  private mutating func stop(
    at row: WaitRow, _ scope: ScopeNumbers.Scope, _ scopes: ScopeNumbers.View
  ) {
    scopes.forEach(row.slice, scope) { scope in
      for lane in 0..<Self.lanes { times.stop(at: row.wait, in: scope * Self.lanes + lane) }
    }
  }

  private typealias Passage = PassingTimes.Passage
  private typealias PassagePair = PassingTimes.PassagePair

  /// Notes what few rows count as.
  @inline(never)
  private mutating func noteFurther(
    _ row: WaitRow, _ scope: ScopeNumbers.Scope, _ scopes: ScopeNumbers.View
  ) {
    let (kind, wait) = (row.kind, row.wait)
    let officeResponse = Passage(wait, if: kind.flag(.officeResponse))
    let officeTurn = Passage(wait, if: kind.flag(.officeTurn))
    let resolution = Passage(wait, if: kind.flag(.resolution))
    scopes.forEach(row.slice, scope) {
      times.note(officeResponse, at: wait, in: Self.group(.officeResponse, of: $0))
      times.note(officeTurn, at: wait, in: Self.group(.officeTurn, of: $0))
      times.note(resolution, at: wait, in: Self.group(.resolution, of: $0))
    }
    guard kind.counts(as: .comparedOpener) else { return }
    comparedOpeners.reach(wait)
    if kind.isAnswered {
      var reached = PassingTimes.Reached()
      scopes.forEach(row.slice, scope) {
        comparedOpeners.passAnswered(Passage(wait), in: $0, &reached)
      }
      if reached.isAny {
        scopes.forEach(row.slice, scope) { comparedOpeners.stop(at: wait, in: $0) }
      }
    } else if kind.isEligible {
      scopes.forEach(row.slice, scope) { comparedOpeners.noteUnanswered(wait, in: $0) }
    }
  }

  mutating func reachThreshold() {
    within.append(times.passed)
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
    func times(_ lane: Lane) -> [TimeFigures] {
      openerCounts.indices.map { self.times.figures(of: Self.group(lane, of: $0)) }
    }
    return Figures(
      openers: openerCounts.enumerated().map { scope, counts in
        self.times.openers(counts, in: Self.group(.opener, of: scope), within: within)
      },
      comparedOpeners: comparedOpeners.figures, officeResponses: times(.officeResponse),
      turns: times(.turn), officeTurns: times(.officeTurn), resolutions: times(.resolution),
      firstRepliesEver: times(.firstReplyEver), repliesDated: times(.replyDated),
      lastMessages: times(.lastMessage))
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
