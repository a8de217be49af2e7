/// What a report leaves out so that it stays small, and where that is.
struct ExtentWording: Sendable {
  /// Of all pages, where each is shown in brief.
  var pagesInBrief: Phrase
  /// Pages that the index has and that have no part of their own.
  var pagesWithoutPart: Phrase
  /// Pages that not even the index has.
  var pagesNotListed: Phrase
  var moreChannels: Phrase
  var earlierSteps: Phrase
  var earlierDays: Phrase
}
