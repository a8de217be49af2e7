import MessageHistory

/// The one walk over a conversation's rows: openers, exchanges, turns, status, rating, closes.
///
/// Everything that follows from the rows alone is found here and nowhere else; what depends on
/// the period, the exclusions or the office hours is decided by those who read the facts.
/// Source: metrics.md, sections 1, 3, 7 and 8.
///
/// Where the walk stands in its loops says whether there is an opener and whether a turn is open, so
/// that little has to be kept from row to row; whatever a single row decides, such as the newest
/// status, is looked for behind it from the end. Instants are plain milliseconds here, since
/// operators of another module are called, not inlined. The rows are handed on from step to step, not
/// held: a copy of what was written a moment ago would wait for it.
struct ConversationWalk {
  /// The pause after which an inbound message is an opener again; exactly this long counts.
  private let silence: Int64
  /// Index of the row that the walk has come to.
  private var row = 0
  /// Where the next opener goes.
  private var opener: UnsafeMutablePointer<OpenerFact>
  /// Where the next turn goes.
  private var turn: UnsafeMutablePointer<TurnFact>
  private var lastVisible = ConversationWalk.none
  /// Of no meaning before the first opener.
  private var lastInbound: Int64 = 0
  /// The employee of the exchange's newest attributed reply, 0 for none.
  private var lastReplier: UInt32 = 0

  /// Long before all instants.
  private static var none: Int64 { .min }

  /// What stops the walk.
  private enum Stop {
    /// An inbound message that is an opener.
    case opener
    /// An inbound message of the exchange.
    case inbound
    case outbound
    case end
  }

  @inline(__always)
  private init(silence: Int64, _ sheet: borrowing FactSheet) {
    self.silence = silence
    opener = sheet.openers.base
    turn = sheet.turns.base
  }

  /// Walks over the rows in reading order; the facts are those of this conversation alone.
  static func walk(
    _ rows: ConversationRows, silence: Milliseconds, into sheet: inout FactSheet
  ) {
    sheet.begin(rows: rows.count)
    var walk = ConversationWalk(silence: silence.count, sheet)
    let earlyOutbound = walk.passEarlyRows(rows, &sheet)
    var openTurn: Int64?
    var isFirst = true
    while walk.row < rows.count {
      walk.open(rows, isFirst: isFirst, &sheet)
      isFirst = false
      openTurn = walk.passExchange(rows, &sheet)
      walk.close(rows, &sheet)
    }
    sheet.openers.fill(to: walk.opener)
    sheet.turns.fill(to: walk.turn)
    sheet.outline(
      rows, earlyOutbound: earlyOutbound == none ? nil : Instant(at: earlyOutbound),
      openTurn: openTurn.map {
        UnfinishedTurn(start: Instant(at: $0), lastInbound: Instant(at: walk.lastInbound))
      })
  }

  /// Passes the rows before the first inbound message.
  ///
  /// - Returns: the instant of the first human outbound message among them.
  @inline(__always)
  private mutating func passEarlyRows(
    _ rows: ConversationRows, _ sheet: inout FactSheet
  ) -> Int64 {
    var first = Self.none
    while row < rows.count {
      let messageClass = rows.messageClass(row)
      if case .inbound = messageClass { break }
      if case .humanOutbound = messageClass {
        lastVisible = rows.instant(row)
        if first == Self.none { first = lastVisible }
      } else {
        sheet.note(rows, row, openers: 0)
      }
      row &+= 1
    }
    return first
  }

  // MARK: Exchanges

  /// Begins an exchange with the row that the walk has come to.
  @inline(__always)
  private mutating func open(
    _ rows: ConversationRows, isFirst: Bool, _ sheet: inout FactSheet
  ) {
    let instant = rows.instant(row)
    opener.initialize(
      to: OpenerFact(
        at: instant, place: rows.place(row), row: row, isFirstInbound: isFirst,
        visibleBefore: lastVisible == Self.none ? nil : lastVisible,
        firstHandover: sheet.handovers.count))
    receive(at: instant)
    lastReplier = 0
  }

