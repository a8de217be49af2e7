import MessageHistory

extension HistoryTally {
  /// Adds the conversation's messages in the period: volumes, employees' messages, listing.
  mutating func addMessages(
    _ facts: ConversationFacts, slice: MetricRules.Slice, by rules: MetricRules
  ) {
    guard let period = rules.period else { return }
    var counts = SliceCounts()
    var firstAt: Instant?
    var lastAt: Instant?
    var senders: [UInt32: EmployeeCounts] = [:]
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
        senders[message.employee, default: EmployeeCounts()].note(
          windowUse, on: rules.clock.date(at: message.instant))
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
    for (employee, count) in senders {
      employees[
        PageEmployee(page: slice.page, employee: employee), default: EmployeeCounts()] += count
    }
    addRating(facts, page: slice.page, in: period)
    if rules.lists(page: slice.page), let firstAt, let lastAt {
      list(
        facts, counts: counts, from: firstAt, to: lastAt,
        senders: senders.keys.filter { $0 != 0 }, page: slice.page, by: rules)
    }
  }

  private mutating func addRating(
    _ facts: ConversationFacts, page: Int, in period: Range<Instant>
  ) {
    guard let rating = facts.rating, period.contains(rating.instant),
      let employee = rating.employee
    else { return }
    var counts = EmployeeCounts()
    counts.ratings = 1
    counts.ratingSum = Int64(rating.value.millionths)
    counts.goodRatings = rating.value.isGood ? 1 : 0
    employees[PageEmployee(page: page, employee: employee), default: EmployeeCounts()] += counts
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

extension EmployeeCounts {
  /// Counts a message sent on a local date; the first of a conversation counts that too.
  mutating func note(_ windowUse: WindowUse, on date: LocalDate) {
    messages += 1
    conversations = 1
    activeDays.insert(date)
    if windowUse == .outside { outsideWindow += 1 }
  }
}
