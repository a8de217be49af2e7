package import MessageHistory

/// Everything variable that the figures depend on: resolved, without anything left unset.
package struct MetricRules: Sendable {
  /// The instant at which the report is true; rows at it count, later ones do not.
  package var asOf: Instant
  /// The half-open interval that the report is about; nil where the data gives none.
  package var period: Range<Instant>?
  /// The period that this one is compared with; nil where there is none.
  package var comparedPeriod: Range<Instant>?
  /// The report's zone: of days, weekdays and hours.
  package var clock: LocalClock
  /// The pause after which an inbound message is an opener again.
  package var silence: Milliseconds
  package var exclusions: ExclusionRules
  /// The pages and channels of the data, by slice index.
  package var slices: [Slice]
  /// Office hours by page index; nil for a page without a schedule.
  package var officeHours: [OfficeHours?]
  /// Whether the report shows a page and adds it up, by page index; peers are ranked among all.
  package var isPageChosen: [Bool]
  /// When each page was away, by page index.
  package var away: [AwayCalendar]
  /// The policies by which badges are judged; the first is the one of badge.csv.
  package var policies: [BadgePolicy]
  /// Whether conversations and openers are listed one by one.
  package var listsConversations: Bool

  package init(
    asOf: Instant, period: Range<Instant>?, comparedPeriod: Range<Instant>? = nil,
    clock: LocalClock, silence: Milliseconds = .hours(24),
    exclusions: ExclusionRules = ExclusionRules(), slices: [Slice],
    officeHours: [OfficeHours?], isPageChosen: [Bool]? = nil, away: [AwayCalendar],
    policies: [BadgePolicy], listsConversations: Bool = true
  ) {
    self.asOf = asOf
    self.period = period
    self.comparedPeriod = comparedPeriod
    self.clock = clock
    self.silence = silence
    self.exclusions = exclusions
    self.slices = slices
    self.officeHours = officeHours
    self.isPageChosen = isPageChosen ?? officeHours.map { _ in true }
    self.away = away
    self.policies = policies
    self.listsConversations = listsConversations
  }

  /// A page's channel as the metrics see it.
  package struct Slice: Sendable {
    /// Index of the page.
    package var page: Int
    /// Whether the channel has a messaging window.
    package var hasWindow: Bool
    /// Whether the report counts the channel at all.
    package var isChosen: Bool
    /// By policy index: whether the policy judges this channel of this page.
    package var isJudged: [Bool]

    package init(page: Int, hasWindow: Bool, isChosen: Bool = true, isJudged: [Bool]) {
      self.page = page
      self.hasWindow = hasWindow
      self.isChosen = isChosen
      self.isJudged = isJudged
    }
  }
}
