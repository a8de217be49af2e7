/// The people who answer, and those who wait.
struct PeopleWording: Sendable {
  var unattributed: String
  var workloadResponses: Phrase
  var workloadReplyTime: Phrase
  var waitingUnassigned: Phrase
  var fewResponses: Phrase
  var unknownContact: String
  var unassigned: String
  var moreWaiting: Phrase
}
