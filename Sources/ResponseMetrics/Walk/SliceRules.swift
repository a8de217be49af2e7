import MessageHistory

/// What the rules say of a slice, its page's rules among it: looked up once for a conversation.
struct SliceRules: BitwiseCopyable, Sendable {
  let page: Int
  let hasWindow: Bool
  let isChosen: Bool
  let isPageChosen: Bool
  /// Whether conversations and openers of the page are listed.
  let isListed: Bool
  /// Whether any policy judges it.
  let isJudged: Bool
  /// Nil for a page without a schedule; the rules hold them.
  let officeHours: HeldOfficeHours?
  /// Whether the page was ever away.
  let isEverAway: Bool

  init(_ slice: MetricRules.Slice, of rules: MetricRules) {
    page = slice.page
    hasWindow = slice.hasWindow
    isChosen = slice.isChosen
    isPageChosen = rules.isPageChosen[slice.page]
    isListed = rules.lists(page: slice.page)
    isJudged = slice.isJudged.contains(true)
    officeHours = rules.officeHours[slice.page].map(HeldOfficeHours.init)
    isEverAway = !rules.away[slice.page].isNever
  }
}
