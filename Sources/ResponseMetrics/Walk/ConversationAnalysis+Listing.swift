import MessageHistory

extension ConversationAnalysis {
  /// Lists a conversation that has a message in the period.
  ///
  /// Employees of human outbound messages of the period are added to the listing.
  mutating func list(_ rows: ConversationRows, _ facts: FoundFacts, _ slice: SliceRules) {
    let employees = tally.listing.employees.count
    let messages = messages(rows, employees)
    guard messages.first <= messages.last else { return }
    let openers = openers(facts, slice)
    // Written where it stands: a row has some hundred bytes, and there are millions.
    tally.listing.conversations.append(
      ListedConversation(
        slice: facts.outline.slice, place: facts.outline.place,
        contact: contact(rows, facts), firstAt: Instant(at: messages.first),
        lastAt: Instant(at: messages.last),
        inbound: messages.inbound, outboundHuman: messages.human,
        outboundAutomated: messages.automated, openers: openers.count,
        answered: openers.answered, firstResponse: openers.firstResponse,
        employees: employees..<tally.listing.employees.count, status: facts.outline.status,
        rating: facts.outline.rating?.value ?? .none))
  }

  /// The contact, with its key in the row of the first opener of the period where that has it too:
  /// there a text is fetched anyway.
  @inline(__always)
  private func contact(
    _ rows: ConversationRows, _ facts: FoundFacts
  ) -> ConversationOutline.ContactFact {
    var contact = facts.outline.contact
    for index in 0..<facts.openers.count
    where period.contains(facts.opener(index).pointee.instant) {
      let row = facts.opener(index).pointee.row
      if rows.records[row].contact == contact.key, contact.rank.strength > 0,
        rows.marks(row).contactRank.strength == contact.rank.strength
      {
        contact.keyPlace = rows.place(row)
      }
      break
    }
    return contact
  }

  /// Messages of the period; the first comes after the last where there are none.
  private struct ListedMessages {
    var first = Int64.max
    var last = Int64.min
    var inbound: Int32 = 0
    var human: Int32 = 0
    var automated: Int32 = 0
  }

  @inline(__always)
  private mutating func messages(
    _ rows: ConversationRows, _ firstEmployee: Int
  ) -> ListedMessages {
    var messages = ListedMessages()
    for row in 0..<rows.count {
      let instant = rows.instant(row)
      guard period.contains(instant) else { continue }
      // No switch: which class comes next cannot be foreseen, and a wrong guess takes longer than all
      // of these.
      let messageClass = rows.messageClass(row)
      if case .note = messageClass { continue }
      if case .event = messageClass { continue }
      if case .inbound = messageClass { messages.inbound &+= 1 }
      if case .automatedOutbound = messageClass { messages.automated &+= 1 }
      if case .humanOutbound = messageClass {
        messages.human &+= 1
        listEmployee(rows.employee(row), from: firstEmployee)
      }
      messages.first = min(messages.first, instant)
      messages.last = instant
    }
    return messages
  }

  /// Lists an employee, once for each conversation.
  @inline(__always)
  private mutating func listEmployee(_ employee: UInt32, from first: Int) {
    guard employee != 0 else { return }
    var index = first
    while index < tally.listing.employees.count {
      if tally.listing.employees[index] == employee { return }
      index &+= 1
    }
    tally.listing.employees.append(employee)
  }

  /// Eligible openers of the period.
  private struct ListedOpeners {
    var count: Int32 = 0
    var answered: Int32 = 0
    /// Of the first of them.
    var firstResponse: Milliseconds?
  }

  @inline(__always)
  private func openers(_ facts: FoundFacts, _ slice: SliceRules) -> ListedOpeners {
    var openers = ListedOpeners()
    for index in 0..<facts.openers.count {
      let opener = facts.opener(index)
      guard period.contains(opener.pointee.instant) else { continue }
      let response = opener.pointee.response
      let outcome = outcome(of: opener, isAnswered: response != nil, facts, slice)
      guard outcome.isEligible else { continue }
      if openers.count == 0 {
        openers.firstResponse = response.map { $0.instant - opener.pointee.instant }
      }
      openers.count &+= 1
      if case .answered = outcome { openers.answered &+= 1 }
    }
    return openers
  }

  /// Lists an opener of the period, where openers are listed.
  @inline(__always)
  mutating func listOpener(
    _ opener: UnsafePointer<OpenerFact>, _ outcome: OpenerOutcome, _ facts: FoundFacts,
    _ slice: SliceRules
  ) {
    tally.listing.openers.append(
      ListedOpener(
        slice: facts.outline.slice, conversation: facts.outline.place,
        place: opener.pointee.place, instant: opener.pointee.instant, outcome: outcome,
        response: opener.pointee.response, officeResponse: officeResponse(opener, slice)))
  }

  /// The first response time inside office hours; nil without response or schedule.
  @inline(__always)
  private func officeResponse(
    _ opener: UnsafePointer<OpenerFact>, _ slice: SliceRules
  ) -> Milliseconds? {
    guard let hours = slice.officeHours, let response = opener.pointee.response else { return nil }
    return Milliseconds(hours.time(from: opener.pointee.instant, to: response.instant))
  }
}
