/// What a reader should know of the data before trusting the figures.
struct QualityWording: Sendable {
  var ambiguous: Phrase
  var rejected: Phrase
  var anonymous: Phrase
  /// Where inputs have one row a ticket.
  var tickets: Phrase
  var good: String
  /// Where people stand under pseudonyms of this run alone.
  var passingPseudonyms: String
  /// Where the newest message is older at as-of than the configuration expects.
  var stale: Phrase
}
