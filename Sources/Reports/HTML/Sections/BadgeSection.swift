import MessageHistory
import ResponseMetrics

/// The badge of one page: where it stands, what would change that, its history and its rules.
struct BadgeSection: TemplateFilling {
  var isEarned: Bool
  /// `Held` or `Not held`.
  var standing: String
  /// Since when that is so.
  var story: String
  /// The name of the policy.
  var policy: String
  /// What the policy asks for.
  var needs: String
  /// What the policy asks for, since when it is held or not, and the sample's figures.
  var summary: String
  var sample: String
  var answered: String
  var rate: String
  var time: String
  /// What it lacks and what would win it back, or how far it is from being lost; each a sentence.
  var outlook: [String]
  /// The verdicts of the run's policies; none where only one was judged.
  var policies: [PolicyRow]
  /// The heading above the openers that hold the badge back.
  var blockersTitle: String
  /// The openers that hold the badge back, the heaviest first.
  var blockers: [BlockerRow]
  /// A picture of the history.
  var chart: String
  var rows: [BadgeRow]
  /// How many earlier days there are; absent where all are shown.
  var more: String?
  var policyFacts: [NamedFigure]

  /// The newest days that picture and table show: a quarter.
  static let mostDays = 100

  static var fields: [FilledField<Self>] {
    [
      .flag("is_earned") { $0.isEarned }, .text("standing") { $0.standing },
      .text("story") { $0.story }, .text("policy") { $0.policy }, .text("needs") { $0.needs },
      .text("summary") { $0.summary },
      .text("sample") { $0.sample }, .text("answered") { $0.answered },
      .text("rate") { $0.rate }, .text("time") { $0.time }, .texts("outlook") { $0.outlook },
      .flag("has_policies") { !$0.policies.isEmpty }, .list("policies") { $0.policies },
      .text("blockers_title") { $0.blockersTitle },
      .flag("has_blockers") { !$0.blockers.isEmpty }, .list("blockers") { $0.blockers },
      .markup("chart") { $0.chart }, .list("rows") { $0.rows },
      .optionalText("more") { $0.more },
      .list("policy_facts") { $0.policyFacts },
    ]
  }

  /// Nil for all pages together, and where nothing was judged.
  init?(_ scope: ReportScope, context: ReportContext) {
    let verdicts = context.badges(of: scope)
    guard let verdict = verdicts.last else { return nil }
    let (words, numbers) = (context.words, context.numbers)
    let insight = context.badgeInsight(of: scope)
    let standing = BadgeStanding(verdict, pace: insight?.pace, context: context)
    isEarned = verdict.isEarned
    self.standing = verdict.isEarned ? words.badge.held : words.badge.notHeld
    story = BadgeStanding.story(of: verdicts, context: context)
    policy = ShownText.shown(context.policy.name)
    needs = standing.needs
    sample = numbers.count(verdict.sample)
    answered = numbers.count(verdict.answered)
    rate = numbers.rate(verdict.responseRate)
    time = numbers.duration(verdict.responseTime)
    summary = words.badge.summary.text(
      count: verdict.sample,
      [
        "needs": needs, "story": story, "answered": answered, "sample": sample, "rate": rate,
        "time": time,
      ])
    outlook = standing.outlook
    policies = PolicyRow.rows(of: insight, context: context)
    blockersTitle = verdict.isEarned ? words.badge.blockersHeld : words.badge.blockersMissing
    blockers = insight?.blockers.map { BlockerRow($0, context: context) } ?? []
    policyFacts = standing.policyFacts
    let days = verdicts.suffix(Self.mostDays)
    let earlier = verdicts.count - days.count
    more =
      earlier > 0
      ? words.extent.earlierDays.text(count: earlier, ["n": numbers.count(earlier)]) : nil
    let rows = days.map { BadgeRow($0, context: context) }
    self.rows = rows
    chart = BadgeHistoryChart(
      points: zip(days, rows).map { verdict, row in
        BadgeHistoryChart.Point(
          label: context.dates.axisDay(of: verdict.at),
          rate: verdict.responseRate?.asDouble, isEarned: verdict.isEarned,
          title: row.title(words))
      },
      leastRate: context.policy.leastResponseRate.asDouble, words: words, numbers: numbers
    ).markup()
  }
}

/// One row of the badge's history.
struct BadgeRow: TemplateFilling {
  var date: String
  var standing: String
  var isEarned: Bool
  var sample: String
  var rate: String
  var time: String

  static var fields: [FilledField<Self>] {
    [
      .text("date") { $0.date }, .text("standing") { $0.standing },
      .flag("is_earned") { $0.isEarned }, .text("sample") { $0.sample },
      .text("rate") { $0.rate }, .text("time") { $0.time },
    ]
  }

  init(_ verdict: BadgeVerdict, context: ReportContext) {
    date = context.dates.date(context.dates.date(endingAt: verdict.at))
    standing = verdict.isEarned ? context.words.badge.held : context.words.badge.notHeld
    isEarned = verdict.isEarned
    sample = context.numbers.count(verdict.sample)
    rate = context.numbers.rate(verdict.responseRate)
    time = context.numbers.duration(verdict.responseTime)
  }

  func title(_ words: any Wording) -> String {
    words.charts.badgeTitle.text([
      "date": date, "verdict": standing, "rate": rate, "sample": sample, "time": time,
    ])
  }
}
