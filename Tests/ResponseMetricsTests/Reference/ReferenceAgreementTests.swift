import MessageHistory
import ResponseMetrics
import TestSupport
import Testing

/// The engine agrees with the slow reference on random histories.
@Suite struct ReferenceAgreementTests {
  /// Seeds in blocks, so that several run at once; a thousand histories in all.
  private static let blocks: [Range<UInt64>] = (0..<10).map { block in
    (block * 100)..<(block * 100 + 100)
  }

  private func forEachHistory(
    of seeds: Range<UInt64>,
    _ body: (RandomHistory, ReferenceHistory, MetricsSummary, SeededGenerator) throws -> Void
  ) rethrows {
    for seed in seeds {
      var random = SeededGenerator(seed: seed)
      let history = RandomHistory(using: &random)
      try body(
        history, ReferenceHistory(history.conversations, history.settings),
        history.tested.summary(), random)
    }
  }

  @Test(arguments: blocks)
  func figuresAgree(seeds: Range<UInt64>) {
    forEachHistory(of: seeds) { history, reference, summary, random in
      let settings = history.settings
      for page in Array(0..<settings.pageCount).map(Optional.some) + [nil] {
        let engine = page.map { summary.pages[$0] } ?? summary.total
        let openers = reference.openers(in: settings.period, page: page)
        #expect(
          OpenerStatistics(engine.openers) == OpenerStatistics(openers, asOf: settings.asOf),
          "\(random)")
        #expect(
          SliceStatistics(engine) == reference.sliceStatistics(page: page), "\(random)")
        let employees = summary.employees(onPage: page).map(EmployeeStatistics.init)
        #expect(
          employees.sorted { $0.employee < $1.employee }
            == reference.employees(page: page, of: RandomHistory.employeeCount), "\(random)")
        #expect(
          summary.ruleSets(onPage: page).map(RuleSetStatistics.init)
            == reference.ruleSets(page: page), "\(random)")
      }
      let before = OpenerStatistics(
        reference.openers(in: settings.compared, page: nil), asOf: settings.asOf)
      #expect(Self.before(summary) == Self.before(before), "\(random)")
      let hours = (0..<168).map { hour in
        openerCounts(
          reference.openers(in: settings.period, page: nil).filter {
            settings.hourOfWeek($0.opener.time) == hour
          })
      }
      #expect(summary.heatMap.last?.map { [$0.openers, $0.answered] } == hours, "\(random)")
    }
  }

  private func openerCounts(_ openers: [ReferenceHistory.Opener]) -> [Int] {
    [openers.filter(\.isEligible).count, openers.filter { $0.outcome == "answered" }.count]
  }

  private static func before(_ summary: MetricsSummary) -> [Fraction?] {
    summary.changes().last?.map(\.before) ?? []
  }

  private static func before(_ figures: OpenerStatistics) -> [Fraction?] {
    [
      figures.rate, figures.settledRate, figures.times.quantiles[0], figures.times.quantiles[2],
      Fraction(figures.counts[0...2].reduce(0, +)),
    ]
  }

  // MARK: One by one

  @Test(arguments: blocks)
  func openersAndTurnsAgree(seeds: Range<UInt64>) {
    forEachHistory(of: seeds) { history, reference, summary, random in
      let tested = history.tested
      for (number, conversation) in reference.conversations.enumerated() {
        guard !conversation.rows.isEmpty else { continue }
        let known = tested.conversations[number].rows.filter { $0.instant <= tested.asOf.instant }
        let facts = ConversationFacts(of: known, silence: tested.silence)
        #expect(Self.openers(facts) == Self.openers(conversation), "\(random)")
        #expect(Self.turns(facts) == Self.turns(conversation), "\(random)")
        #expect(
          facts.outline.unfinishedTurn?.start.milliseconds == conversation.unfinishedTurn?.start,
          "\(random)")
        #expect(
          facts.outline.unfinishedTurn?.lastInbound.milliseconds
            == conversation.unfinishedTurn?.lastInbound, "\(random)")
        #expect("\(facts.outline.status.word)" == conversation.status, "\(random)")
        #expect(Int(facts.outline.assignee) == conversation.assignee(at: .max), "\(random)")
        #expect(
          facts.outline.rating?.employee.map { Int($0) } == conversation.rating?.employee,
          "\(random)")
        #expect(
          facts.outline.rating?.instant.milliseconds == conversation.rating?.time, "\(random)")
        let resolutions: [[Int64?]] = facts.resolutions.map { resolution in
          [resolution.close.milliseconds, resolution.opener?.milliseconds]
        }
        let expected: [[Int64?]] = conversation.resolutions.map { [$0.close, $0.opener] }
        #expect(resolutions == expected, "\(random)")
      }
      let listed: [[Int]] = summary.tally.listing.openers.map { opener in
        [opener.conversation.conversation, opener.place.row, Int(opener.outcome.rawValue)]
      }
      let openers = reference.openers(in: history.settings.period, page: nil)
      let expected: [[Int]] = openers.map { opener in
        [opener.conversation.number, opener.opener.place, Self.rank(of: opener.outcome)]
      }
      #expect(Self.sorted(listed) == Self.sorted(expected), "\(random)")
    }
  }

  private static func sorted(_ rows: [[Int]]) -> [[Int]] {
    rows.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func rank(of outcome: String) -> Int {
    ["answered", "awaiting", "missed", "spam", "done", "away"].firstIndex(of: outcome) ?? -1
  }

  private static func openers(_ facts: ConversationFacts) -> [[Int64?]] {
    facts.openers.map { opener in
      [
        opener.instant.milliseconds, Int64(opener.row), opener.response?.instant.milliseconds,
        opener.response.map { Int64($0.employee) }, opener.nextOpener?.milliseconds,
        Int64(opener.assignee), opener.isFirstInbound ? 1 : 0, opener.visibleBefore?.milliseconds,
        opener.isFirstOutboundAutomated ? 1 : 0, opener.isHandledByAutomation ? 1 : 0,
      ] + facts.handovers[opener.handovers].sorted().map(Int64.init)
    }
  }

  private static func openers(_ conversation: ReferenceConversation) -> [[Int64?]] {
    conversation.openers.map { opener in
      [
        opener.time, Int64(opener.row), opener.response?.time,
        opener.response.map { Int64($0.employee) }, opener.next, Int64(opener.assignee),
        opener.isFirstInbound ? 1 : 0, opener.visibleBefore, opener.isAutomatedFirst ? 1 : 0,
        opener.isHandledByAutomation ? 1 : 0,
      ] + opener.handovers.map(Int64.init)
    }
  }

  private static func turns(_ facts: ConversationFacts) -> [[Int64]] {
    facts.turns.map { turn in
      [
        turn.start.milliseconds, turn.lastInbound.milliseconds, turn.reply.milliseconds,
        Int64(turn.employee),
      ]
    }
  }

  private static func turns(_ conversation: ReferenceConversation) -> [[Int64]] {
    conversation.turns.compactMap { turn in
      turn.reply.map { [turn.start, turn.lastInbound, $0.time, Int64($0.employee)] }
    }
  }

  @Test(arguments: blocks)
  func waitingListAndKeptRowsAgree(seeds: Range<UInt64>) {
    forEachHistory(of: seeds) { history, reference, summary, random in
      let waiting: [[Int64]] = reference.conversations
        .filter { !["spam", "done"].contains($0.status) }
        .compactMap { conversation in
          conversation.unfinishedTurn.map { turn in
            [
              Int64(conversation.number), turn.start, history.settings.asOf - turn.start,
              Int64(conversation.assignee(at: .max)),
            ]
          }
        }
      let found: [[Int64]] = summary.tally.waiting.map { waiting in
        [
          Int64(waiting.conversation.conversation), waiting.since.milliseconds, waiting.wait.count,
          Int64(waiting.assignee),
        ]
      }
      #expect(found.sorted { $0[0] < $1[0] } == waiting, "\(random)")
      let rows = reference.conversations.flatMap(\.rows)
      let kept = summary.tally.kept
      let later = reference.conversations.map(\.rowsAfterAsOf).reduce(0, +)
      #expect(kept.messages == rows.filter(\.isMessage).count, "\(random)")
      #expect(kept.notes == rows.filter { $0.kind == .note }.count, "\(random)")
      #expect(kept.events == rows.filter { $0.kind.rank == 4 }.count, "\(random)")
      #expect(kept.afterAsOf == later, "\(random)")
      #expect(kept.oldest?.milliseconds == rows.map(\.time).min(), "\(random)")
      #expect(kept.newest?.milliseconds == rows.map(\.time).max(), "\(random)")
    }
  }
}
