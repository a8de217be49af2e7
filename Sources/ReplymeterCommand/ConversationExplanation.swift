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
  /// - Throws: `RunError` for an id that no conversation has, with the nearest ones.
  func lines(
    ofConversation id: String, page: String?, channel: String?
  ) throws -> [String] {
    var lines: [String] = []
    for slice in history.slices.indices {
      let (pageID, channelName) = names(of: slice)
      guard page.map({ Array($0.utf8) == Array(pageID.utf8) }) ?? true,
        channel.map({ Array($0.asciiLowercased.utf8) == Array(channelName.utf8) }) ?? true
      else { continue }
      try history.withConversation(id: Array(id.utf8), slice: slice) { conversation in
        if !lines.isEmpty { lines.append("") }
        lines.append("conversation \(id) on page \(pageID), channel \(channelName)")
        lines += try self.lines(of: ConversationTimeline(conversation, rules: rules))
      }
    }
    guard !lines.isEmpty else { throw try unknown(id) }
    return lines
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
      let file = history.inputs[entry.place.input].file.name
      lines.append(
        "  \(instants.string(entry.instant))  \(words(entry))  \(roles)  [\(file), byte "
          + "\(entry.place.offset)]")
      if showsText {
        let text = try rows.withRow(at: entry.place) { $0.cell(.text) }
        if !text.isEmpty { lines.append("      " + TerminalText.oneLine(text)) }
      }
    }
    if timeline.rowsAfterAsOf > 0 {
      lines.append("  \(timeline.rowsAfterAsOf) later rows are after as-of and set aside")
    }
    lines.append("  " + summary(of: timeline.facts))
    return lines
  }

  private func summary(of facts: ConversationFacts) -> String {
    let page = rules.slices[Int(facts.slice)].page
    let inPeriod = facts.openers.filter { rules.period?.contains($0.instant) == true }
    let outcomes = inPeriod.map { rules.outcome(of: $0, status: facts.status, page: page) }
    let eligible = outcomes.count(where: \.isEligible)
    let answered = outcomes.count { $0 == .answered }
    let status = facts.status == .none ? "none" : String(describing: facts.status.word)
    return "in the period it fed openers \(eligible), answered \(answered), excluded "
      + "\(outcomes.count - eligible); newest status \(status)"
  }

  // MARK: Words

  private func words(_ entry: TimelineEntry) -> String {
    switch entry.messageClass {
    case .inbound: return "inbound  "
    case .humanOutbound:
      let key = history.employees[Int(entry.employee)]
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
        + (outcome.reason.isEmpty ? "" : " as \(outcome.reason)")
        + (isInPeriod ? "" : ", outside the period")
    case .furtherInbound: return "no opener: the exchange is under way"
    case .firstResponse(let time): return "first response after \(DurationText.short(time))"
    case .endsTurn(let time): return "ends a turn after \(DurationText.short(time))"
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
      return time.map { "resolved after \(DurationText.short($0))" } ?? "close without an opener"
    case .window(.allowedOutside): return "after the messaging window, allowed by its tag"
    case .window(.outside), .window(.inside): return "after the messaging window"
    }
  }

  private func words(_ reason: TimelineEntry.OpenerReason) -> String {
    switch reason {
    case .firstInbound: "the contact's first message"
    case .silence(let pause): "\(DurationText.short(pause)) after the message before"
    }
  }

  // MARK: Unknown ids

  private func unknown(_ id: String) throws -> RunError {
    var ids: Set<String> = []
    var rows = RowFetcher(inputs: history.inputs)
    for place in history.conversationPlaces {
      let text = try rows.withRow(at: place) { $0.cell(.conversationID) }
      ids.insert(String(decoding: text, as: UTF8.self))
    }
    let sorted = ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let nearest = nearestNames(to: id, among: sorted, atMost: 3)
    return RunError(
      .inputNotUnderstood,
      "error: no conversation has this id"
        + (nearest.isEmpty
          ? "" : "; the nearest are \(nearest.map { "'\($0)'" }.joined(separator: ", "))"))
  }
}