  /// Passes the further rows of an exchange, turn by turn.
  ///
  /// - Returns: where the turn began that nobody has replied to at the exchange's end; nil without.
  @inline(__always)
  private mutating func passExchange(
    _ rows: ConversationRows, _ sheet: inout FactSheet
  ) -> Int64? {
    var start = lastInbound
    while true {
      switch passInbound(rows, &sheet) {
      case .opener, .inbound, .end: return start
      case .outbound: break
      }
      reply(rows, to: start, &sheet)
      switch passOutbound(rows, &sheet) {
      case .opener, .outbound, .end: return nil
      case .inbound: start = lastInbound
      }
    }
  }

  /// Ends the exchange: with the opener that the walk has come to, or with the conversation.
  @inline(__always)
  private mutating func close(
    _ rows: ConversationRows, _ sheet: inout FactSheet
  ) {
    opener.pointee.end(
      at: row < rows.count ? rows.instant(row) : nil, handovers: sheet.handovers.count)
    opener += 1
  }

  // MARK: Turns

  /// Passes the further inbound messages of a turn, up to the reply.
  @inline(__always)
  private mutating func passInbound(
    _ rows: ConversationRows, _ sheet: inout FactSheet
  ) -> Stop {
    while row < rows.count {
      let messageClass = rows.messageClass(row)
      if case .inbound = messageClass {
        let instant = rows.instant(row)
        if instant &- lastVisible >= silence { return .opener }
        opener.pointee.hasFurtherInbound = true
        receive(at: instant)
      } else if case .humanOutbound = messageClass {
        return .outbound
      } else {
        note(rows, &sheet)
      }
    }
    return .end
  }

  /// Ends a turn with the row that the walk has come to.
  @inline(__always)
  private mutating func reply(
    _ rows: ConversationRows, to start: Int64, _ sheet: inout FactSheet
  ) {
    let (instant, employee) = (rows.instant(row), rows.employee(row))
    // A response always ends a turn: the one that its opener began.
    if !opener.pointee.isAnswered {
      opener.pointee.respond(
        at: instant, employee: employee, row: row, turn: turn - sheet.turns.base)
    }
    turn.initialize(
      to: TurnFact(
        start: start, lastInbound: lastInbound, reply: instant, employee: employee,
        replyRow: row))
    turn += 1
    send(rows, at: instant, by: employee, &sheet)
  }

  /// Passes the further outbound messages behind a reply, up to the next turn.
  @inline(__always)
  private mutating func passOutbound(
    _ rows: ConversationRows, _ sheet: inout FactSheet
  ) -> Stop {
    while row < rows.count {
      let messageClass = rows.messageClass(row)
      let instant = rows.instant(row)
      if case .inbound = messageClass {
        if instant &- lastVisible >= silence { return .opener }
        opener.pointee.hasFurtherInbound = true
        receive(at: instant)
        return .inbound
      } else if case .humanOutbound = messageClass {
        send(rows, at: instant, by: rows.employee(row), &sheet)
      } else {
        note(rows, &sheet)
      }
    }
    return .end
  }

  // MARK: Rows

  @inline(__always)
  private mutating func receive(at instant: Int64) {
    lastInbound = instant
    lastVisible = instant
    row &+= 1
  }

  @inline(__always)
  private mutating func send(
    _ rows: ConversationRows, at instant: Int64, by employee: UInt32, _ sheet: inout FactSheet
  ) {
    lastVisible = instant
    if instant &- lastInbound > Self.window {
      sheet.noteWindowUse(rows, row, sinceInbound: instant &- lastInbound)
    }
    if employee != lastReplier, employee != 0 {
      if lastReplier != 0 {
        sheet.noteHandover(to: employee, from: opener.pointee.handovers.lowerBound)
      }
      lastReplier = employee
    }
    row &+= 1
  }

  /// The messaging window, in milliseconds: what is sent in it needs no judgement.
  private static var window: Int64 { 24 * 3_600_000 }

  /// Notes an automated message, a note or an event of the exchange.
  @inline(__always)
  private mutating func note(
    _ rows: ConversationRows, _ sheet: inout FactSheet
  ) {
    sheet.note(rows, row, openers: opener - sheet.openers.base + 1)
    row &+= 1
  }
}
