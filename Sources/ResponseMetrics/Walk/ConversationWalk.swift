import MessageHistory

/// The one walk over a conversation's rows: openers, exchanges, turns, status, rating, closes.
///
/// Everything that follows from the rows alone is found here and nowhere else; what depends on
/// the period, the exclusions or the office hours is decided by those who read the facts.
/// Source: metrics.md, sections 1, 3, 7 and 8.
///
/// One loop passes all rows with the little that each of them may change; whatever a single row
/// decides, such as the newest status, is looked for behind it from the end. Instants are plain
/// milliseconds here, since operators of another module are called, not inlined.
struct ConversationWalk: BitwiseCopyable {
  /// The pause after which an inbound message is an opener again; exactly this long counts.
  private let silence: Int64

  private var lastVisible: Int64 = 0
  /// Of no meaning before the first opener.
  private var lastInbound: Int64 = 0
  private var hasVisible = false
  private var turnStart: Int64 = 0
  private var isTurnOpen = false
  /// The employee of the exchange's newest attributed reply, 0 for none.
  private var lastReplier: UInt32 = 0
  /// How many openers there were at the newest close.
  private var openersAtClose = 0

  // Whether there is anything to look for behind the loop; not 0 where there is.
  private var assignees: UInt32 = 0
  private var ratings: UInt32 = 0
  private var hasNames = false

  private init(silence: Int64) {
    self.silence = silence
  }

  /// Walks over the rows in reading order; the facts are those of this conversation alone.
  static func walk(
    _ conversation: Conversation, silence: Milliseconds, into sheet: inout FactSheet
  ) {
    sheet.begin(rows: conversation.records.count)
    // Behind a pointer, where a row changes what it has to: state in registers would all be moved
    // about at each branch.
    let walk = sheet.walk
    walk.initialize(to: ConversationWalk(silence: silence.count))
    for row in 0..<conversation.records.count {
      let record = conversation.records[row]
      let traits = conversation.traits[Int(record.traits)]
      let instant = record.moment >> 3
      walk.pointee.noteMarks(of: traits)
      switch traits.messageClass {
      case .inbound: walk.pointee.receive(record, at: instant, row: row, &sheet)
      case .humanOutbound: walk.pointee.send(traits, at: instant, row: row, &sheet)
      case .automatedOutbound: walk.pointee.sendAutomatically(&sheet)
      case .note: break
      case .event: walk.pointee.apply(traits.event, at: instant, &sheet)
      }
    }
    walk.pointee.finish(conversation, &sheet)
  }

  @inline(__always)
  private mutating func noteMarks(of traits: MessageTraits) {
    assignees |= traits.assignee
    ratings |= traits.rating.millionths
    if traits.contact.hasContactName || traits.contact.hasSenderName { hasNames = true }
  }

  // MARK: Messages

  @inline(__always)
  private mutating func receive(
    _ record: MessageRecord, at instant: Int64, row: Int, _ sheet: inout FactSheet
  ) {
    let isFirst = sheet.openers.isEmpty
    if isFirst || instant - lastVisible >= silence {
      if !isFirst { endExchange(at: Instant(at: instant), &sheet) }
      sheet.openers.append(
        OpenerFact(
          instant: Instant(at: instant), place: record.place, row: row, isFirstInbound: isFirst,
          visibleBefore: hasVisible ? Instant(at: lastVisible) : nil,
          firstHandover: sheet.handovers.count))
      isTurnOpen = false
    } else {
      sheet.openers.last.pointee.hasFurtherInbound = true
    }
    if !isTurnOpen { turnStart = instant }
    isTurnOpen = true
    lastInbound = instant
    lastVisible = instant
    hasVisible = true
  }

