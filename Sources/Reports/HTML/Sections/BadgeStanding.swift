import MessageHistory
import ResponseMetrics

/// How a page stands to the badge, in words.
struct BadgeStanding {
  private let verdict: BadgeVerdict
  /// The median of the sample in milliseconds; nil where it is not known.
  private let pace: Fraction?
  private let context: ReportContext

  init(_ verdict: BadgeVerdict, pace: Fraction?, context: ReportContext) {
    self.verdict = verdict
    self.pace = pace
    self.context = context
  }

  private var words: any Wording { context.words }
  private var numbers: ReadableNumbers { context.numbers }
  private var policy: BadgePolicy { context.policy }

  /// What the policy asks for.
  var needs: String {
    words.badge.needs.text([
      "rate": numbers.rate(policy.leastResponseRate),
      "statistic": words.statistic(policy.responseTime),
      "limit": numbers.duration(policy.responseTimeLimit),
    ])
  }

  /// What would win the badge back, or how far it is from being lost; each a sentence.
  var outlook: [String] {
    verdict.isEarned ? margins : [lack, words.advice.winBack.text(["way": wayBack])]
  }

  /// Which of the policy's demands the sample does not meet.
  private var lack: String {
    let values: KeyValuePairs = [
      "rate": numbers.rate(verdict.responseRate), "least": numbers.rate(policy.leastResponseRate),
      "time": numbers.duration(verdict.responseTime),
      "limit": numbers.duration(policy.responseTimeLimit),
    ]
    guard let rate = verdict.responseRate else { return words.badge.lacksOpeners }
    let isSlow = verdict.responseTime.map { $0 > Fraction(policy.responseTimeLimit.count) }
    let phrase =
      switch (rate < policy.leastResponseRate, isSlow ?? false) {
      case (true, true): words.badge.lacksBoth
      case (true, false): words.badge.lacksRate
      case (false, _): words.badge.lacksTime
      }
    return phrase.text(values)
  }

  private var margins: [String] {
    let rate = numbers.rate(policy.leastResponseRate)
    let openers = verdict.marginOpeners.map { margin in
      margin == 0
        ? words.badge.marginNone.text(["rate": rate])
        : words.badge.marginOpeners.text(count: margin, ["n": numbers.count(margin), "rate": rate])
    }
    let time = verdict.marginTime.map {
      words.badge.marginTime.text(["time": numbers.duration($0)])
    }
    return [openers, time].compactMap(\.self)
  }

  /// The least number of further openers that wins the badge back.
  var wayBack: String {
    let time = pace.map { words.badge.wayBackPace.text(["time": numbers.duration($0)]) } ?? ""
    switch (verdict.wayBackAtPace, verdict.wayBackAtOnce) {
    case (let pace?, let once?) where pace != once:
      return words.badge.wayBackBoth.text([
        "pace": numbers.count(pace), "once": numbers.count(once), "time": time,
      ])
    case (let pace?, _):
      return words.badge.wayBackAtPace.text(count: pace, ["n": numbers.count(pace), "time": time])
    case (nil, let once?) where verdict.answered > 0:
      return words.badge.wayBackAtOnce.text(count: once, ["n": numbers.count(once), "time": time])
    case (nil, let once?):
      return words.badge.wayBackOnlyAtOnce.text(count: once, ["n": numbers.count(once)])
    case (nil, nil): return words.badge.wayBackNone
    }
  }

  /// The policy's numbers.
  var policyFacts: [NamedFigure] {
    [
      NamedFigure(name: words.policy.window, value: numbers.duration(policy.window)),
      NamedFigure(name: words.policy.fewest, value: numbers.count(policy.fewestOpeners)),
      NamedFigure(name: words.policy.leastRate, value: numbers.rate(policy.leastResponseRate)),
      NamedFigure(name: words.policy.time, value: words.statistic(policy.responseTime)),
      NamedFigure(
        name: words.policy.limit, value: numbers.duration(policy.responseTimeLimit)),
      NamedFigure(
        name: words.policy.deadline,
        value: policy.replyDeadline.map(numbers.duration) ?? words.policy.noDeadline),
      NamedFigure(name: words.policy.silence, value: numbers.duration(policy.silence)),
      NamedFigure(
        name: words.policy.exclusions,
        value: BadgePolicy.Exclusion.allCases.filter(policy.exclusions.contains)
          .map { words.exclusion($0) }.joined(separator: ", ")),
      NamedFigure(
        name: words.policy.channels,
        value: policy.channels.map { channels in
          channels.map { ShownText.shown($0) }.joined(separator: ", ")
        } ?? words.policy.allChannels),
    ]
  }

  /// What the rows of a period tell: since when the badge is held or not.
  static func story(of verdicts: [BadgeVerdict], context: ReportContext) -> String {
    let words = context.words
    guard let last = verdicts.last else { return words.headline.noVerdict }
    guard let change = verdicts.lastIndex(where: { $0.isEarned != last.isEarned }) else {
      return last.isEarned ? words.badge.heldThroughout : words.badge.missingThroughout
    }
    let since = context.dates.dayAndMonth(of: verdicts[change + 1].at)
    return (last.isEarned ? words.badge.wonOn : words.badge.lostOn).text(["date": since])
  }
}
