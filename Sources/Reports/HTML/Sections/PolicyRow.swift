import MessageHistory
import ResponseMetrics

/// A page's badge at as-of under one policy, beside the others.
struct PolicyRow: TemplateFilling {
  var name: String
  /// Whether it is the chosen policy.
  var isChosen: Bool
  /// `Held` or `Not held`.
  var standing: String
  var isEarned: Bool
  var sample: String
  var rate: String
  /// What the policy asks of the rate.
  var leastRate: String
  var time: String
  /// What the policy asks of the time: its statistic and limit.
  var limit: String

  static var fields: [FilledField<Self>] {
    [
      .text("name") { $0.name }, .flag("is_chosen") { $0.isChosen },
      .text("standing") { $0.standing }, .flag("is_earned") { $0.isEarned },
      .text("sample") { $0.sample }, .text("rate") { $0.rate },
      .text("least_rate") { $0.leastRate }, .text("time") { $0.time },
      .text("limit") { $0.limit },
    ]
  }

  init(_ verdict: BadgeVerdict, policy: BadgePolicy, isChosen: Bool, context: ReportContext) {
    let (words, numbers) = (context.words, context.numbers)
    name = ShownText.shown(policy.name)
    self.isChosen = isChosen
    standing = verdict.isEarned ? words.badge.held : words.badge.notHeld
    isEarned = verdict.isEarned
    sample = numbers.count(verdict.sample)
    rate = numbers.rate(verdict.responseRate)
    leastRate = numbers.rate(policy.leastResponseRate)
    time = numbers.duration(verdict.responseTime)
    limit = words.policy.limitOf.text([
      "limit": numbers.duration(policy.responseTimeLimit),
      "statistic": words.statistic(policy.responseTime),
    ])
  }

  /// A row for each policy of the run; none where only one was judged.
  static func rows(of insight: BadgeInsight?, context: ReportContext) -> [PolicyRow] {
    guard let insight, insight.verdicts.count > 1 else { return [] }
    let policies = context.findings.summary.rules.policies
    return zip(insight.verdicts, policies).enumerated().map { index, judged in
      PolicyRow(judged.0, policy: judged.1, isChosen: index == 0, context: context)
    }
  }
}
