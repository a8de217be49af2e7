import MessageHistory

/// The figures of the openers of an hour of the week.
package struct HourFigures: Sendable, Equatable {
  /// Eligible openers.
  package fileprivate(set) var openers = 0
  package fileprivate(set) var answered = 0
  package fileprivate(set) var missed = 0
  package fileprivate(set) var answeredWithinHour = 0
  /// Of the first response times, in milliseconds; nil where none was answered.
  package fileprivate(set) var median: Fraction?
}

/// The openers' figures of the 168 hours of the week, by page and of all chosen pages together.
///
/// Of the rows that pass openers of the period alone count.
struct HourBreakdown: WaitBreakdown, ~Copyable {
  static let hours = 168

  private let scopes: ScopeNumbers
  /// By group: the hours of a page, page by page, and behind them those of all pages.
  private let counts: [OpenerCounts]
  /// Of answered openers, by group.
  private var times: PassingTimes
  /// By group, the waits of openers that are not answered.
  private var unanswered: [HourWaits]
  /// How many thresholds all shorter waits have passed.
  private var thresholds = 0
  /// By group, how many were answered within the hour, once it has passed.
  private var withinHour: [Int] = []

  /// - Parameters:
  ///   - rows: what is known of those that will pass.
  ///   - rules: those of the rows.
  init(of rows: WaitCounts, rules: MetricRules) {
    scopes = ScopeNumbers(rules)
    counts = scopes.withTotals(
      rows.hours.openers(), steps: Self.hours, from: OpenerCounts(), +=)
    times = PassingTimes(
      counts: counts.map(\.answered), longest: rows.longest, for: { _ in .medianAndGreatest })
    unanswered = Array(repeating: HourWaits(), count: counts.count)
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
      if kind.isAnswered {
        let passage = PassingTimes.Passage(wait)
        var reached = PassingTimes.Reached()
        times.pass(passage, in: group, &reached)
        if scope.isChosen { times.pass(passage, in: total &+ hour, &reached) }
        if reached.isAny {
          times.stop(at: wait, in: group)
          times.stop(at: wait, in: total &+ hour)
        }
      } else {
        noteUnanswered(wait, in: group)
        if scope.isChosen { noteUnanswered(wait, in: total + hour) }
      }
    }
  }

  @inline(never)
  private mutating func noteUnanswered(_ wait: Int64, in group: Int) {
    unanswered[group].add(wait)
  }

  mutating func reachThreshold() {
    if thresholds == ResponseThreshold.oneHour.rawValue { withinHour = times.passed }
    thresholds += 1
  }

  /// What the breakdown makes of the rows.
  struct Figures: Sendable {
    /// By page index and hour, and last for all chosen pages.
    let openers: [[HourFigures]]
    /// By page index and hour, and last for all chosen pages.
    let waits: [[HourWaits]]
  }

  /// The figures of all rows, once they have passed.
  var figures: Figures {
    var waits = unanswered
    let figures = counts.indices.map { group in
      let counts = counts[group]
      var figures = HourFigures(
        openers: counts.eligible, answered: counts.answered, missed: counts.count(of: .missed),
        answeredWithinHour: withinHour[group])
      times.withTimes(of: group) { ranks, time in
        guard ranks.count > 0 else { return }
        figures.median = ranks.quantile(ofPercent: 50, time).fraction
        waits[group].add(times.sum(of: group), longest: time(ranks.count - 1))
      }
      return figures
    }
    let ranges = (0...scopes.pageCount).map { $0 * Self.hours..<($0 + 1) * Self.hours }
    return Figures(
      openers: ranges.map { Array(figures[$0]) }, waits: ranges.map { Array(waits[$0]) })
  }
}
