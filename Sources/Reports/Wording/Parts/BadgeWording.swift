/// How a page stands to the badge, and what would change that.
struct BadgeWording: Sendable {
  var held: String
  var notHeld: String
  var heldThroughout: String
  var missingThroughout: String
  var wonOn: Phrase
  var lostOn: Phrase
  /// What the policy `{needs}`, since when the badge is held or not, and the sample's figures.
  var summary: Phrase
  var needs: Phrase
  var marginOpeners: Phrase
  var marginNone: Phrase
  var marginTime: Phrase
  var wayBackBoth: Phrase
  var wayBackAtPace: Phrase
  var wayBackAtOnce: Phrase
  var wayBackOnlyAtOnce: Phrase
  var wayBackNone: String
  var wayBackPace: Phrase
  var lacksRate: Phrase
  var lacksTime: Phrase
  var lacksBoth: Phrase
  var lacksOpeners: String
  var blockersMissing: String
  var blockersHeld: String
  var blockerUnanswered: Phrase
  var blockerTooLate: Phrase
  var blockerAnswered: Phrase
}
