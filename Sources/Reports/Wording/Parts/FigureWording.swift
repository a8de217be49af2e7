/// The names of all figures, in the order of the summary.
struct FigureWording: Sendable {
  var timesFirstResponse: String
  var timesFirstResponseOffice: String
  var timesReply: String
  var timesReplyOffice: String
  var timesResolution: String
  var openers: String
  var answered: String
  var awaiting: String
  var missed: String
  var excludedSpam: String
  var excludedDone: String
  var excludedAway: String
  var responseRate: String
  var responseRateInterval: String
  var settledResponseRate: String
  var within: Phrase
  var waitingAwareMedian: String
  var waitingAwareP90: String
  var reopenings: String
  var conversations: String
  var newContacts: String
  var inbound: String
  var outboundHuman: String
  var outboundAutomated: String
  var notes: String
  var automatedFirst: String
  var handledByAutomation: String
  var outsideWindow: String
  var allowedOutsideWindow: String
}
