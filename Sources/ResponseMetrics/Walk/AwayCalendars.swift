import MessageHistory

/// When pages were away, as the walk asks it of a few openers.
///
/// A class, since a method of the analysis or its rules that is not inlined would get a copy of them
/// with each question: they are a kilobyte.
final class AwayCalendars: Sendable {
  private let byPage: [AwayCalendar]

  init(byPage: [AwayCalendar]) {
    self.byPage = byPage
  }

  /// Whether a page was away at an instant.
  @inline(never)
  func contains(_ instant: Instant, page: Int) -> Bool { byPage[page].contains(instant) }
}
