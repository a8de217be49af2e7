import MessageHistory

/// What conversations add up to: exact and mergeable, so that threads and machines change nothing.
///
/// Adding conversations in any order and merging tallies in any order give the same figures.
package struct HistoryTally: Sendable {
  package var openers: [OpenerRow] = []
  /// Openers of the compared period.
  package var comparedOpeners: [OpenerRow] = []
  package var turns: [TurnRow] = []
  package var resolutions: [SliceTime] = []
  package var slices: [SliceCounts]
  /// By slice index: whether the data has a row of it up to as-of.
  package var isSliceSeen: [Bool]
  package var employees = EmployeeLedger()
  package var contacts: [ContactRow] = []
  package var waiting: [WaitingConversation] = []
  /// By policy: openers of all time up to as-of, with the policy's silence.
  ///
  /// Policies of equal silence share the first one's; theirs are empty.
  package var badgeOpeners: [[BadgeOpener]]
  package var ruleSets: RuleSetRows
  package var names = EmployeeNames()
  package var kept = KeptRows()
  package var listing = ConversationListing()

  /// An employee on a page.
  package struct PageEmployee: Hashable, Sendable {
    package var page: Int
    /// Index of the employee, 0 for the blank key.
    package var employee: UInt32

    package init(page: Int, employee: UInt32) {
      self.page = page
      self.employee = employee
    }
  }

  package init(rules: MetricRules) {
    ruleSets = RuleSetRows(slices: rules.slices.count)
    slices = Array(repeating: SliceCounts(), count: rules.slices.count)
    isSliceSeen = Array(repeating: false, count: rules.slices.count)
    badgeOpeners = Array(repeating: [], count: rules.policies.count)
  }

  /// Adds what another worker found.
  package mutating func merge(_ other: HistoryTally) {
    openers += other.openers
    comparedOpeners += other.comparedOpeners
    turns += other.turns
    resolutions += other.resolutions
    for slice in slices.indices {
      slices[slice] += other.slices[slice]
      isSliceSeen[slice] = isSliceSeen[slice] || other.isSliceSeen[slice]
    }
    employees.merge(other.employees)
    contacts += other.contacts
    waiting += other.waiting
    for policy in badgeOpeners.indices { badgeOpeners[policy] += other.badgeOpeners[policy] }
    ruleSets.merge(other.ruleSets)
    names.merge(other.names)
    kept.merge(other.kept)
    listing.merge(other.listing)
  }

  /// The tally without the rows of which nothing more will be asked.
  func keepingListed(_ facts: SortedFacts) -> HistoryTally {
    var kept = self
    kept.turns = []
    kept.contacts = []
    kept.ruleSets = RuleSetRows(slices: slices.count)
    kept.openers = facts.openers.rows
    for (slice, count) in facts.newContacts.enumerated() { kept.slices[slice].newContacts = count }
    return kept
  }
}
