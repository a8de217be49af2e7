package import MessageHistory

/// One worker's way through conversations: walks over each and counts what it finds.
///
/// What is added to for every row or opener lies in memory of its own, and what the rules say of a
/// slice is looked up once for a conversation; the tally is filled when the worker is done. It cannot
/// be copied, so that nothing has to ask whether it is shared.
package struct ConversationAnalysis: ~Copyable, Sendable {
  let rules: MetricRules
  let period: InstantSpan
  let comparedPeriod: InstantSpan
  private let sliceRules: [SliceRules]
  /// The policy under which badge openers of the report's own silence are kept.
  private let policyOfReportSilence: Int?
  /// First policies of silences that differ from the report's.
  private let policiesOfOtherSilences: [Int]

  /// What is rarely added to, until the end.
  var tally: HistoryTally
  private var notes: OwnedMemory<SliceNotes>
  private var rowCounts: OwnedMemory<Int>
  var seats: SeatNotes
  var waits = GatheredRows<WaitRow>()
  var contacts = GatheredRows<ContactRow>()
  var badgeOpeners = GatheredRows<BadgeOpener>()
  var clock: OffsetMemo
  /// How many conversations were walked over.
  var conversations = 0
  private var sheet = FactSheet()
  private var oldest = Int64.max
  private var newest = Int64.min

  /// - Parameters:
  ///   - rules: what the report is about.
  ///   - memory: what this worker's rows may take of it, in bytes.
  package init(rules: MetricRules, memory: Int = .max) {
    self.rules = rules
    period = InstantSpan(rules.period)
    comparedPeriod = InstantSpan(rules.comparedPeriod)
    sliceRules = rules.slices.map { SliceRules($0, of: rules) }
    policyOfReportSilence = rules.policies.firstIndex { $0.silence == rules.silence }
    policiesOfOtherSilences = rules.policies.indices.filter {
      rules.policies[$0].silence != rules.silence && rules.badgeOpenersIndex(ofPolicy: $0) == $0
    }
    tally = HistoryTally(rules: rules, memory: memory)
    notes = OwnedMemory(repeating: SliceNotes(), count: rules.slices.count)
    rowCounts = OwnedMemory(repeating: 0, count: rules.slices.count * RowCounts.countPerSlice)
    seats = SeatNotes(days: rules.days)
    clock = OffsetMemo(clock: rules.clock)
  }

  // MARK: Conversations

  /// Adds some conversations with all of their rows; those later than as-of are set aside.
  package mutating func add(_ conversations: Conversations) {
    let records = conversations.records
    var start = 0
    while start < records.count {
      let (key, tail) = (records[start].conversation, records[start].conversationTail)
      var end = start &+ 1
      while end < records.count, records[end].conversation == key,
        records[end].conversationTail == tail
      {
        end &+= 1
      }
      addRows(UnsafeBufferPointer(rebasing: records[start..<end]), conversations.traits)
      start = end
    }
  }

  /// Adds one conversation with all of its rows; those later than as-of are set aside.
  package mutating func add(_ conversation: Conversation) {
    addRows(conversation.records, conversation.traits)
  }

  @inline(__always)
  private mutating func addRows(
    _ records: UnsafeBufferPointer<MessageRecord>, _ traits: UnsafeBufferPointer<MessageTraits>
  ) {
    var known = records.count
    while known > 0, records[known &- 1].moment >> 3 > rules.asOf.milliseconds { known &-= 1 }
    tally.kept.afterAsOf += records.count - known
    guard known > 0 else { return }
    addKnown(
      Conversation(records: UnsafeBufferPointer(rebasing: records[..<known]), traits: traits))
  }

  private mutating func addKnown(_ conversation: Conversation) {
    ConversationWalk.walk(conversation, silence: rules.silence, into: &sheet)
    let facts = FoundFacts(sheet)
    let slice = sliceRules[Int(facts.outline.slice)]
    let notes = notes.base + Int(facts.outline.slice)
    conversations &+= 1
    noteSpan(of: conversation)
    if facts.outline.hasAssignee { tally.kept.hasAssignee = true }
    if !facts.resolutions.isEmpty { tally.kept.hasClosedEvent = true }
    let counts = RowCounts(rowCounts, of: Int(facts.outline.slice))
    if countRows(conversation, slice, counts) { notes.pointee.conversations &+= 1 }
    if slice.isChosen {
      addWaiting(facts, slice)
      if rules.period != nil { addPeriod(conversation, facts, slice, notes) }
    }
    if slice.isJudged { addBadgeOpeners(conversation, facts, slice) }
  }

  private mutating func addPeriod(
    _ conversation: Conversation, _ facts: FoundFacts, _ slice: SliceRules,
    _ notes: UnsafeMutablePointer<SliceNotes>
  ) {
    countWindowUses(facts, slice, notes)
    addRating(facts, slice)
    if slice.isListed { list(conversation, facts, slice) }
    addWaits(facts, slice, notes, rows: conversation.records.count)
    addContact(facts, notes)
  }

  private mutating func addBadgeOpeners(
    _ conversation: Conversation, _ facts: FoundFacts, _ slice: SliceRules
  ) {
    if let policy = policyOfReportSilence {
      addBadgeOpeners(facts, slice, policy: policy, silence: rules.silence)
    }
    for policy in policiesOfOtherSilences {
      badgeOpeners.pour(into: &tally.badgeOpeners[policyOfReportSilence ?? policy])
      let silence = rules.policies[policy].silence
      ConversationWalk.walk(conversation, silence: silence, into: &sheet)
      addBadgeOpeners(FoundFacts(sheet), slice, policy: policy, silence: silence)
      badgeOpeners.pour(into: &tally.badgeOpeners[policy])
    }
  }

  private mutating func noteSpan(of conversation: Conversation) {
    oldest = min(oldest, conversation.records[0].moment >> 3)
    newest = max(newest, conversation.records[conversation.records.count - 1].moment >> 3)
  }

  // MARK: The end

  /// Hands what is listed so far to `take`, which may empty it.
  package mutating func withListing(_ take: (inout ConversationListing) -> Void) {
    take(&tally.listing)
  }

  /// All that was counted.
  package consuming func finished() -> HistoryTally {
    var tally = tally
    waits.pour(into: &tally.waits)
    contacts.pour(into: &tally.contacts)
    if let policy = policyOfReportSilence { badgeOpeners.pour(into: &tally.badgeOpeners[policy]) }
    for slice in sliceRules.indices {
      let rows = RowCounts(rowCounts, of: slice)
      rows.add(to: &tally.kept)
      tally.isSliceSeen[slice] = rows.isSeen
      if rows.isSeen, sliceRules[slice].hasWindow { tally.kept.hasWindowChannel = true }
      if sliceRules[slice].isChosen { tally.note(notes.base[slice], rows, of: slice) }
    }
    if conversations > 0 {
      tally.kept.oldest = Instant(milliseconds: oldest)
      tally.kept.newest = Instant(milliseconds: newest)
    }
    tally.employees = seats.ledger()
    return tally
  }
}

extension MetricRules {
  /// The policy whose openers serve this one: the first of the same silence.
  package func badgeOpenersIndex(ofPolicy policy: Int) -> Int {
    policies.firstIndex { $0.silence == policies[policy].silence } ?? policy
  }

  /// The local dates of the period, in days since 1970-01-01.
  fileprivate var days: Range<Int> {
    guard let period else { return 0..<1 }
    let last = clock.date(at: period.upperBound).dayNumber
    return clock.date(at: period.lowerBound).dayNumber..<last + 1
  }
}
