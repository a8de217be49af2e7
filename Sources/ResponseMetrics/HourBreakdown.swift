import MessageHistory

/// The openers' figures of the 168 hours of the week, by page and of all chosen pages together.
///
/// All rows that pass are openers of the period.
struct HourBreakdown: WaitBreakdown, ~Copyable {
  private static let hours = 168

  private let scopes: ScopeNumbers
  /// By the hours of a page, page by page.
  private var counts: KindCounts
  /// Groups are as places of `counts`, and behind them the hours of all pages.
  private var openers = PassingOpeners(counts: [])
  /// By group, the waits of openers that are not answered.
  private var unanswered: [HourWaits]

  init(rules: MetricRules) {
    scopes = ScopeNumbers(rules)
    counts = KindCounts(places: scopes.pageCount * Self.hours)
    unanswered = Array(repeating: HourWaits(), count: (scopes.pageCount + 1) * Self.hours)
  }

  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>) {
    let scopes = scopes
    scopes.withScopes { scope in
      counts.count(rows) { row in
        (scope[Int(row.slice)].page &* Self.hours &+ row.hourOfWeek, row.kind.withoutRoles)
      }
    }
  }

  mutating func beginOrder() {
    openers = PassingOpeners(
      counts: scopes.withTotals(
        counts.openers(), steps: Self.hours, from: OpenerCounts(), +=))
  }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    let scopes = scopes
    let total = scopes.pageCount &* Self.hours
    scopes.forEach(rows) { row, scope in
      let kind = row.kind
      guard kind.isEligible else { return }
      let (hour, wait) = (row.hourOfWeek, row.wait)
      let group = scope.page &* Self.hours &+ hour
      openers.reach(wait)
      if kind.isAnswered {
        openers.noteAnswered(wait, in: group)
        if scope.isChosen { openers.noteAnswered(wait, in: total &+ hour) }
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
