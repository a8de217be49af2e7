/// How many rows there are of each kind in each group: what has to be known of all rows before they
/// pass in order.
///
/// Mergeable, so that several workers count at once.
struct WaitCounts: Sendable {
  /// By slice.
  private(set) var slices: KindCounts
  /// Openers by the hours of a page, page by page.
  private(set) var hours: KindCounts
  /// Openers by the days of a page, page by page.
  private(set) var days: KindCounts
  private(set) var employees: SeatCounts
  /// The longest wait.
  private(set) var longest: Int64 = 0
  private let scopes: ScopeNumbers
  /// Those of all trends; none without steps.
  private let trendDays: Range<Int>

  /// - Parameters:
  ///   - rules: those of the rows.
  ///   - trends: the steps that openers are broken down by.
  ///   - ledger: with a seat for everybody who is in the rows.
  init(rules: MetricRules, trends: [Trend], ledger: EmployeeLedger) {
    scopes = ScopeNumbers(rules)
    trendDays = TrendDays(trends, pages: scopes.pageCount).days
    slices = KindCounts(places: scopes.sliceCount)
    hours = KindCounts(places: scopes.pageCount * HourBreakdown.hours)
    days = KindCounts(places: scopes.pageCount * trendDays.count)
    employees = SeatCounts(seats: ledger.seats, scopes: scopes)
  }

  /// Counts rows that pass in any order.
  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>) {
    for row in rows { longest = max(longest, row.wait) }
    slices.count(rows.count) { index in (Int(rows[index].slice), rows[index].kind) }
    employees.count(rows)
    OpenerRows.forEachBlock(in: rows) { count($0) }
  }

  @inline(__always)
  private mutating func count(_ openers: OpenerRows) {
    let scopes = scopes.view
    hours.count(openers.count) { index in
      let row = openers[index]
      return (scopes[row].page &* HourBreakdown.hours &+ row.hourOfWeek, row.kind.withoutRoles)
    }
    let days = trendDays
    guard !days.isEmpty else { return }
    self.days.count(openers.count) { index in
      let row = openers[index]
      return (
        scopes[row].page &* days.count &+ TrendDays.index(of: row, in: days),
        row.kind.withoutRoles
      )
    }
  }

  /// Adds what another worker counted.
  static func += (sum: inout WaitCounts, other: WaitCounts) {
    sum.slices += other.slices
    sum.hours += other.hours
    sum.days += other.days
    sum.employees += other.employees
    sum.longest = max(sum.longest, other.longest)
  }
}
