/// The numbers of a badge policy.
struct PolicyWording: Sendable {
  var limitOf: Phrase
  var window: String
  var fewest: String
  var leastRate: String
  var time: String
  var limit: String
  var deadline: String
  var noDeadline: String
  var silence: String
  var exclusions: String
  var channels: String
  var allChannels: String
}
