import MessageHistory

extension ConversationAnalysis {
  /// Adds the times of a conversation: of openers, turns, resolutions and other programs' rules.
  ///
  /// An opener begins a turn, and its response ends that: one time, which is kept once. So each turn
  /// first gets a row, one after another, to which answered openers then add what they count as.
  @inline(__always)
  mutating func addWaits(
    _ facts: FoundFacts, _ slice: UnsafePointer<SliceRules>,
    _ notes: UnsafeMutablePointer<SliceNotes>, rowCount: Int
  ) {
    // A row of the history ends a turn or an opener at most, with a row each for the time, the
    // office hours in it and the turn's last message.
    waits.reserve(3 * rowCount + 1, pouringInto: &tally.waits)
    let start = waits.count
    let idle = addTurns(facts, slice)
    addOpeners(facts, slice, notes, waits.place(start))
    addFirstReply(facts, notes, waits.place(start))
    if slice.pointee.officeHours != nil { addOfficeHours(facts, slice) }
    if idle > 0 { waits.keep(from: start) { !$0.roles.isEmpty } }
  }

  // MARK: Turns

  /// Adds a row for each turn, even where it counts as nothing yet, and behind them those of last
  /// messages that are not the first.
  ///
  /// What few turns need is done in a second pass, so that the first one has little to keep in mind.
  /// - Returns: how many turns count as nothing yet.
  @inline(__always)
  private mutating func addTurns(
    _ facts: FoundFacts, _ slice: UnsafePointer<SliceRules>
  ) -> Int {
    let isSpam = if case .spam = facts.outline.status { true } else { false }
    var idle = 0
    var hasFurtherRows = false
    for index in 0..<facts.turnCount {
      let turn = facts.turn(index)
      let (start, reply) = (turn.pointee.start, turn.pointee.reply)
      let isReplyInPeriod = period.contains(reply)
      let isOneMessage = turn.pointee.lastInbound.milliseconds == start.milliseconds
      var roles: WaitRow.Roles = []
      if period.contains(start) { roles.insert(.turn) }
      if isReplyInPeriod, isOneMessage { roles.insert(.lastMessage) }
      if isSpam { roles = [] }
      if !isReplyInPeriod || !isOneMessage { hasFurtherRows = true }
      if roles.isEmpty { idle &+= 1 }
      waits.append(
        WaitRow(
          milliseconds: reply.milliseconds &- start.milliseconds, as: roles,
          slice: facts.outline.slice, employee: turn.pointee.employee))
    }
    if hasFurtherRows, !isSpam { addLastMessages(facts, slice) }
    return idle
  }

  /// Adds the last messages of turns of more than one message, and the seats of those who replied to a
  /// turn of the period behind it: who replied in it has a seat by the message itself.
  @inline(never)
  private mutating func addLastMessages(
    _ facts: FoundFacts, _ slice: UnsafePointer<SliceRules>
  ) {
    for index in 0..<facts.turnCount {
      let turn = facts.turn(index)
      let (last, reply) = (turn.pointee.lastInbound, turn.pointee.reply)
      if !period.contains(reply) {
        if period.contains(turn.pointee.start) {
          rows.seats.enter(page: slice.pointee.page, employee: turn.pointee.employee)
        }
      } else if last.milliseconds != turn.pointee.start.milliseconds {
        waits.append(
          WaitRow(
            milliseconds: reply.milliseconds &- last.milliseconds, as: .lastMessage,
            slice: facts.outline.slice))
      }
    }
  }

  // MARK: Openers

  /// Adds the openers: to the rows of the turns that their responses ended, else rows of their own.
  @inline(__always)
  private mutating func addOpeners(
    _ facts: FoundFacts, _ slice: UnsafePointer<SliceRules>,
    _ notes: UnsafeMutablePointer<SliceNotes>, _ turnRows: UnsafeMutablePointer<WaitRow>
  ) {
    for index in 0..<facts.openerCount {
      let opener = facts.opener(index)
      let instant = opener.pointee.instant
      let isAnswered = opener.pointee.isAnswered
      let isInPeriod = period.contains(instant)
      var roles: WaitRow.Roles = []
      if isInPeriod { roles.insert(.opener) }
      if comparedPeriod.contains(instant) { roles.insert(.comparedOpener) }
      let outcome = outcome(of: opener, isAnswered: isAnswered, facts, slice.pointee)
      if case .answered = outcome, period.contains(opener.pointee.responseInstant) {
        roles.insert(.replyDated)
      }
      if isAnswered || !roles.isEmpty {
        let row = isAnswered ? turnRows + opener.pointee.turn : addUnanswered(opener, facts)
        row.pointee.describe(
          opener, as: roles, outcome, localHour: rows.clock.hour(at: instant.milliseconds))
      }
      guard isInPeriod else { continue }
      notes.pointee.openers &+= 1
      if case .answered = outcome { notes.pointee.answeredOpeners &+= 1 }
      if slice.pointee.isListed { listOpener(opener, outcome, facts, slice.pointee) }
      let isOfOthers =
        opener.pointee.assignee != 0 || opener.pointee.hasHandovers
        || isAnswered && !period.contains(opener.pointee.responseInstant)
      if isOfOthers, outcome.isEligible { noteOthers(opener, facts, slice) }
    }
  }

