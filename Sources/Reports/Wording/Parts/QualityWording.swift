/// What a reader should know of the data before trusting the figures.
struct QualityWording: Sendable {
  var ambiguous: Phrase
  var rejected: Phrase
  var anonymous: Phrase
  var good: String
}
