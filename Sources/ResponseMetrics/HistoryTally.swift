import MessageHistory

/// What conversations add up to: exact and mergeable, so that threads and machines change nothing.
///
/// Adding conversations in any order and merging tallies in any order give the same figures.
package struct HistoryTally: Sendable {
  package var openers: [OpenerRow] = []
  /// Openers of the compared period.
  package var comparedOpeners: [OpenerRow] = []
  /// First response times of openers of the period in office hours, answered eligible ones on
  /// pages with a schedule.
  package var officeResponses: [EmployeeTime] = []
  /// Reply times of the turns of the period.
  package var turns: [EmployeeTime] = []
  /// Those in office hours, on pages with a schedule.
  package var officeTurns: [SliceTime] = []
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

  /// Adds what another worker found; the memory of its rows is given up as they are taken over.
  package mutating func merge(_ worker: consuming HistoryTally) {
    var other = worker
    openers.take(&other.openers)
    comparedOpeners.take(&other.comparedOpeners)
    officeResponses.take(&other.officeResponses)
    turns.take(&other.turns)
    officeTurns.take(&other.officeTurns)
    resolutions.take(&other.resolutions)
    for slice in slices.indices {
      slices[slice] += other.slices[slice]
      isSliceSeen[slice] = isSliceSeen[slice] || other.isSliceSeen[slice]
    }
    employees.merge(other.employees)
    contacts.take(&other.contacts)
    waiting.take(&other.waiting)
    for policy in badgeOpeners.indices {
      badgeOpeners[policy].take(&other.badgeOpeners[policy])
    }
    ruleSets.merge(&other.ruleSets)
    names.merge(other.names)
    kept.merge(other.kept)
    listing.merge(other.listing)
  }
}

extension Array {
  /// Appends the elements of another array and leaves it without any.
  mutating func take(_ other: inout [Element]) {
    if isEmpty {
      swap(&self, &other)
    } else {
      self += other
    }
    other = []
  }
}
