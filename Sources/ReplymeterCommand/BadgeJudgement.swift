import MessageHistory
import Reports
import ResponseMetrics

/// Judges pages under the policies: the rows of badge.csv, and the sample as a rule set.
struct BadgeJudgement {
  private let summary: MetricsSummary
  private let span: RunSpan
  private let texts: FindingTexts

  init(summary: MetricsSummary, span: RunSpan, texts: FindingTexts) {
    self.summary = summary
    self.span = span
    self.texts = texts
  }

  /// The instants of the rows; without a period that of as-of alone.
  private var instants: [Instant] {
    guard let asOf = span.asOf else { return [] }
    guard let period = span.period else { return [asOf] }
    return MetricsSummary.badgeInstants(
      period: period, asOf: asOf, clock: summary.rules.clock)
  }

  /// The verdicts of a page at each instant, under a policy.
  func verdicts(page: Int, policy: Int = 0) throws -> [BadgeVerdict] {
    var history = summary.badge(
      policy: policy, page: page, conversationPrecedes: { try texts.precedes($0, $1) })
    return try instants.map { try history.verdict(at: $0) }
  }

  /// The verdict of a page at as-of under a policy; nil without an as-of.
  func verdictAtAsOf(page: Int, policy: Int) throws -> BadgeVerdict? {
    guard let asOf = span.asOf else { return nil }
    var history = summary.badge(
      policy: policy, page: page, conversationPrecedes: { try texts.precedes($0, $1) })
    return try history.verdict(at: asOf)
  }

  /// The sample at as-of: its openers and their response times in milliseconds.
  func sample(page: Int) throws -> (openers: Int, times: [Int64]) {
    guard let asOf = span.asOf else { return (0, []) }
    let policy = summary.rules.policies[0]
    var history = summary.badge(
      policy: 0, page: page, conversationPrecedes: { try texts.precedes($0, $1) })
    let openers = try history.sampleOpeners(at: asOf)
    return (openers.count, openers.compactMap { policy.responseTime(of: $0, knownAt: asOf) })
  }
}

extension RuleSetFigures {
  /// Badge samples at as-of as the rule set `facebook`.
  init(samples: [(openers: Int, times: [Int64])]) {
    let openers = samples.reduce(0) { $0 + $1.openers }
    let times = samples.flatMap(\.times).sorted()
    self.init(
      rules: .facebook, count: openers, times: TimeFigures(sorted: times),
      responseRate: Fraction(times.count, over: openers))
  }
}
