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
  let away: AwayCalendars
  private let sliceRules: OwnedMemory<SliceRules>
  /// The policy under which badge openers of the report's own silence are kept.
  private let policyOfReportSilence: Int?
  /// First policies of silences that differ from the report's.
  private let policiesOfOtherSilences: [Int]
  private let hasOtherSilences: Bool

  /// What is rarely added to, until the end.
  var tally: HistoryTally
  private var notes: OwnedMemory<SliceNotes>
  var rows: RowTally
  var waits = GatheredRows<WaitRow>()
  var contacts = GatheredRows<ContactRow>()
  var badgeOpeners = GatheredRows<BadgeOpener>()
  private var sheet = FactSheet()
  private var oldest = Int64.max
  private var newest = Int64.min

  /// - Parameters:
  ///   - rules: what the report is about.
  ///   - memory: what this worker's rows may take of it, in bytes.
  ///   - pages: memory for the rows; nil for some of their own.
  package init(rules: MetricRules, memory: Int = .max, pages: RecordPages? = nil) {
    self.rules = rules
    period = InstantSpan(rules.period)
    comparedPeriod = InstantSpan(rules.comparedPeriod)
    away = AwayCalendars(byPage: rules.away)
    sliceRules = OwnedMemory(rules.slices.map { SliceRules($0, of: rules) })
    policyOfReportSilence = rules.policies.firstIndex { $0.silence == rules.silence }
    policiesOfOtherSilences = rules.policies.indices.filter {
      rules.policies[$0].silence != rules.silence && rules.badgeOpenersIndex(ofPolicy: $0) == $0
    }
    hasOtherSilences = !policiesOfOtherSilences.isEmpty
    tally = HistoryTally(rules: rules, memory: memory, pages: pages)
    notes = OwnedMemory(repeating: SliceNotes(), count: rules.slices.count)
    rows = RowTally(rules, days: rules.days)
  }

  // MARK: Conversations

  /// Adds some conversations with all of their rows; those later than as-of are set aside.
  ///
  /// - Parameter conversations: some of one history, so that all that are added have the same traits.
  package mutating func add(_ conversations: Conversations) {
    let (records, starts) = (conversations.rows.records, conversations.rows.starts)
    let traits = conversations.traits
    let hadLater = rows.rowsAfterAsOf
    rows.count(conversations.rows, traits, sliceRules)
    let hasLater = rows.rowsAfterAsOf > hadLater
    for index in 0..<starts.count &- 1 {
      let start = Int(starts[index])
      var end = Int(starts[index &+ 1])
      if hasLater {
        while end > start, records[end &- 1].inlinedInstant > rules.asOf.milliseconds { end &-= 1 }
        if end == start { continue }
      }
      addKnown(
        ConversationRows(
          UnsafeBufferPointer(rebasing: records[start..<end]), traits,
          further: rows.further(index)))
    }
  }

  @inline(__always)
  private mutating func addKnown(_ rows: ConversationRows) {
    let index = Int(rows.marks(0).slice)
    let slice = UnsafePointer(sliceRules.base + index)
    let notes = notes.base + index
    ConversationWalk.walk(rows, silence: rules.silence, into: &sheet)
    let facts = FoundFacts(sheet)
    noteSpan(of: rows)
    if facts.outline.hasAssignee { tally.kept.hasAssignee = true }
    if sheet.hasRarities { addRarities(facts, slice, notes) }
    if rows.hasMessage(in: period) { notes.pointee.conversations &+= 1 }
    if slice.pointee.isChosen {
      if let turn = facts.outline.unfinishedTurn, slice.pointee.isPageChosen {
        addWaiting(facts, since: turn.start, slice)
      }
      if rules.period != nil {
        if slice.pointee.isListed { list(rows, facts, slice.pointee) }
        addPeriod(facts, slice, notes, rowCount: rows.count)
      }
    }
    if slice.pointee.isJudged { addBadgeOpeners(rows, facts, slice) }
  }

  @inline(__always)
  private mutating func addPeriod(
    _ facts: FoundFacts, _ slice: UnsafePointer<SliceRules>,
    _ notes: UnsafeMutablePointer<SliceNotes>, rowCount: Int
  ) {
    if facts.outline.rating != nil { addRating(facts, slice) }
    addWaits(facts, slice, notes, rowCount: rowCount)
    addContact(facts, notes)
  }

  @inline(__always)
  private mutating func addBadgeOpeners(
    _ rows: ConversationRows, _ facts: FoundFacts, _ slice: UnsafePointer<SliceRules>
  ) {
    if let policy = policyOfReportSilence {
      addBadgeOpeners(facts, slice, policy: policy, silence: rules.silence)
    }
    if hasOtherSilences { addBadgeOpenersOfOtherSilences(rows, slice) }
  }

  @inline(never)
  private mutating func addBadgeOpenersOfOtherSilences(
    _ rows: ConversationRows, _ slice: UnsafePointer<SliceRules>
  ) {
    for policy in policiesOfOtherSilences {
      badgeOpeners.pour(into: &tally.badgeOpeners[policyOfReportSilence ?? policy])
      let silence = rules.policies[policy].silence
      ConversationWalk.walk(rows, silence: silence, into: &sheet)
      addBadgeOpeners(FoundFacts(sheet), slice, policy: policy, silence: silence)
      badgeOpeners.pour(into: &tally.badgeOpeners[policy])
    }
  }

  @inline(__always)
  private mutating func noteSpan(of rows: ConversationRows) {
    oldest = min(oldest, rows.instant(0))
    newest = max(newest, rows.instant(rows.count &- 1))
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
    tally.closeRows()
    for slice in rules.slices.indices {
      let counts = rows.counts(of: slice)
      counts.add(to: &tally.kept)
      tally.isSliceSeen[slice] = counts.isSeen
      if counts.isSeen, sliceRules.base[slice].hasWindow { tally.kept.hasWindowChannel = true }
      if sliceRules.base[slice].isChosen { tally.note(notes.base[slice], counts, of: slice) }
    }
    if newest >= oldest {
      tally.kept.oldest = Instant(milliseconds: oldest)
      tally.kept.newest = Instant(milliseconds: newest)
    }
    tally.kept.afterAsOf = rows.rowsAfterAsOf
    tally.names = rows.names
    tally.employees = rows.ledger()
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
