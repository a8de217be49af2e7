import MessageHistory
import Reports
import ResponseMetrics

/// Words for a conversation's timeline, for `explain`.
struct ConversationExplanation {
  private let plan: ReportPlan
  private let history: History
  private let rules: MetricRules
  private let showsText: Bool
  private let instants: InstantFormat

  init(plan: ReportPlan, showsText: Bool) throws {
    self.plan = plan
    self.showsText = showsText
    history = try readHistory(plan)
    let span = RunSpan(plan: plan, history: history)
    rules = MetricRules(
      plan: plan, history: history, pages: RunPages(history: history, plan: plan), span: span)
    instants = InstantFormat(clock: plan.clock)
  }

  /// The timelines of all conversations of an id, on any page and channel or on those given.
  ///
  /// The id is the real one or, under redaction, the one that the reports show; only that is shown.
  ///
  /// - Throws: `RunError` for an id that no conversation has, with the nearest ones.
  func lines(
    ofConversation id: String, page: String?, channel: String?
  ) throws -> [String] {
    let lines = try lines(ofRealID: Array(id.utf8), page: page, channel: channel)
    if !lines.isEmpty { return lines }
    let known = try knownConversations()
    if plan.redaction.hidesContacts, let named = known.first(where: { $0.shown == id }) {
      let lines = try self.lines(ofRealID: named.id, page: page, channel: channel)
      if !lines.isEmpty { return lines }
    }
    throw unknown(id, among: known.map(\.shown))
  }

  private func lines(
    ofRealID id: [UInt8], page: String?, channel: String?
  ) throws -> [String] {
    var lines: [String] = []
    for slice in history.slices.indices {
      let (pageID, channelName) = names(of: slice)
      guard page.map({ Array($0.utf8) == Array(pageID.utf8) }) ?? true,
        channel.map({ Array($0.asciiLowercased.utf8) == Array(channelName.utf8) }) ?? true
      else { continue }
      try history.withConversation(id: id, slice: slice) { conversation in
        if !lines.isEmpty { lines.append("") }
        let names = [shown(id, onSlice: slice), pageID, channelName]
          .map { TerminalText.oneLine($0.utf8) }
        lines.append("conversation \(names[0]) on page \(names[1]), channel \(names[2])")
        lines += try self.lines(of: ConversationTimeline(conversation, rules: rules))
      }
    }
    return lines
  }

  private func shown(_ id: [UInt8], onSlice index: Int) -> String {
    let slice = history.slices[index]
    let shown = plan.redaction.conversationID(
      id, page: history.pages[Int(slice.page)], channel: history.channels[Int(slice.channel)])
    return String(decoding: shown, as: UTF8.self)
  }

  private func names(of slice: Int) -> (page: String, channel: String) {
    let slice = history.slices[slice]
    return (
      String(decoding: history.pages[Int(slice.page)], as: UTF8.self),
      String(decoding: history.channels[Int(slice.channel)], as: UTF8.self)
    )
  }

  private func lines(of timeline: ConversationTimeline) throws -> [String] {
    var rows = RowFetcher(inputs: history.inputs)
    var lines: [String] = []
    for entry in timeline.entries {
      let roles = entry.roles.map(words).joined(separator: "; ")
      let file = TerminalText.oneLine(history.inputs.name(at: entry.place).utf8)
      lines.append(
        "  \(instants.string(entry.instant))  \(words(entry))  \(roles)  [\(file), byte "
          + "\(history.inputs.extent(around: entry.place).offset(of: entry.place))]")
      if showsText {
        let text = try rows.withRow(at: entry.place) { $0.cell(.text) }
        if !text.isEmpty {
          lines.append("      " + TerminalText.oneLine(plan.redaction.written(text)))
        }
      }
    }
    if timeline.rowsAfterAsOf > 0 {
      lines.append("  \(timeline.rowsAfterAsOf) later rows are after as-of and set aside")
    }
    lines.append("  " + summary(of: timeline.facts))
    return lines
  }

  private func summary(of facts: ConversationFacts) -> String {
    let page = rules.slices[Int(facts.outline.slice)].page
    let inPeriod = facts.openers.filter { rules.period?.contains($0.instant) == true }
    let outcomes = inPeriod.map { rules.outcome(of: $0, status: facts.outline.status, page: page) }
    let eligible = outcomes.count(where: \.isEligible)
    let answered = outcomes.count { $0 == .answered }
    let status =
      facts.outline.status == .none ? "none" : String(describing: facts.outline.status.word)
    return "in the period it fed openers \(eligible), answered \(answered), excluded "
      + "\(outcomes.count - eligible); newest status \(status)"
  }

  // MARK: Words

  private func words(_ entry: TimelineEntry) -> String {
    switch entry.messageClass {
    case .inbound: return "inbound  "
    case .humanOutbound:
      let key = plan.redaction.employee(key: history.employees[Int(entry.employee)])
      return "outbound by \(key.isEmpty ? "nobody known" : TerminalText.oneLine(key))"
    case .automatedOutbound: return "automated"
    case .note: return "note     "
    case .event: return "event    "
    }
  }

  private func words(_ role: TimelineEntry.Role) -> String {
    switch role {
    case .opener(let outcome, let reason, let isInPeriod):
      return "opener (\(words(reason))): \(outcome.state)"
        + (outcome.isEligible ? "" : " as \(outcome.reason)")
        + (isInPeriod ? "" : ", outside the period")
    case .furtherInbound: return "no opener: the exchange is under way"
    case .firstResponse(let time): return "first response after \(FigureText.time(time))"
    case .endsTurn(let time): return "ends a turn after \(FigureText.time(time))"
    case .furtherOutbound: return "further message, answers nothing new"
    case .beforeFirstInbound: return "before the contact's first message, answers nothing"
    case .automated: return "invisible: automated messages answer nothing"
    case .note: return "invisible: an internal note"
    case .event: return "invisible: an event"
    case .setsStatus(let status): return "sets status \(status.word)"
    case .rating(let rating):
      let number = Fraction(rating.millionths, over: 1_000_000)
      return "rating " + (number.map { NumberText.decimal($0, places: 3) } ?? "")
    case .closes(let time):
      return time.map { "resolved after \(FigureText.time($0))" } ?? "close without an opener"
    case .window(.allowedOutside): return "after the messaging window, allowed by its tag"
    case .window(.outside), .window(.inside): return "after the messaging window"
    }
  }

  private func words(_ reason: TimelineEntry.OpenerReason) -> String {
    switch reason {
    case .firstInbound: "the contact's first message"
    case .silence(let pause): "\(FigureText.time(pause)) after the message before"
    }
  }

  // MARK: Unknown ids

  /// All conversations, by real id and by the one that is shown.
  private func knownConversations() throws -> [(id: [UInt8], shown: String)] {
    var rows = RowFetcher(inputs: history.inputs)
    return try history.conversationPlaces.map { place, slice in
      let id = try rows.withRow(at: place) { $0.cell(.conversationID) }
      return (id, shown(id, onSlice: slice))
    }
  }

  /// The nearest ids are sought among those that are shown, so that no hidden one is told.
  private func unknown(_ id: String, among ids: [String]) -> RunError {
    let sorted = Set(ids).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let nearest = nearestNames(to: id, among: sorted, atMost: 3)
      .map { "'\(TerminalText.oneLine($0.utf8))'" }
    return RunError(
      .inputNotUnderstood,
      "error: no conversation has this id"
        + (nearest.isEmpty ? "" : "; the nearest are \(nearest.joined(separator: ", "))"))
  }
}
