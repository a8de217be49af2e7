import MessageHistory

/// The openers' figures of the 168 hours of the week, by page and of all chosen pages together.
///
/// Of the rows that pass openers of the period alone count.
struct HourBreakdown: WaitBreakdown, ~Copyable {
  static let hours = 168

  private let scopes: ScopeNumbers
  /// Groups are the hours of a page, page by page, and behind them those of all pages.
  private var openers: PassingOpeners
  /// By group, the waits of openers that are not answered.
  private var unanswered: [HourWaits]

  /// - Parameters:
  ///   - rows: what is known of those that will pass.
  ///   - rules: those of the rows.
  init(of rows: WaitCounts, rules: MetricRules) {
    scopes = ScopeNumbers(rules)
    openers = PassingOpeners(
      counts: scopes.withTotals(
        rows.hours.openers(), steps: Self.hours, from: OpenerCounts(), +=),
      longest: rows.longest)
    unanswered = Array(repeating: HourWaits(), count: (scopes.pageCount + 1) * Self.hours)
  }

  mutating func note(_ rows: OpenerRows) {
    let scopes = scopes.view
    let total = scopes.pageCount &* Self.hours
    for index in 0..<rows.count {
      let row = rows[index]
      let kind = row.kind
      guard kind.isEligible else { continue }
      let (scope, hour, wait) = (scopes[row], row.hourOfWeek, row.wait)
      let group = scope.page &* Self.hours &+ hour
      openers.reach(wait)
      if kind.isAnswered {
        let passage = PassingTimes.Passage(wait)
        openers.noteAnswered(passage, in: group)
        if scope.isChosen { openers.noteAnswered(passage, in: total &+ hour) }
      } else {
        noteUnanswered(wait, in: group)
        if scope.isChosen { noteUnanswered(wait, in: total + hour) }
      }
    }
  }

  @inline(never)
  private mutating func noteUnanswered(_ wait: Int64, in group: Int) {
    openers.noteUnanswered(wait, in: group)
    unanswered[group].add(wait)
  }

  mutating func reachThreshold() { openers.reachThreshold() }

  /// What the breakdown makes of the rows.
  struct Figures: Sendable {
    /// By page index and hour, and last for all chosen pages.
    let openers: [[OpenerFigures]]
    /// By page index and hour, and last for all chosen pages.
    let waits: [[HourWaits]]
  }

  /// The figures of all rows, once they have passed.
  var figures: Figures {
    let figures = openers.figures
    var waits = unanswered
    for group in waits.indices {
      waits[group].add(openers.sum(of: group), longest: figures[group].firstResponse.greatest)
    }
    let ranges = (0...scopes.pageCount).map { $0 * Self.hours..<($0 + 1) * Self.hours }
    return Figures(
      openers: ranges.map { Array(figures[$0]) }, waits: ranges.map { Array(waits[$0]) })
  }
}
