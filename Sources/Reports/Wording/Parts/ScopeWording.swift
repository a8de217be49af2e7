/// How a page, or all pages together, are doing: the first sentences of their parts.
struct ScopeWording: Sendable {
  var allPages: String
  var noMessages: String
  var lead: Phrase
  var leadUnanswered: Phrase
  var leadNoOpeners: String
  var indexBetter: String
  var indexWorse: String
  var indexNormal: String
  var provisionalOpen: String
  var provisionalAwaiting: Phrase
  /// Of the program's `{version}`.
  var colophon: Phrase
}