  /// Adds a row for an opener without a response, which counts as nothing yet.
  @inline(never)
  private mutating func addUnanswered(
    _ opener: UnsafePointer<OpenerFact>, _ facts: FoundFacts
  ) -> UnsafeMutablePointer<WaitRow> {
    waits.append(
      WaitRow(
        wait: opener.pointee.censoredWait(asOf: rules.asOf), as: [],
        slice: facts.outline.slice))
    return waits.place(waits.count - 1)
  }

  /// What became of an opener.
  @inline(__always)
  func outcome(
    of opener: UnsafePointer<OpenerFact>, isAnswered: Bool, _ facts: FoundFacts,
    _ slice: SliceRules
  ) -> OpenerOutcome {
    rules.outcome(
      isAnswered: isAnswered, at: opener.pointee.instant, status: facts.outline.status,
      isAway: slice.isEverAway && away.contains(opener.pointee.instant, page: slice.page))
  }

  /// Notes who has to do with an eligible opener of the period, besides those who replied in it.
  @inline(never)
  private mutating func noteOthers(
    _ opener: UnsafePointer<OpenerFact>, _ facts: FoundFacts,
    _ slice: UnsafePointer<SliceRules>
  ) {
    let page = slice.pointee.page
    if let response = opener.pointee.response, !period.contains(response.instant) {
      rows.seats.enter(page: page, employee: response.employee)
    }
    if opener.pointee.assignee != 0 {
      rows.seats.enter(page: page, employee: opener.pointee.assignee)
    }
    for handover in opener.pointee.handovers {
      rows.seats.note(page: page, employee: facts.rare.handovers[handover]).pointee.handovers &+= 1
    }
  }

  // MARK: Office hours

  /// Adds the times inside office hours of turns, and of the openers that they answer.
  @inline(never)
  private mutating func addOfficeHours(_ facts: FoundFacts, _ slice: UnsafePointer<SliceRules>) {
    guard let hours = slice.pointee.officeHours else { return }
    var next = 0
    for index in 0..<facts.turnCount {
      let turn = facts.turn(index)
      var roles: WaitRow.Roles = []
      if case .spam = facts.outline.status {
      } else if period.contains(turn.pointee.start) {
        roles.insert(.officeTurn)
      }
      while next < facts.openerCount, facts.opener(next).pointee.row < turn.pointee.replyRow {
        let opener = facts.opener(next)
        if opener.pointee.isAnswered, opener.pointee.turn == index,
          period.contains(opener.pointee.instant),
          case .answered = outcome(of: opener, isAnswered: true, facts, slice.pointee)
        {
          roles.insert(.officeResponse)
        }
        next &+= 1
      }
      guard !roles.isEmpty else { continue }
      waits.append(
        WaitRow(
          milliseconds: hours.time(from: turn.pointee.start, to: turn.pointee.reply), as: roles,
          slice: facts.outline.slice, employee: turn.pointee.employee))
    }
  }

  // MARK: Conversations

  /// Adds the time from the conversation's first message, in the period, to its first human reply.
  ///
  /// Mostly that is the first turn's. No later one can be it: turns begin one behind the other.
  @inline(__always)
  private mutating func addFirstReply(
    _ facts: FoundFacts, _ notes: UnsafeMutablePointer<SliceNotes>,
    _ turnRows: UnsafeMutablePointer<WaitRow>
  ) {
    guard let start = facts.outline.firstMessage, period.contains(start) else { return }
    guard let end = facts.outline.firstHumanOutbound else {
      notes.pointee.neverReplied &+= 1
      return
    }
    if facts.turnCount > 0, facts.turn(0).pointee.start.milliseconds == start.milliseconds,
      facts.turn(0).pointee.reply.milliseconds == end.milliseconds
    {
      turnRows.pointee.roles.insert(.firstReplyEver)
    } else {
      waits.append(
        WaitRow(
          milliseconds: end.milliseconds &- start.milliseconds, as: .firstReplyEver,
          slice: facts.outline.slice))
    }
  }
}
