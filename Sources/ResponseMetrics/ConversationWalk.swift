package import MessageHistory

/// The one walk over a conversation's rows: openers, exchanges, turns, status, rating, closes.
///
/// Everything that follows from the rows alone is found here and nowhere else; what depends on
/// the period, the exclusions or the office hours is decided by those who read the facts.
/// Source: metrics.md, sections 1, 3, 7 and 8.
package struct ConversationWalk: Sendable {
  /// The pause after which an inbound message is an opener again; exactly this long counts.
  package var silence: Milliseconds
  package private(set) var facts = ConversationFacts()

  private var lastVisible: Instant?
  private var lastInbound: Instant?
  private var hasOutbound = false
  private var furtherInbound = false
  private var hasHumanOutbound = false
  private var isTurnOpen = false
  private var turn = UnfinishedTurn(
    start: Instant(milliseconds: 0), lastInbound: Instant(milliseconds: 0))
  private var lastHumanSender: UInt32?
  private var openerSinceClose: Instant?
  /// Openers whose instant is the current one: a later row of that instant may assign them.
  private var firstUnassignedOpener = 0
  private var repliers: [UInt32] = []

  package init(silence: Milliseconds) {
    self.silence = silence
  }

  /// Walks over the rows in reading order; the facts are those of this conversation alone.
  package mutating func walk(_ conversation: Conversation) {
    reset(for: conversation)
    for row in 0..<conversation.count {
      let message = conversation[row]
      noteState(of: message)
      noteContact(of: message)
      facts.messages.append(
        MessageFact(
          instant: message.instant, messageClass: message.traits.messageClass,
          windowUse: windowUse(of: message), employee: message.traits.employee,
          senderName: message.traits.senderName))
      if facts.firstMessage == nil, message.traits.messageClass.isSentOrReceived {
        facts.firstMessage = message.instant
      }
      switch message.traits.messageClass {
      case .inbound: receive(message, row: row)
      case .humanOutbound: send(message, row: row)
      case .automatedOutbound: sendAutomatically()
      case .note: break
      case .event: apply(message)
      }
      noteRating(of: message)
    }
    finish()
  }

  private mutating func reset(for conversation: Conversation) {
    facts.reset()
    facts.slice = conversation.slice
    facts.place = conversation[0].place
    lastVisible = nil
    lastInbound = nil
    isTurnOpen = false
    lastHumanSender = nil
    openerSinceClose = nil
    firstUnassignedOpener = 0
    repliers.removeAll(keepingCapacity: true)
  }

  // MARK: Messages

  private mutating func receive(_ message: Message, row: Int) {
    let isFirstInbound = facts.firstInbound == nil
    if isOpener(message, isFirstInbound: isFirstInbound) {
      endExchange(at: message.instant)
      facts.openers.append(
        OpenerFact(
          instant: message.instant, place: message.place, row: row,
          isFirstInbound: isFirstInbound, visibleBefore: lastVisible,
          firstHandover: facts.handovers.count))
      isTurnOpen = false
      openerSinceClose = openerSinceClose ?? message.instant
    } else {
      furtherInbound = true
    }
    if !isTurnOpen {
      turn.start = message.instant
      isTurnOpen = true
    }
    turn.lastInbound = message.instant
    if isFirstInbound { facts.firstInbound = message.instant }
    lastVisible = message.instant
    lastInbound = message.instant
  }

  private func isOpener(_ message: Message, isFirstInbound: Bool) -> Bool {
    guard !isFirstInbound, let lastVisible else { return true }
    return message.instant - lastVisible >= silence
  }

  private mutating func send(_ message: Message, row: Int) {
    let employee = message.traits.employee
    if lastHumanSender == nil { facts.firstHumanOutbound = message.instant }
    lastVisible = message.instant
    lastHumanSender = employee
    guard !facts.openers.isEmpty else { return }
    let opener = facts.openers.count - 1
    if facts.openers[opener].response == nil {
      facts.openers[opener].response = OpenerFact.Response(
        instant: message.instant, employee: employee, row: row)
    }
    if isTurnOpen {
      facts.turns.append(
        TurnFact(
          start: turn.start, lastInbound: turn.lastInbound, reply: message.instant,
          employee: employee, replyRow: row))
      isTurnOpen = false
    }
    noteHandover(to: employee)
    hasOutbound = true
    hasHumanOutbound = true
  }

  private mutating func sendAutomatically() {
    guard !facts.openers.isEmpty else { return }
    if !hasOutbound {
      facts.openers[facts.openers.count - 1].isFirstOutboundAutomated = true
    }
    hasOutbound = true
  }

  private func windowUse(of message: Message) -> WindowUse {
    guard message.traits.messageClass == .humanOutbound, let lastInbound else { return .inside }
    return WindowUse(
      tag: message.traits.tag, sinceInbound: message.instant - lastInbound)
  }

  /// Notes the employee where another one has replied in this exchange before; the blank key
  /// neither takes over nor is taken over from.
  private mutating func noteHandover(to employee: UInt32) {
    guard employee != 0 else { return }
    let first = facts.openers[facts.openers.count - 1].handovers.lowerBound
    if repliers.contains(where: { $0 != employee }), !facts.handovers[first...].contains(employee) {
      facts.handovers.append(employee)
    }
    if !repliers.contains(employee) { repliers.append(employee) }
  }

  /// Settles what is known of the current exchange when the next opener, or the end, is reached.
  private mutating func endExchange(at next: Instant?) {
    if !facts.openers.isEmpty {
      let opener = facts.openers.count - 1
      facts.openers[opener].nextOpener = next
      facts.openers[opener].isHandledByAutomation =
        hasOutbound && !hasHumanOutbound && !furtherInbound
      facts.openers[opener].handovers =
        facts.openers[opener].handovers.lowerBound..<facts.handovers.count
    }
    hasOutbound = false
    hasHumanOutbound = false
    furtherInbound = false
    repliers.removeAll(keepingCapacity: true)
  }

  // MARK: State

  private mutating func noteState(of message: Message) {
    if firstUnassignedOpener < facts.openers.count,
      facts.openers[firstUnassignedOpener].instant < message.instant
    {
      assignOpeners()
    }
    let status = message.statusSet
    if status != .none { facts.status = status }
    if message.traits.event == .unassigned {
      facts.assignee = 0
    } else if message.traits.assignee != 0 {
      facts.assignee = message.traits.assignee
    }
    if message.traits.assignee != 0 {
      facts.hasAssignee = true
    }
  }

  private mutating func assignOpeners() {
    for opener in firstUnassignedOpener..<facts.openers.count {
      facts.openers[opener].assignee = facts.assignee
    }
    firstUnassignedOpener = facts.openers.count
  }

  private mutating func apply(_ message: Message) {
    switch message.traits.event {
    case .closed:
      facts.resolutions.append(ResolutionFact(close: message.instant, opener: openerSinceClose))
      openerSinceClose = nil
    case .reopened:
      facts.reopenings.append(message.instant)
    case .unassigned, .other:
      break
    }
  }

  private mutating func noteRating(of message: Message) {
    guard message.traits.rating.isGiven else { return }
    facts.rating = ConversationFacts.RatingFact(
      value: message.traits.rating, instant: message.instant, employee: lastHumanSender)
  }

  private mutating func noteContact(of message: Message) {
    let evidence = message.traits.contact
    if evidence.rank >= facts.contact.rank, evidence.rank != .none {
      facts.contact.rank = evidence.rank
      facts.contact.key = message.contact
      facts.contact.keyPlace = message.place
    }
    if evidence.hasContactName {
      facts.contact.namePlace = message.place
      facts.contact.isContactName = true
    } else if evidence.hasSenderName, !facts.contact.isContactName {
      facts.contact.namePlace = message.place
    }
  }

  private mutating func finish() {
    endExchange(at: nil)
    assignOpeners()
    facts.unfinishedTurn = isTurnOpen ? turn : nil
  }
}
