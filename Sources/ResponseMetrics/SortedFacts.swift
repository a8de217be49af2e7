import MessageHistory

/// The rows of a tally in the orders in which breakdowns read them, sorted side by side.
struct SortedFacts: Sendable {
  let openers: OpenerTable
  let comparedOpeners: OpenerTable
  /// By reply time.
  let turns: [TurnRow]
  /// Reply times inside office hours, in their order.
  let officeTurns: [SliceTime]
  /// In the order of their times.
  let resolutions: [SliceTime]
  /// By page index, and last of all chosen pages.
  let ruleSets: [[RuleSetFigures]]
  /// By slice.
  let newContacts: [Int]

  /// Sorts what is in a tally.
  ///
  /// - Parameters:
  ///   - tally: all workers' tallies, merged.
  ///   - rules: those of the tally.
  ///   - workers: how many work at once.
  init(_ tally: HistoryTally, rules: MetricRules, workers: Int) {
    let (tables, others) = sideBySide(workers: workers) {
      (period: OpenerTable(tally.openers), compared: OpenerTable(tally.comparedOpeners))
    } _: {
      sideBySide(workers: workers) {
        Self.sorted(tally.turns)
      } _: {
        Self.rest(of: tally, rules: rules)
      }
    }
    openers = tables.period
    comparedOpeners = tables.compared
    turns = others.0.turns
    officeTurns = others.0.office
    resolutions = others.1.resolutions
    ruleSets = others.1.ruleSets
    newContacts = others.1.newContacts
  }

  private static func sorted(_ turns: [TurnRow]) -> (turns: [TurnRow], office: [SliceTime]) {
    var turns = turns
    turns.sortByNumber(\.wait)
    var office = turns.compactMap { turn in
      turn.officeWait < 0 ? nil : SliceTime(wait: turn.officeWait, slice: turn.slice)
    }
    office.sortByNumber(\.wait)
    return (turns, office)
  }

  private static func rest(
    of tally: HistoryTally, rules: MetricRules
  ) -> (resolutions: [SliceTime], ruleSets: [[RuleSetFigures]], newContacts: [Int]) {
    var resolutions = tally.resolutions
    resolutions.sortByNumber(\.wait)
    return (
      resolutions, RuleSetBreakdown(rows: tally.ruleSets, rules: rules).figures(),
      tally.newContacts(in: rules.period)
    )
  }
}
