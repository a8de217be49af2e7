import MessageHistory

extension ConversationAnalysis {
  /// Adds the times of a conversation: of openers, turns, resolutions and other programs' rules.
  ///
  /// An opener begins a turn, and its response ends that: one time, which is kept once.
  mutating func addWaits(
    _ facts: FoundFacts, _ slice: SliceRules, _ notes: UnsafeMutablePointer<SliceNotes>, rows: Int
  ) {
    // A row of the history ends a turn or an opener at most, with a row each for the time, the
    // office hours in it and the turn's last message, or it closes a resolution.
    waits.reserve(3 * rows + 1, pouringInto: &tally.waits)
    var firstReply = firstReply(facts, notes)
    var turn = 0
    for index in 0..<facts.openers.count {
      let opener = facts.opener(index)
      if opener.pointee.response == nil {
        addUnanswered(opener, facts, slice, notes)
        continue
      }
      // An opener begins a turn: the first to be replied to behind it.
      while facts.turns[turn].replyRow < opener.pointee.row {
        addTurn(facts.turns[turn], facts, slice)
        turn &+= 1
      }
      addAnswered(opener, facts.turns[turn], &firstReply, facts, slice, notes)
      turn &+= 1
    }
    while turn < facts.turns.count {
      addTurn(facts.turns[turn], facts, slice)
      turn &+= 1
    }
    if let firstReply {
      waits.append(
        WaitRow(
          milliseconds: firstReply.end.milliseconds - firstReply.start.milliseconds,
          as: .firstReplyEver, slice: facts.outline.slice))
    }
    addResolutions(facts, notes)
  }

  private struct FirstReply {
    let start: Instant
    let end: Instant
  }

  // MARK: Openers

  /// Adds an opener whose response ended a turn.
  ///
  /// Openers are handed on as places, since a copy takes longer than what is read of them.
  @inline(__always)
  private mutating func addAnswered(
    _ opener: UnsafePointer<OpenerFact>, _ turn: TurnFact, _ firstReply: inout FirstReply?,
    _ facts: FoundFacts, _ slice: SliceRules, _ notes: UnsafeMutablePointer<SliceNotes>
  ) {
    let outcome = outcome(of: opener, isAnswered: true, facts, slice)
    var roles = openerRoles(opener)
    var officeRoles: WaitRow.Roles = []
    if case .answered = outcome {
      if period.contains(turn.reply) { roles.insert(.replyDated) }
      if roles.contains(.opener) { officeRoles.insert(.officeResponse) }
    }
    addRoles(of: turn, &roles, &officeRoles, facts, slice)
    if let first = firstReply, first.start.milliseconds == turn.start.milliseconds,
      first.end.milliseconds == turn.reply.milliseconds
    {
      roles.insert(.firstReplyEver)
      firstReply = nil
    }
    if !roles.isEmpty {
      var row = WaitRow(
        milliseconds: turn.reply.milliseconds - turn.start.milliseconds, as: roles,
        slice: facts.outline.slice, employee: turn.employee)
      row.describe(opener, outcome: outcome, localHour: clock.hour(at: turn.start.milliseconds))
      waits.append(row)
    }
    if let hours = slice.officeHours, !officeRoles.isEmpty {
      waits.append(
        WaitRow(
          milliseconds: hours.time(from: turn.start, to: turn.reply), as: officeRoles,
          slice: facts.outline.slice, employee: turn.employee))
    }
    noteOpener(opener, outcome, facts, slice, notes)
    // Who replied in the period has a seat by the message itself.
    if outcome.isEligible, roles.contains(.opener), !period.contains(turn.reply) {
      seats.enter(page: slice.page, employee: turn.employee)
    }
  }

  private mutating func addUnanswered(
    _ opener: UnsafePointer<OpenerFact>, _ facts: FoundFacts, _ slice: SliceRules,
    _ notes: UnsafeMutablePointer<SliceNotes>
  ) {
    let roles = openerRoles(opener)
    guard !roles.isEmpty else { return }
    let outcome = outcome(of: opener, isAnswered: false, facts, slice)
    var row = WaitRow(
      wait: opener.pointee.censoredWait(asOf: rules.asOf), as: roles,
      slice: facts.outline.slice)
    row.describe(
      opener, outcome: outcome, localHour: clock.hour(at: opener.pointee.instant.milliseconds))
    waits.append(row)
    noteOpener(opener, outcome, facts, slice, notes)
  }

