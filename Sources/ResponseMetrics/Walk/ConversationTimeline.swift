package import MessageHistory

/// The rows of one conversation, each with what it counted as, from the same walk as the figures.
package struct ConversationTimeline: Sendable {
  package let entries: [TimelineEntry]
  package let facts: ConversationFacts
  /// Rows that are later than as-of, and so set aside.
  package let rowsAfterAsOf: Int

  /// - Parameters:
  ///   - conversation: with all of its rows.
  ///   - rules: those of the report.
  package init(_ conversation: Conversation, rules: MetricRules) {
    let known = conversation.upTo(rules.asOf)
    rowsAfterAsOf = conversation.count - (known?.count ?? 0)
    let facts = ConversationFacts(of: known, silence: rules.silence)
    self.facts = facts
    let reading = TimelineReading(facts: facts, rules: rules)
    entries = (0..<(known?.count ?? 0)).map { row in
      let message = conversation[row]
      return TimelineEntry(
        instant: message.instant, place: message.place,
        messageClass: message.traits.messageClass, employee: message.traits.employee,
        roles: reading.roles(of: message, row: row))
    }
  }
}

/// Reads the facts of a conversation row by row.
private struct TimelineReading {
  let facts: ConversationFacts
  let rules: MetricRules

  func roles(of message: Message, row: Int) -> [TimelineEntry.Role] {
    var roles: [TimelineEntry.Role] =
      switch message.traits.messageClass {
      case .inbound: [inboundRole(message, row)]
      case .humanOutbound: outboundRoles(message, row)
      case .automatedOutbound: [.automated]
      case .note: [.note]
      case .event: [eventRole(message)]
      }
    if message.statusSet != .none { roles.append(.setsStatus(message.statusSet)) }
    if message.traits.rating.isGiven { roles.append(.rating(message.traits.rating)) }
    return roles
  }

  private func inboundRole(_ message: Message, _ row: Int) -> TimelineEntry.Role {
    guard let opener = facts.openers.first(where: { $0.row == row }) else {
      return .furtherInbound
    }
    let page = rules.slices[Int(facts.outline.slice)].page
    let reason: TimelineEntry.OpenerReason =
      if !opener.isFirstInbound, let before = opener.visibleBefore {
        .silence(opener.instant - before)
      } else {
        .firstInbound
      }
    return .opener(
      rules.outcome(of: opener, status: facts.outline.status, page: page), reason: reason,
      isInPeriod: rules.period?.contains(opener.instant) == true)
  }

  private func outboundRoles(_ message: Message, _ row: Int) -> [TimelineEntry.Role] {
    var roles: [TimelineEntry.Role] = []
    if let opener = facts.openers.first(where: { $0.response?.row == row }) {
      roles.append(.firstResponse(after: message.instant - opener.instant))
    }
    if let turn = facts.turns.first(where: { $0.replyRow == row }) {
      roles.append(.endsTurn(after: turn.replyTime))
    }
    if roles.isEmpty {
      let isBefore = facts.openers.first.map { $0.row > row } ?? true
      roles.append(isBefore ? .beforeFirstInbound : .furtherOutbound)
    }
    let slice = rules.slices[Int(facts.outline.slice)]
    if slice.hasWindow, let message = facts.windowUses.first(where: { $0.row == row }) {
      roles.append(.window(message.use))
    }
    return roles
  }

  private func eventRole(_ message: Message) -> TimelineEntry.Role {
    guard message.traits.event == .closed,
      let resolution = facts.resolutions.first(where: { $0.close == message.instant })
    else { return .event }
    return .closes(after: resolution.opener.map { message.instant - $0 })
  }
}
