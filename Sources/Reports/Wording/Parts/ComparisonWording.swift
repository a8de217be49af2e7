/// A page's own goals, and its place among others.
struct ComparisonWording: Sendable {
  var targetAtLeast: Phrase
  var targetAtMost: Phrase
  var targetMet: String
  var targetMissed: String
  var targetUndefined: String
  var peerPlace: Phrase
  var peerTooFew: Phrase
}
