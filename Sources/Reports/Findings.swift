package import MessageHistory
package import ResponseMetrics

/// What a run found, with the texts that its reports show: everything the tables are made of.
package struct Findings {
  package var summary: MetricsSummary
  /// Nil where there is neither a row nor a set instant.
  package var asOf: Instant?
  /// Nil where there is none: no row, and a period that depends on one.
  package var period: Period?
  package var comparedPeriod: Period?
  /// Whether the report compares periods at all.
  package var comparesPeriods: Bool
  /// The pages that are shown, by id.
  package var pages: [FoundPage]
  /// The channels of shown pages that the data has a row of, by page and channel.
  package var channels: [FoundChannel]
  /// By employee index.
  package var employees: [FoundEmployee]
  package var quality: QualityFigures
  /// Longest first.
  package var waiting: WaitingList
  /// Badge rows by page of `pages`, under the first policy.
  package var badges: [[BadgeVerdict]]
  /// What stands behind the badges, by page of `pages`; empty without an as-of.
  package var badgeInsights: [BadgeInsight]
  /// The badge's sample at as-of as a rule set, by page of `pages`.
  package var facebookRules: [RuleSetFigures]
  /// All pages' samples together.
  package var facebookTotal: RuleSetFigures
  /// Employees whose rows are shown, by key; nil for all.
  package var chosenEmployees: Set<String>?
  /// Whether people stand under pseudonyms that the next run will not give them again.
  package var hasPassingPseudonyms: Bool
  /// How soon after the newest message the next is expected; nil where nobody said.
  package var expectsDataWithin: Milliseconds?
  package var benchmarks: BenchmarkFindings
  /// The goals of shown pages and how they stand, by page, in the order of the configuration.
  package var targets: [TargetVerdict]
  /// Sums of what was listed; nil where nothing was.
  package var listingTotals: ListingTotals?
  /// Nil where no file shows it.
  package var listing: SortedListing?
  /// By day, ISO week and month; none without a period.
  package var trends: [TrendFigures] { summary.trends }
  /// The 168 hours of the week by page index, and last for all pages.
  package var heatMap: [[HourFigures]] { summary.heatMap }

  package init(
    summary: MetricsSummary, asOf: Instant?, period: Period?, comparedPeriod: Period?,
    comparesPeriods: Bool, pages: [FoundPage], channels: [FoundChannel],
    employees: [FoundEmployee], quality: QualityFigures, waiting: WaitingList,
    badges: [[BadgeVerdict]], badgeInsights: [BadgeInsight] = [],
    facebookRules: [RuleSetFigures], facebookTotal: RuleSetFigures,
    chosenEmployees: Set<String>?, hasPassingPseudonyms: Bool = false,
    expectsDataWithin: Milliseconds? = nil,
    benchmarks: BenchmarkFindings, targets: [TargetVerdict] = [],
    listingTotals: ListingTotals? = nil, listing: SortedListing? = nil
  ) {
    self.listingTotals = listingTotals
    self.listing = listing
    self.summary = summary
    self.asOf = asOf
    self.period = period
    self.comparedPeriod = comparedPeriod
    self.comparesPeriods = comparesPeriods
    self.pages = pages
    self.channels = channels
    self.employees = employees
    self.quality = quality
    self.waiting = waiting
    self.badges = badges
    self.badgeInsights = badgeInsights
    self.facebookRules = facebookRules
    self.facebookTotal = facebookTotal
    self.chosenEmployees = chosenEmployees
    self.hasPassingPseudonyms = hasPassingPseudonyms
    self.expectsDataWithin = expectsDataWithin
    self.benchmarks = benchmarks
    self.targets = targets
  }

  /// Whether employees.csv shows an employee.
  func isEmployeeShown(_ employee: FoundEmployee) -> Bool {
    chosenEmployees.map { $0.contains(employee.key) } ?? true
  }

  /// Whether it shows an employee by index: where it shows everybody, without a look at who that is.
  func isEmployeeShown(at index: Int) -> Bool {
    chosenEmployees == nil || isEmployeeShown(employees[index])
  }

  /// The age of the newest message where it is greater than expected, and what is expected.
  ///
  /// It is that at as-of, never that by the clock: files do not depend on the moment at which they
  /// are made.
  var staleness: (age: Milliseconds, limit: Milliseconds)? {
    guard let asOf, let newest = quality.kept.newest, let limit = expectsDataWithin,
      asOf - newest > limit
    else { return nil }
    return (asOf - newest, limit)
  }

  /// The report's zone.
  package var clock: LocalClock { summary.rules.clock }
}

/// A page of the data or of the configuration.
package struct FoundPage: Sendable {
  /// Index in the summary.
  package var index: Int
  package var id: String
  /// What people call it; the id where the configuration does not say.
  package var name: String
  /// The slug of its industry; nil where it has none.
  package var industry: IndustrySlug?
  package var hasSchedule: Bool

  package init(index: Int, id: String, name: String, industry: IndustrySlug?, hasSchedule: Bool) {
    self.index = index
    self.id = id
    self.name = name
    self.industry = industry
    self.hasSchedule = hasSchedule
  }
}

/// A channel of a page that the data has a row of.
package struct FoundChannel: Sendable {
  /// Index of the slice in the summary.
  package var slice: Int
  /// Index of its page in the summary.
  package var pageIndex: Int
  package var page: String
  package var channel: String

  package init(slice: Int, pageIndex: Int, page: String, channel: String) {
    self.slice = slice
    self.pageIndex = pageIndex
    self.page = page
    self.channel = channel
  }
}

/// An employee by key, with the name that employees.csv shows.
package struct FoundEmployee: Sendable {
  package var key: String
  package var name: String
  /// What rows are sorted by and what is never shown: key and name as they are without redaction.
  private let sortKey: String
  private let sortName: String

  package init(key: String, name: String, sortKey: String? = nil, sortName: String? = nil) {
    self.key = key
    self.name = name
    self.sortKey = sortKey ?? key
    self.sortName = sortName ?? name
  }

  /// Whether the row comes first by the bytes of keys.
  func precedesByKey(_ other: FoundEmployee) -> Bool {
    sortKey.utf8.lexicographicallyPrecedes(other.sortKey.utf8)
  }

  /// Whether the row comes first by the bytes of names, then of keys, nobody last.
  func precedesByName(_ other: FoundEmployee) -> Bool {
    if key.isEmpty != other.key.isEmpty { return other.key.isEmpty }
    return sortName.utf8.lexicographicallyPrecedes(other.sortName.utf8)
      || sortName.hasSameBytes(as: other.sortName) && precedesByKey(other)
  }
}

/// A waiting conversation with its texts.
package struct FoundWaiting: Sendable {
  package var page: String
  package var channel: String
  package var conversationID: String
  /// Empty where the rows say nothing of the contact.
  package var contact: String
  /// The newest assignee's key; empty for nobody.
  package var assignee: String
  package var since: Instant
  package var wait: Milliseconds
  package var officeWait: Milliseconds?

  package init(
    page: String, channel: String, conversationID: String, contact: String, assignee: String,
    since: Instant, wait: Milliseconds, officeWait: Milliseconds?
  ) {
    self.page = page
    self.channel = channel
    self.conversationID = conversationID
    self.contact = contact
    self.assignee = assignee
    self.since = since
    self.wait = wait
    self.officeWait = officeWait
  }
}
