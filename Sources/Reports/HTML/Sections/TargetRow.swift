import MessageHistory
import ResponseMetrics

/// A goal of a page, and how far it was reached.
struct TargetRow: TemplateFilling {
  var name: String
  var goal: String
  var own: String
  /// `met`, `missed` or `undefined`.
  var state: String
  var isMissed: Bool
  /// Own figure − goal; a dash where it is undefined.
  var distance: String

  static var fields: [FilledField<Self>] {
    [
      .text("name") { $0.name }, .text("goal") { $0.goal }, .text("own") { $0.own },
      .text("state") { $0.state }, .flag("is_missed") { $0.isMissed },
      .text("distance") { $0.distance },
    ]
  }

  init(_ target: TargetVerdict, context: ReportContext) {
    let (words, numbers) = (context.words, context.numbers)
    name = Self.name(of: target.metric, words)
    isMissed = false
    switch target.state {
    case .met: state = words.others.targetMet
    case .missed:
      state = words.others.targetMissed
      isMissed = true
    case .undefined: state = words.others.targetUndefined
    }
    switch target.goal {
    case .least(let share):
      goal = words.others.targetAtLeast.text(["value": numbers.rate(share)])
      own = numbers.rate(target.own)
      distance =
        target.distance.map { numbers.points($0, as: words.headline.changePoints) }
        ?? ReadableNumbers.dash
    case .most(let time):
      goal = words.others.targetAtMost.text(["value": numbers.duration(time)])
      own = numbers.duration(target.own)
      distance = target.distance.map(numbers.signedDuration) ?? ReadableNumbers.dash
    }
  }

  /// The metric in words: its own ones, else its name with spaces.
  private static func name(of metric: String, _ words: any Wording) -> String {
    if let metric = TargetMetric(rawValue: metric) { return words.name(of: metric) }
    let plain = metric.map { $0 == "_" ? " " : $0 }
    return String(plain.prefix(1)).uppercased() + String(plain.dropFirst())
  }
}
