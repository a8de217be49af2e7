/// What went into a figure and what was left out.
struct ReceiptWording: Sendable {
  var openers: String
  var responses: String
  var answered: String
  var sample: String
  var conversations: String
  var overdue: Phrase
  var neverWaiting: String
  var neverWaitingReasons: String
  var leftOut: Phrase
  var leftOutCount: Phrase
  var leftOutNothing: String
}
