import MessageHistory

/// The rows of a tally in the orders in which breakdowns read them, sorted side by side.
struct SortedFacts: Sendable {
  let openers: OpenerTable
  let comparedOpeners: OpenerTable
  /// Reply times, in their order.
  let turns: [EmployeeTime]
  /// Reply times inside office hours, in their order.
  let officeTurns: [SliceTime]
  /// In the order of their times.
  let resolutions: [SliceTime]
  /// By page index, and last of all chosen pages.
  let ruleSets: [[RuleSetFigures]]

  /// Takes the rows out of a tally and sorts them where they stand; the openers, of which more will
  /// be asked, are put back.
  ///
  /// - Parameters:
  ///   - tally: all workers' tallies, merged.
  ///   - rules: those of the tally.
  ///   - workers: how many work at once.
  init(draining tally: inout HistoryTally, rules: MetricRules, workers: Int) {
    let rows = Locked(tally)
    let ruleSets = RuleSetBreakdown(rules: rules, neverReplied: tally.ruleSets.neverReplied)
    tally.dropRows(rules)
    let (tables, others) = sideBySide(workers: workers) {
      let openers = rows.drain(\.openers)
      let office = rows.drain(\.officeResponses)
      let compared = rows.drain(\.comparedOpeners)
      return (
        period: OpenerTable(openers, officeResponses: office),
        compared: OpenerTable(compared, officeResponses: [])
      )
    } _: {
      var turns = rows.drain(\.turns)
      turns.sortByNumber(\.wait)
      var office = rows.drain(\.officeTurns)
      office.sortByNumber(\.wait)
      var resolutions = rows.drain(\.resolutions)
      resolutions.sortByNumber(\.wait)
      let others = ruleSets.figures(
        firstReplyEver: rows.drain(\.ruleSets.firstReplyEver),
        replyDated: rows.drain(\.ruleSets.replyDated),
        lastMessage: rows.drain(\.ruleSets.lastMessage))
      let contacts = rows.drain(\.contacts)
      return (
        turns: turns, office: office, resolutions: resolutions, ruleSets: others,
        newContacts: ContactRow.newContacts(
          among: contacts, slices: rules.slices.count, in: rules.period)
      )
    }
    openers = tables.period
    comparedOpeners = tables.compared
    turns = others.turns
    officeTurns = others.office
    resolutions = others.resolutions
    self.ruleSets = others.ruleSets
    tally.openers = openers.rows
    for (slice, count) in others.newContacts.enumerated() {
      tally.slices[slice].newContacts = count
    }
  }
}

extension HistoryTally {
  /// Lets go of the rows that breakdowns take over.
  fileprivate mutating func dropRows(_ rules: MetricRules) {
    openers = []
    comparedOpeners = []
    officeResponses = []
    turns = []
    officeTurns = []
    resolutions = []
    contacts = []
    ruleSets = RuleSetRows(slices: rules.slices.count)
  }
}

extension Locked<HistoryTally> {
  /// Takes rows out, so that whoever sorts them has them alone.
  fileprivate func drain<Row>(
    _ rows: any WritableKeyPath<HistoryTally, [Row]> & Sendable
  ) -> [Row] {
    withLock { tally in
      let taken = tally[keyPath: rows]
      tally[keyPath: rows] = []
      return taken
    }
  }
}
