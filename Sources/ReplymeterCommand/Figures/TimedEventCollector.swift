import MessageHistory
import ResponseMetrics

/// Collects one by one what the tallies only count: turns, resolutions, and what still runs.
///
/// The same walk and the same conditions as the tallies': their counts have to agree.
struct TimedEventCollector: Sendable {
  /// Turns or resolutions of the period; first responses are in the tally's listing.
  private(set) var events: [TimedEvent] = []
  /// Openers or turns of the period that may still be answered.
  private(set) var running: [RunningTime] = []
  /// Eligible openers of the period, where first responses are asked for.
  private(set) var waits: [OpenerWait] = []
  private let figure: TimedFigure
  private let rules: MetricRules

  /// An opener's first response time where answered, else how long it has waited; milliseconds.
  typealias OpenerWait = (time: Int64, isAnswered: Bool)

  init(figure: TimedFigure, rules: MetricRules) {
    self.figure = figure
    self.rules = rules
  }

  mutating func merge(_ other: TimedEventCollector) {
    events += other.events
    running += other.running
    waits += other.waits
  }

  mutating func add(_ conversation: Conversation) {
    let slice = rules.slices[Int(conversation.slice)]
    guard let period = rules.period, slice.isChosen, rules.isPageChosen[slice.page],
      let known = conversation.upTo(rules.asOf)
    else { return }
    let facts = ConversationFacts(of: known, silence: rules.silence)
    guard facts.outline.status != .spam else { return }
    switch figure {
    case .firstResponse, .firstResponseOffice:
      for opener in facts.openers where period.contains(opener.instant) {
        let outcome = rules.outcome(of: opener, status: facts.outline.status, page: slice.page)
        addWait(opener, outcome)
        addRunning(opener, outcome, page: slice.page)
      }
    case .reply, .replyOffice:
      for turn in facts.turns where period.contains(turn.start) {
        guard let time = time(from: turn.start, to: turn.reply, page: slice.page) else { continue }
        add(
          time, from: turn.start, at: known[Self.firstRow(of: turn, in: known)].place, facts,
          by: turn.employee)
      }
      if let turn = facts.outline.unfinishedTurn, period.contains(turn.start),
        let time = time(from: turn.start, to: rules.asOf, page: slice.page)
      {
        running.append(RunningTime(time: time.count, isAwaiting: false))
      }
    case .resolution:
      for resolution in facts.resolutions where period.contains(resolution.close) {
        guard let start = resolution.opener,
          let opener = facts.openers.first(where: { $0.instant == start })
        else { continue }
        add(resolution.close - start, from: start, at: opener.place, facts, by: nil)
      }
    }
  }

  /// In office hours where the figure is; nil then on a page without a schedule.
  private func time(from start: Instant, to end: Instant, page: Int) -> Milliseconds? {
    figure.isInOfficeHours ? rules.officeHours[page]?.time(from: start, to: end) : end - start
  }

  private mutating func add(
    _ time: Milliseconds, from start: Instant, at place: Place, _ facts: ConversationFacts,
    by employee: UInt32?
  ) {
    events.append(
      TimedEvent(
        time: time.count, start: start, place: place, conversation: facts.outline.place,
        slice: facts.outline.slice, employee: employee))
  }

  private mutating func addWait(_ opener: OpenerFact, _ outcome: OpenerOutcome) {
    guard outcome.isEligible else { return }
    let wait = opener.firstResponseTime ?? opener.censoredWait(asOf: rules.asOf)
    waits.append((wait.count, outcome == .answered))
  }

  /// An exchange that the contact's next opener has ended can no longer be answered.
  private mutating func addRunning(_ opener: OpenerFact, _ outcome: OpenerOutcome, page: Int) {
    guard outcome == .awaiting || outcome == .missed, opener.nextOpener == nil,
      let time = time(from: opener.instant, to: rules.asOf, page: page)
    else { return }
    running.append(RunningTime(time: time.count, isAwaiting: outcome == .awaiting))
  }

  /// The first inbound row of a turn's first instant.
  private static func firstRow(of turn: TurnFact, in conversation: Conversation) -> Int {
    var first = turn.replyRow
    var row = turn.replyRow - 1
    while row >= 0, conversation[row].instant >= turn.start {
      let message = conversation[row]
      if message.instant == turn.start, message.traits.messageClass == .inbound { first = row }
      row -= 1
    }
    return first
  }
}
