import MessageHistory
import Reports
import ResponseMetrics

/// Judges pages under the policies: the rows of badge.csv, the sample as a rule set, and what
/// stands behind the badge.
struct BadgeJudgement {
  private let summary: MetricsSummary
  private let span: RunSpan
  private let texts: FindingTexts

  init(summary: MetricsSummary, span: RunSpan, texts: FindingTexts) {
    self.summary = summary
    self.span = span
    self.texts = texts
  }

  /// What was found of a page.
  struct JudgedPage {
    var index: Int
    /// Under the chosen policy, at each instant of badge.csv.
    var history: [BadgeVerdict] = []
    /// At as-of, by policy; none without an as-of.
    var verdicts: [BadgeVerdict] = []
    /// The number of openers in the chosen policy's sample at as-of.
    var sample = 0
    /// The response times of the sample in milliseconds, ascending.
    var times: [Int64] = []
    /// The sample as a rule set.
    var facebook = RuleSetFigures(samples: [])
    var blockers: [BadgeBlocker] = []
    /// What the chosen policy left out of the sample.
    var leftOut = BadgeLeftOut()
  }

  /// The instants of the rows; without a period that of as-of alone.
  private var instants: [Instant] {
    guard let asOf = span.asOf else { return [] }
    guard let period = span.period else { return [asOf] }
    return MetricsSummary.badgeInstants(
      period: period, asOf: asOf, clock: summary.rules.clock)
  }

  func judge(page: Int) throws -> JudgedPage {
    guard let asOf = span.asOf else { return JudgedPage(index: page) }
    let policy = summary.rules.policies[0]
    // Policies mostly look at the same openers.
    let openers = try summary.openers(policy: 0, page: page)
    var history = try badge(policy: 0, page: page, onlyAt: nil, among: openers)
    var judged = JudgedPage(index: page)
    judged.history = try instants.map { try history.verdict(at: $0) }
    judged.verdicts = [try history.verdict(at: asOf)]
    let sample = try history.sampleOpeners(at: asOf)
    judged.sample = sample.count
    judged.times = try history.responseTimes(at: asOf)
    judged.facebook = RuleSetFigures(samples: [judged])
    judged.blockers = policy.blockers(among: sample, at: asOf)
    judged.leftOut = try summary.badgeLeftOut(
      policy: 0, page: page, from: sample.first?.instant ?? asOf - policy.window,
      among: openers)
    for other in summary.rules.policies.indices.dropFirst() {
      var history = try badge(policy: other, page: page, onlyAt: asOf, among: openers)
      judged.verdicts.append(try history.verdict(at: asOf))
    }
    return judged
  }

  private func badge(
    policy: Int, page: Int, onlyAt instant: Instant?, among openers: PageOpeners
  ) throws(MessageHistoryError) -> BadgeHistory {
    try summary.badge(
      policy: policy, page: page, onlyAt: instant, among: openers,
      conversationPrecedes: { try texts.precedes($0, $1) })
  }

  /// What stands behind the badges, by judged page; none without an as-of.
  func insights(of pages: [JudgedPage]) throws(MessageHistoryError) -> [BadgeInsight] {
    guard span.asOf != nil else { return [] }
    var found = try texts.blockers(pages.flatMap(\.blockers))[...]
    return pages.map { page in
      let blockers = Array(found.prefix(page.blockers.count))
      found = found.dropFirst(blockers.count)
      return BadgeInsight(
        verdicts: page.verdicts, pace: page.facebook.times.median, blockers: blockers,
        leftOut: page.leftOut)
    }
  }
}

extension RuleSetFigures {
  /// Badge samples at as-of as the rule set `facebook`.
  init(samples: [BadgeJudgement.JudgedPage]) {
    let openers = samples.reduce(0) { $0 + $1.sample }
    let times = TimeFigures(sorted: samples.map(\.times))
    self.init(
      rules: .facebook, count: openers, times: times,
      responseRate: Fraction(times.count, over: openers))
  }
}
