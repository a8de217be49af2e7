/// What to do, in sentences.
struct AdviceWording: Sendable {
  var answerOverdue: Phrase
  var answerWaiting: Phrase
  var winBack: Phrase
  var winBackPages: Phrase
  var keepBadge: Phrase
  var keepBadgeNone: String
  var coverGap: Phrase
  var reviewClosed: Phrase
  var reachTarget: Phrase
  var nothing: String
}
