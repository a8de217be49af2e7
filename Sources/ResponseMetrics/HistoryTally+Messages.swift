import MessageHistory

extension HistoryTally {
  /// Adds the conversation's messages in the period: volumes, employees' messages, listing.
  mutating func addMessages(
    _ facts: ConversationFacts, slice: MetricRules.Slice, in period: Range<Instant>,
    by rules: MetricRules
  ) {
    let isListed = rules.lists(page: slice.page)
    var counts = SliceCounts()
    var firstAt: Instant?
    var lastAt: Instant?
    var senders: [UInt32] = []
    employees.beginConversation()
    for message in facts.messages where period.contains(message.instant) {
      switch message.messageClass {
      case .inbound: counts.inbound += 1
      case .humanOutbound:
        counts.outboundHuman += 1
        let windowUse = message.windowUse(on: slice)
        switch windowUse {
        case .inside: break
        case .allowedOutside: counts.allowedOutsideWindow += 1
        case .outside: counts.outsideWindow += 1
        }
        let seat = employees.seat(page: slice.page, employee: message.employee)
        employees.noteMessage(windowUse, on: rules.clock.date(at: message.instant), by: seat)
        if isListed, message.employee != 0, !senders.contains(message.employee) {
          senders.append(message.employee)
        }
      case .automatedOutbound: counts.outboundAutomated += 1
      case .note: counts.notes += 1
      case .event: break
      }
      if message.messageClass.isSentOrReceived {
        firstAt = firstAt ?? message.instant
        lastAt = message.instant
      }
    }
    if firstAt != nil { counts.conversations = 1 }
    slices[Int(facts.slice)] += counts
    addRating(facts, page: slice.page, in: period)
    if isListed, let firstAt, let lastAt {
      list(
        facts, counts: counts, from: firstAt, to: lastAt, senders: senders, page: slice.page,
        by: rules)
    }
  }

  private mutating func addRating(
    _ facts: ConversationFacts, page: Int, in period: Range<Instant>
  ) {
    guard let rating = facts.rating, period.contains(rating.instant),
      let employee = rating.employee
    else { return }
    employees.noteRating(rating.value, of: employees.seat(page: page, employee: employee))
  }

  private mutating func list(
    _ facts: ConversationFacts, counts: SliceCounts, from firstAt: Instant, to lastAt: Instant,
    senders: [UInt32], page: Int, by rules: MetricRules
  ) {
    let start = listing.employees.count
    listing.employees += senders
    var openers: Int32 = 0
    var answered: Int32 = 0
    var firstResponse: Milliseconds?
    for opener in facts.openers where rules.period?.contains(opener.instant) == true {
      let outcome = rules.outcome(of: opener, status: facts.status, page: page)
      guard outcome.isEligible else { continue }
      if openers == 0 { firstResponse = opener.firstResponseTime }
      openers += 1
      if outcome == .answered { answered += 1 }
    }
    listing.conversations.append(
      ListedConversation(
        slice: facts.slice, place: facts.place, contact: facts.contact, firstAt: firstAt,
        lastAt: lastAt, inbound: Int32(clamping: counts.inbound),
        outboundHuman: Int32(clamping: counts.outboundHuman),
        outboundAutomated: Int32(clamping: counts.outboundAutomated), openers: openers,
        answered: answered, firstResponse: firstResponse,
        employees: start..<listing.employees.count, status: facts.status,
        rating: facts.rating?.value ?? .none))
  }
}

extension MessageFact {
  /// The message's use of the window, `inside` on a channel that has none.
  func windowUse(on slice: MetricRules.Slice) -> WindowUse {
    slice.hasWindow ? windowUse : .inside
  }
}
