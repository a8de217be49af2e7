import MessageHistory
import ResponseMetrics

/// An opener that holds the badge back.
struct BlockerRow: TemplateFilling {
  var conversation: String
  var channel: String
  /// When the opener arrived.
  var at: String
  /// What became of it, and after how long.
  var outcome: String

  static var fields: [FilledField<Self>] {
    [
      .text("conversation") { $0.conversation }, .text("channel") { $0.channel },
      .text("at") { $0.at }, .text("outcome") { $0.outcome },
    ]
  }

  init(_ blocker: FoundBlocker, context: ReportContext) {
    conversation = ShownText.shown(blocker.conversationID)
    channel = ShownText.shown(blocker.channel)
    at = context.dates.instant(blocker.at)
    let (phrase, time) =
      switch blocker.outcome {
      case .unanswered(let age): (context.words.badge.blockerUnanswered, age)
      case .answeredTooLate(let time): (context.words.badge.blockerTooLate, time)
      case .answered(let time): (context.words.badge.blockerAnswered, time)
      }
    outcome = phrase.text(["time": context.numbers.duration(time)])
  }
}
