package import MessageHistory

/// What conversations add up to: exact and mergeable, so that threads and machines change nothing.
///
/// Adding conversations in any order and merging tallies in any order give the same figures.
package struct HistoryTally: Sendable {
  /// The times of the period, each once with all that it counts as.
  package var waits: BucketedRows<WaitRow>
  package var slices: [SliceCounts]
  /// By slice, openers of the period of all outcomes, and the answered ones among them: what the
  /// rows have to add up to.
  package private(set) var openers: [Int]
  package private(set) var answeredOpeners: [Int]
  /// By slice, conversations of the period without a human outbound message.
  package var neverReplied: [Int]
  /// By slice index: whether the data has a row of it up to as-of.
  package var isSliceSeen: [Bool]
  package var employees = EmployeeLedger()
  package var contacts: BucketedRows<ContactRow>
  /// Conversations that wait, by worker, so that none of them moves; of a worker's own tally the last
  /// list.
  package private(set) var waitingLists: [[WaitingConversation]] = [[]]
  /// By policy: openers of all time up to as-of, with the policy's silence.
  ///
  /// Policies of equal silence share the first one's; theirs are empty.
  package var badgeOpeners: [BucketedRows<BadgeOpener>]
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

  /// - Parameters:
  ///   - rules: what the report is about.
  ///   - memory: what rows may take of it, in bytes; the rest of them is written.
  ///   - pages: memory for the rows; nil for some of their own.
  package init(rules: MetricRules, memory: Int = .max, pages: RecordPages? = nil) {
    waits = BucketedRows(bytes: memory / 2, pages: pages)
    contacts = BucketedRows(bytes: memory / 4, pages: pages)
    slices = Array(repeating: SliceCounts(), count: rules.slices.count)
    openers = Array(repeating: 0, count: rules.slices.count)
    answeredOpeners = openers
    neverReplied = openers
    isSliceSeen = Array(repeating: false, count: rules.slices.count)
    let silences = Set(rules.policies.map(\.silence)).count
    badgeOpeners = Array(
      repeating: BucketedRows(
        bytes: memory / 4 / max(silences, 1), buckets: rules.slices.count + 1, pages: pages),
      count: rules.policies.count)
  }

  /// Ends the gathering of rows, so that they can be handed out.
  mutating func closeRows() {
    waits.close()
    contacts.close()
    for policy in badgeOpeners.indices { badgeOpeners[policy].close() }
  }

  /// Lets go of the rows that figures are made of; badges are judged later.
  mutating func dropRows() {
    waits = BucketedRows(bytes: 0)
    contacts = BucketedRows(bytes: 0)
  }

  /// Lets go of the openers by which badges are judged; nobody may ask for them again.
  mutating func dropBadgeOpeners() { badgeOpeners = [] }

  /// Adds what the walk counted of a slice that the report counts.
  mutating func note(_ notes: SliceNotes, _ rows: RowCounts, of slice: Int) {
    slices[slice] += notes.counts(with: rows)
    openers[slice] += notes.openers
    answeredOpeners[slice] += notes.answeredOpeners
    neverReplied[slice] += notes.neverReplied
  }

  /// Adds what another worker found; the memory of its rows is given up as they are taken over.
  package mutating func merge(_ worker: consuming HistoryTally) {
    var other = worker
    waits.merge(&other.waits)
    contacts.merge(&other.contacts)
    for slice in slices.indices {
      slices[slice] += other.slices[slice]
      openers[slice] += other.openers[slice]
      answeredOpeners[slice] += other.answeredOpeners[slice]
      neverReplied[slice] += other.neverReplied[slice]
      isSliceSeen[slice] = isSliceSeen[slice] || other.isSliceSeen[slice]
    }
    employees.merge(other.employees)
    waitingLists += other.waitingLists.filter { !$0.isEmpty }
    for policy in badgeOpeners.indices {
      badgeOpeners[policy].merge(&other.badgeOpeners[policy])
    }
    names.merge(other.names)
    kept.merge(other.kept)
    listing.merge(other.listing)
  }
}

extension HistoryTally {
  /// Adds a conversation that waits.
  mutating func add(_ waiting: WaitingConversation) {
    waitingLists[waitingLists.count - 1].append(waiting)
  }
}