  /// What became of an opener.
  @inline(__always)
  func outcome(
    of opener: UnsafePointer<OpenerFact>, isAnswered: Bool, _ facts: FoundFacts,
    _ slice: SliceRules
  ) -> OpenerOutcome {
    rules.outcome(
      isAnswered: isAnswered, at: opener.pointee.instant, status: facts.outline.status,
      isAway: slice.isEverAway && rules.away[slice.page].contains(opener.pointee.instant))
  }

  @inline(__always)
  private func openerRoles(_ opener: UnsafePointer<OpenerFact>) -> WaitRow.Roles {
    var roles: WaitRow.Roles = []
    if period.contains(opener.pointee.instant) { roles.insert(.opener) }
    if comparedPeriod.contains(opener.pointee.instant) { roles.insert(.comparedOpener) }
    return roles
  }

  /// Counts an opener of the period, and who has to do with it besides those who replied.
  @inline(__always)
  private mutating func noteOpener(
    _ opener: UnsafePointer<OpenerFact>, _ outcome: OpenerOutcome, _ facts: FoundFacts,
    _ slice: SliceRules, _ notes: UnsafeMutablePointer<SliceNotes>
  ) {
    guard period.contains(opener.pointee.instant) else { return }
    notes.pointee.openers &+= 1
    if case .answered = outcome { notes.pointee.answeredOpeners &+= 1 }
    if slice.isListed { listOpener(opener, outcome, facts, slice) }
    guard outcome.isEligible else { return }
    if opener.pointee.assignee != 0 {
      seats.enter(page: slice.page, employee: opener.pointee.assignee)
    }
    for handover in opener.pointee.handovers {
      seats.note(page: slice.page, employee: facts.handovers[handover]).pointee.handovers &+= 1
    }
  }

  // MARK: Turns

  @inline(__always)
  private mutating func addTurn(_ turn: TurnFact, _ facts: FoundFacts, _ slice: SliceRules) {
    var roles: WaitRow.Roles = []
    var officeRoles: WaitRow.Roles = []
    addRoles(of: turn, &roles, &officeRoles, facts, slice)
    if !roles.isEmpty {
      waits.append(
        WaitRow(
          milliseconds: turn.reply.milliseconds - turn.start.milliseconds, as: roles,
          slice: facts.outline.slice, employee: turn.employee))
    }
    if let hours = slice.officeHours, !officeRoles.isEmpty {
      waits.append(
        WaitRow(
          milliseconds: hours.time(from: turn.start, to: turn.reply), as: officeRoles,
          slice: facts.outline.slice, employee: turn.employee))
    }
  }

  /// What a turn counts as; where its last message is not its first, that has a row of its own.
  @inline(__always)
  private mutating func addRoles(
    of turn: TurnFact, _ roles: inout WaitRow.Roles, _ officeRoles: inout WaitRow.Roles,
    _ facts: FoundFacts, _ slice: SliceRules
  ) {
    if case .spam = facts.outline.status { return }
    let isReplyInPeriod = period.contains(turn.reply)
    if period.contains(turn.start) {
      roles.insert(.turn)
      officeRoles.insert(.officeTurn)
      if !isReplyInPeriod { seats.enter(page: slice.page, employee: turn.employee) }
    }
    guard isReplyInPeriod else { return }
    if turn.lastInbound.milliseconds == turn.start.milliseconds {
      roles.insert(.lastMessage)
    } else {
      waits.append(
        WaitRow(
          milliseconds: turn.reply.milliseconds - turn.lastInbound.milliseconds,
          as: .lastMessage, slice: facts.outline.slice))
    }
  }

  // MARK: Conversations

  /// From the conversation's first message, in the period, to its first human reply.
  @inline(__always)
  private mutating func firstReply(
    _ facts: FoundFacts, _ notes: UnsafeMutablePointer<SliceNotes>
  ) -> FirstReply? {
    guard let start = facts.outline.firstMessage, period.contains(start) else { return nil }
    guard let end = facts.outline.firstHumanOutbound else {
      notes.pointee.neverReplied += 1
      return nil
    }
    return FirstReply(start: start, end: end)
  }

  @inline(__always)
  private mutating func addResolutions(
    _ facts: FoundFacts, _ notes: UnsafeMutablePointer<SliceNotes>
  ) {
    if case .spam = facts.outline.status { return }
    for resolution in facts.resolutions where period.contains(resolution.close) {
      guard let opener = resolution.opener else { continue }
      waits.append(
        WaitRow(
          wait: resolution.close - opener, as: .resolution, slice: facts.outline.slice))
    }
    for reopening in facts.reopenings where period.contains(reopening) {
      notes.pointee.reopenings += 1
    }
  }
}
