import MessageHistory
import Reports
import ResponseMetrics

/// What the conditions are held against: a run's findings and the limits that go with them.
struct FailCheck {
  var findings: Findings
  var overdueAfter: Milliseconds
  /// Nil where the configuration does not say.
  var expectDataWithin: Milliseconds?
  /// The clock of the run.
  var now: Instant
}

extension FailCheck {
  init(findings: Findings, plan: ReportPlan, now: Instant) {
    self.init(
      findings: findings, overdueAfter: plan.overdueAfter,
      expectDataWithin: plan.configuration.values.expectDataWithin?.value, now: now)
  }

  /// Why a condition holds, in one line; nil where it does not.
  func reason(for condition: FailCondition) -> String? {
    switch condition {
    case .rejects: rejected > 0 ? rejectedWords : nil
    case .rejectsAbove(let percent): isRejectedShare(above: percent) ? rejectedWords : nil
    case .overdue: overdueWords
    case .badgeLost: badgeLostWords
    case .targets: targetWords
    case .noData: messagesInPeriod == 0 ? noDataWords : nil
    case .stale: staleWords
    }
  }

  // MARK: Rows

  private var rejected: Int { findings.quality.rejected }
  private var rowsRead: Int { findings.quality.totals.rowsRead }

  private func isRejectedShare(above percent: Fraction) -> Bool {
    Fraction(rejected * 100, over: rowsRead).map { $0 > percent } ?? false
  }

  private var rejectedWords: String {
    let share = Fraction(rejected * 100, over: rowsRead)
    return "\(rejected) of \(Self.counted(rowsRead, "row was", "rows were")) rejected"
      + (share.map { " (\(NumberText.decimal($0, places: 2)) %)" } ?? "") + "; see rejected.csv"
  }

  private var messagesInPeriod: Int {
    let counts = findings.summary.total.counts
    return counts.inbound + counts.outboundHuman + counts.outboundAutomated
  }

  private var noDataWords: String {
    guard let period = findings.period else { return "there is no message, and so no period" }
    return "there is no message from \(period.from) to \(period.lastDate)"
  }

  private var staleWords: String? {
    guard let limit = expectDataWithin else { return nil }
    guard let newest = findings.quality.kept.newest else { return "there is no message at all" }
    let age = now - newest
    guard age > limit else { return nil }
    return "the newest message is \(DurationText.short(age)) old "
      + "(expected within \(DurationText.short(limit)))"
  }

  // MARK: Conversations and pages

  private var overdueWords: String? {
    let overdue = findings.waiting.filter { $0.wait > overdueAfter }
    guard let longest = overdue.map(\.wait).max() else { return nil }
    return Self.counted(overdue.count, "conversation has", "conversations have")
      + " waited longer than \(DurationText.short(overdueAfter)), the longest "
      + DurationText.short(longest)
  }

  private var badgeLostWords: String? {
    let lost = zip(findings.pages, findings.badges).filter { _, verdicts in
      verdicts.first?.isEarned == true && verdicts.last?.isEarned == false
    }
    guard !lost.isEmpty else { return nil }
    return "the badge was lost by " + Self.list(lost.map { Self.shown($0.0.id) })
  }

  private var targetWords: String? {
    let missed = findings.targets.filter { $0.state == .missed }
    guard !missed.isEmpty else { return nil }
    return Self.counted(missed.count, "target is", "targets are") + " missed: "
      + Self.list(missed.map(Self.words))
  }

  // MARK: Words

  private static func words(_ target: TargetVerdict) -> String {
    let place = "\(shown(target.page)) \(target.metric)"
    switch target.goal {
    case .least(let goal):
      let own = target.own.map { NumberText.decimal($0, places: 6) } ?? "undefined"
      return "\(place) \(own) (at least \(NumberText.decimal(goal, places: 6)))"
    case .most(let goal):
      let own = target.own.map { NumberText.seconds($0) + " s" } ?? "undefined"
      return "\(place) \(own) (at most \(NumberText.seconds(Fraction(goal.count))) s)"
    }
  }

  private static func shown(_ page: String) -> String { TerminalText.oneLine(page.utf8) }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// The first few, and how many more there are.
  private static func list(_ items: [String]) -> String {
    let shown = 5
    let rest = items.count - shown
    return items.prefix(shown).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
