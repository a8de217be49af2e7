import MessageHistory

extension HistoryTally {
  /// Adds the times of a conversation: of openers, turns, resolutions and other programs' rules.
  ///
  /// An opener begins a turn, and its response ends that: one time, which is kept once.
  mutating func addWaits(
    _ facts: ConversationFacts, page: Int, in period: Range<Instant>, by rules: MetricRules
  ) {
    let scene = Scene(
      slice: facts.slice, page: page, period: period, hasSchedule: rules.officeHours[page] != nil)
    var firstReply = firstReply(facts, in: period)
    var turn = 0
    for opener in facts.openers {
      if let response = opener.response {
        while facts.turns[turn].replyRow < response.row {
          addTurn(facts.turns[turn], facts.status, scene, rules)
          turn += 1
        }
        addAnswered(opener, response, facts.turns[turn], &firstReply, facts, scene, rules)
        turn += 1
      } else {
        addUnanswered(opener, facts, scene, rules)
      }
    }
    for further in facts.turns[turn...] { addTurn(further, facts.status, scene, rules) }
    if let firstReply {
      waits.append(
        WaitRow(
          wait: firstReply.end - firstReply.start, as: .firstReplyEver, slice: facts.slice))
    }
    addResolutions(facts, in: period)
  }

  /// Where the times of a conversation belong.
  private struct Scene {
    let slice: UInt32
    let page: Int
    let period: Range<Instant>
    let hasSchedule: Bool
  }

  private struct FirstReply {
    let start: Instant
    let end: Instant
  }

  // MARK: Openers

  private mutating func addAnswered(
    _ opener: OpenerFact, _ response: OpenerFact.Response, _ turn: TurnFact,
    _ firstReply: inout FirstReply?, _ facts: ConversationFacts, _ scene: Scene,
    _ rules: MetricRules
  ) {
    let outcome = rules.outcome(of: opener, status: facts.status, page: scene.page)
    var roles = openerRoles(opener, scene, rules)
    var officeRoles: WaitRow.Roles = []
    if outcome == .answered {
      if scene.period.contains(response.instant) { roles.insert(.replyDated) }
      if roles.contains(.opener) { officeRoles.insert(.officeResponse) }
    }
    addRoles(of: turn, facts.status, &roles, &officeRoles, scene)
    if let first = firstReply, first.start == opener.instant, first.end == response.instant {
      roles.insert(.firstReplyEver)
      firstReply = nil
    }
    addWait(
      from: opener.instant, to: response.instant, by: response.employee, as: roles, officeRoles,
      scene, rules
    ) { $0.describe(opener, outcome: outcome, by: rules.clock) }
    noteOpener(opener, outcome, facts, scene, rules)
  }

  private mutating func addUnanswered(
    _ opener: OpenerFact, _ facts: ConversationFacts, _ scene: Scene, _ rules: MetricRules
  ) {
    let roles = openerRoles(opener, scene, rules)
    guard !roles.isEmpty else { return }
    let outcome = rules.outcome(of: opener, status: facts.status, page: scene.page)
    var row = WaitRow(
      wait: opener.censoredWait(asOf: rules.asOf), as: roles, slice: scene.slice)
    row.describe(opener, outcome: outcome, by: rules.clock)
    waits.append(row)
    noteOpener(opener, outcome, facts, scene, rules)
  }

  private func openerRoles(
    _ opener: OpenerFact, _ scene: Scene, _ rules: MetricRules
  ) -> WaitRow.Roles {
    var roles: WaitRow.Roles = []
    if scene.period.contains(opener.instant) { roles.insert(.opener) }
    if rules.comparedPeriod?.contains(opener.instant) == true { roles.insert(.comparedOpener) }
    return roles
  }

  /// Counts an opener of the period, and who has to do with it.
  private mutating func noteOpener(
    _ opener: OpenerFact, _ outcome: OpenerOutcome, _ facts: ConversationFacts, _ scene: Scene,
    _ rules: MetricRules
  ) {
    guard scene.period.contains(opener.instant) else { return }
    countOpener(outcome, slice: scene.slice)
    listOpener(opener, outcome, facts, page: scene.page, by: rules)
    guard outcome.isEligible else { return }
    if let response = opener.response {
      employees.enter(page: scene.page, employee: response.employee)
    }
    if opener.assignee != 0 { employees.enter(page: scene.page, employee: opener.assignee) }
    for employee in facts.handovers[opener.handovers] {
      employees.noteHandover(by: employees.seat(page: scene.page, employee: employee))
    }
  }

  // MARK: Turns

  private mutating func addTurn(
    _ turn: TurnFact, _ status: ConversationStatus, _ scene: Scene, _ rules: MetricRules
  ) {
    var roles: WaitRow.Roles = []
    var officeRoles: WaitRow.Roles = []
    addRoles(of: turn, status, &roles, &officeRoles, scene)
    addWait(
      from: turn.start, to: turn.reply, by: turn.employee, as: roles, officeRoles, scene, rules
    ) { _ in }
  }

  /// What a turn counts as; where its last message is not its first, that has a row of its own.
  private mutating func addRoles(
    of turn: TurnFact, _ status: ConversationStatus, _ roles: inout WaitRow.Roles,
    _ officeRoles: inout WaitRow.Roles, _ scene: Scene
  ) {
    guard status != .spam else { return }
    if scene.period.contains(turn.start) {
      roles.insert(.turn)
      officeRoles.insert(.officeTurn)
      employees.enter(page: scene.page, employee: turn.employee)
    }
    guard scene.period.contains(turn.reply) else { return }
    if turn.lastInbound == turn.start {
      roles.insert(.lastMessage)
    } else {
      waits.append(
        WaitRow(wait: turn.reply - turn.lastInbound, as: .lastMessage, slice: scene.slice))
    }
  }

  /// Adds the row of a time, and that of the office hours in it.
  @inline(__always)
  private mutating func addWait(
    from start: Instant, to end: Instant, by employee: UInt32, as roles: WaitRow.Roles,
    _ officeRoles: WaitRow.Roles, _ scene: Scene, _ rules: MetricRules,
    describe: (inout WaitRow) -> Void
  ) {
    if !roles.isEmpty {
      var row = WaitRow(wait: end - start, as: roles, slice: scene.slice, employee: employee)
      describe(&row)
      waits.append(row)
    }
    if scene.hasSchedule, !officeRoles.isEmpty,
      let office = rules.officeHours[scene.page]?.time(from: start, to: end)
    {
      waits.append(
        WaitRow(wait: office, as: officeRoles, slice: scene.slice, employee: employee))
    }
  }

  // MARK: Conversations

  /// From the conversation's first message, in the period, to its first human reply.
  private mutating func firstReply(
    _ facts: ConversationFacts, in period: Range<Instant>
  ) -> FirstReply? {
    guard let start = facts.firstMessage, period.contains(start) else { return nil }
    guard let end = facts.firstHumanOutbound else {
      neverReplied[Int(facts.slice)] += 1
      return nil
    }
    return FirstReply(start: start, end: end)
  }

  private mutating func addResolutions(_ facts: ConversationFacts, in period: Range<Instant>) {
    guard facts.status != .spam else { return }
    for resolution in facts.resolutions where period.contains(resolution.close) {
      guard let opener = resolution.opener else { continue }
      waits.append(
        WaitRow(wait: resolution.close - opener, as: .resolution, slice: facts.slice))
    }
    for reopening in facts.reopenings where period.contains(reopening) {
      slices[Int(facts.slice)].reopenings += 1
    }
  }
}
