import ResponseMetrics

/// Volumes, reply and resolution times as both the engine and the reference give them.
struct SliceStatistics: Equatable {
  /// Conversations, new contacts, inbound, human and automated outbound, notes, reopenings,
  /// outside the window, allowed there.
  var volumes: [Int]
  var reply: TimeStatistics
  var resolution: TimeStatistics?
}

extension SliceStatistics {
  init(_ figures: SliceFigures) {
    let counts = figures.counts
    self.init(
      volumes: [
        counts.conversations, counts.newContacts, counts.inbound, counts.outboundHuman,
        counts.outboundAutomated, counts.notes, counts.reopenings, counts.outsideWindow,
        counts.allowedOutsideWindow,
      ],
      reply: TimeStatistics(figures.reply), resolution: figures.resolution.map(TimeStatistics.init))
  }
}

extension ReferenceHistory {
  /// The figures of the slices that belong to a page, or to all for nil.
  func sliceStatistics(page: Int?) -> SliceStatistics {
    let chosen = conversations.filter { page == nil || self.page(of: $0) == page }
    let period = settings.period
    func rows(_ kind: ReferenceRow.Kind) -> Int {
      chosen.flatMap(\.rows).filter { $0.kind == kind && period.contains($0.time) }.count
    }
    let unspammed = chosen.filter { $0.status != "spam" }
    let closes = unspammed.flatMap(\.resolutions).filter { period.contains($0.close) }
    let reopenings = unspammed.flatMap(\.rows).filter {
      $0.kind == .reopened && period.contains($0.time)
    }
    let hasClose = conversations.contains { $0.rows.contains { $0.kind == .closed } }
    let replies = turns(page: page).compactMap { turn in
      turn.reply.map { $0.time - turn.start }
    }
    return SliceStatistics(
      volumes: [
        chosen.filter { $0.rows.contains { $0.isMessage && period.contains($0.time) } }.count,
        newContacts(page: page), rows(.inbound), rows(.human), rows(.automated), rows(.note),
        reopenings.count, windowUses("outside", page: page), windowUses("allowed", page: page),
      ],
      reply: ReferenceTimes(replies).statistics,
      resolution: hasClose
        ? ReferenceTimes(closes.compactMap { close in close.opener.map { close.close - $0 } })
          .statistics : nil)
  }

  /// Turns of the period that ended in a reply, of conversations that are not spam.
  func turns(page: Int?) -> [ReferenceConversation.Turn] {
    conversations
      .filter { (page == nil || self.page(of: $0) == page) && $0.status != "spam" }
      .flatMap(\.turns)
      .filter { $0.reply != nil && settings.period.contains($0.start) }
  }

  private func newContacts(page: Int?) -> Int {
    var firsts: [[Int]: Int64] = [:]
    for conversation in conversations where page == nil || self.page(of: conversation) == page {
      guard let first = conversation.rows.first(where: \.isInbound)?.time else { continue }
      let own = [conversation.slice] + (conversation.contact ?? [2, conversation.number])
      firsts[own] = min(firsts[own] ?? first, first)
    }
    return firsts.values.filter(settings.period.contains).count
  }

  /// Human messages of the period with one use of the window, by anyone or by one employee.
  func windowUses(_ use: String, page: Int?, employee: Int? = nil) -> Int {
    conversations
      .filter { page == nil || self.page(of: $0) == page }
      .filter { settings.slices[$0.slice].hasWindow }
      .map { conversation in
        conversation.rows.indices.filter { row in
          conversation.rows[row].isHuman
            && settings.period.contains(conversation.rows[row].time)
            && (employee == nil || conversation.rows[row].employee == employee)
            && conversation.windowUse(of: row) == use
        }.count
      }
      .reduce(0, +)
  }

  // MARK: Rule sets

  /// By rule set, in the order of rules.csv without facebook: count, times and rate.
  func ruleSets(page: Int?) -> [RuleSetStatistics] {
    let ours = OpenerStatistics(openers(in: settings.period, page: page), asOf: settings.asOf)
    let chosen = conversations.filter { page == nil || self.page(of: $0) == page }
    let begun = chosen.filter { conversation in
      conversation.rows.first(where: \.isMessage).map { settings.period.contains($0.time) } == true
    }
    let replied = begun.compactMap { conversation -> Int64? in
      guard let first = conversation.rows.first(where: \.isMessage),
        let reply = conversation.rows.first(where: \.isHuman)
      else { return nil }
      return reply.time - first.time
    }
    let dated = openers.filter { opener in
      (page == nil || opener.page == page) && opener.outcome == "answered"
        && opener.opener.response.map { settings.period.contains($0.time) } == true
    }
    let last = chosen.filter { $0.status != "spam" }.flatMap(\.turns).compactMap { turn in
      turn.reply.flatMap { settings.period.contains($0.time) ? $0.time - turn.lastInbound : nil }
    }
    func timesOnly(_ times: [Int64]) -> RuleSetStatistics {
      RuleSetStatistics(
        count: times.count, times: ReferenceTimes(times).statistics, rate: nil)
    }
    return [
      RuleSetStatistics(
        count: ours.counts[0...2].reduce(0, +), times: ours.times, rate: ours.rate),
      RuleSetStatistics(
        count: begun.count, times: ReferenceTimes(replied).statistics,
        rate: Fraction(replied.count, over: begun.count)),
      timesOnly(dated.compactMap(\.responseTime)), timesOnly(last),
    ]
  }
}

/// The figures of a rule set as both the engine and the reference give them.
struct RuleSetStatistics: Equatable {
  var count: Int
  var times: TimeStatistics
  var rate: Fraction?
}

extension RuleSetStatistics {
  init(_ figures: RuleSetFigures) {
    self.init(
      count: figures.count, times: TimeStatistics(figures.times), rate: figures.responseRate)
  }
}