  @inline(__always)
  private mutating func send(
    _ traits: MessageTraits, at instant: Int64, row: Int, _ sheet: inout FactSheet
  ) {
    lastVisible = instant
    hasVisible = true
    guard !sheet.openers.isEmpty else { return }
    let employee = traits.employee
    if instant - lastInbound > Self.window {
      noteWindowUse(tag: traits.tag, by: employee, at: instant, row: row, &sheet)
    }
    if isTurnOpen {
      // A response always ends a turn: the one that its opener began.
      if sheet.openers.last.pointee.response == nil {
        sheet.openers.last.pointee.response = OpenerFact.Response(
          instant: Instant(at: instant), employee: employee, row: row)
      }
      sheet.turns.append(
        TurnFact(
          start: Instant(at: turnStart), lastInbound: Instant(at: lastInbound),
          reply: Instant(at: instant), employee: employee, replyRow: row))
      isTurnOpen = false
    }
    if employee != lastReplier, employee != 0 { noteReplier(employee, &sheet) }
  }

  @inline(__always)
  private func sendAutomatically(_ sheet: inout FactSheet) {
    if !sheet.openers.isEmpty, sheet.openers.last.pointee.response == nil {
      sheet.openers.last.pointee.isFirstOutboundAutomated = true
    }
  }

  /// The messaging window, in milliseconds: what is sent in it needs no judgement.
  private static let window: Int64 = 24 * 3_600_000

  @inline(never)
  private func noteWindowUse(
    tag: MessageTag, by employee: UInt32, at instant: Int64, row: Int, _ sheet: inout FactSheet
  ) {
    let use = WindowUse(tag: tag, sinceInbound: Milliseconds(instant - lastInbound))
    sheet.windowUses.append(
      WindowFact(row: row, instant: Instant(at: instant), employee: employee, use: use))
  }

  /// Notes a handover where another employee has replied in this exchange before; the blank key
  /// neither takes over nor is taken over from.
  @inline(__always)
  private mutating func noteReplier(_ employee: UInt32, _ sheet: inout FactSheet) {
    // All repliers but the first are among the handovers, and the first is once it replies again.
    let first = sheet.openers.last.pointee.handovers.lowerBound
    if lastReplier != 0, !sheet.handovers.contains(employee, from: first) {
      sheet.handovers.append(employee)
    }
    lastReplier = employee
  }

  /// Settles what is known of the current exchange when the next opener, or the end, is reached.
  @inline(__always)
  private mutating func endExchange(at next: Instant?, _ sheet: inout FactSheet) {
    sheet.openers.last.pointee.end(at: next, handovers: sheet.handovers.count)
    lastReplier = 0
  }

  private mutating func apply(_ event: EventKind, at instant: Int64, _ sheet: inout FactSheet) {
    switch event {
    case .closed:
      let isOpened = openersAtClose < sheet.openers.count
      sheet.resolutions.append(
        ResolutionFact(
          close: Instant(at: instant),
          opener: isOpened ? sheet.openers.all[openersAtClose].instant : nil))
      openersAtClose = sheet.openers.count
    case .reopened: sheet.reopenings.append(Instant(at: instant))
    case .unassigned, .other: break
    }
  }

  // MARK: The end

  @inline(__always)
  private mutating func finish(_ conversation: Conversation, _ sheet: inout FactSheet) {
    let rows = ConversationRows(conversation)
    let outline = sheet.outline
    if !sheet.openers.isEmpty { endExchange(at: nil, &sheet) }
    outline.pointee.slice = rows.traits(0).slice
    outline.pointee.place = conversation.records[0].place
    outline.pointee.firstInbound = sheet.openers.isEmpty ? nil : sheet.openers.all[0].instant
    outline.pointee.unfinishedTurn =
      isTurnOpen
      ? UnfinishedTurn(start: Instant(at: turnStart), lastInbound: Instant(at: lastInbound)) : nil
    outline.pointee.status = rows.status
    outline.pointee.firstMessage = rows.firstMessage
    outline.pointee.firstHumanOutbound = hasVisible ? rows.firstHumanOutbound : nil
    outline.pointee.contact = rows.contact
    if hasNames { rows.findName(&outline.pointee.contact) }
    outline.pointee.rating = ratings == 0 ? nil : rows.rating
    outline.pointee.hasAssignee = assignees != 0
    outline.pointee.assignee = assignees == 0 ? 0 : rows.assign(sheet.openers.all)
  }
}
