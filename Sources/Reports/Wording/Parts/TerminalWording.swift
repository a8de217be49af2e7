/// The words of the text report.
struct TerminalWording: Sendable {
  var heading: Phrase
  var emptyHeading: Phrase
  var noMessages: String
  var responseRate: String
  var firstResponse: String
  var withinHour: String
  var change: String
  var badge: String
  var waiting: String
  var rows: String
  var rateLine: Phrase
  var timesLine: Phrase
  var changeLine: Phrase
  var changeNone: String
  var better: String
  var worse: String
  var normal: String
  var badgeLine: Phrase
  var badgeNone: String
  var sample: Phrase
  var earned: Phrase
  var earnedWithMargin: Phrase
  var notEarned: Phrase
  var notEarnedAtPace: Phrase
  var notEarnedAtOnce: Phrase
  var waitingLine: Phrase
  var waitingLongest: Phrase
  var rowsLine: Phrase
}
