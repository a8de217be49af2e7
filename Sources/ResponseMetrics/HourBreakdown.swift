import MessageHistory

/// The openers' figures of the 168 hours of the week, by page and of all chosen pages together.
struct HourBreakdown: WaitBreakdown {
  private static let hours = 168

  private let scopes: ScopeNumbers
  /// Groups are the hours of a page, page by page, then those of all.
  private var openers: PassingOpeners
  private var waits: [HourWaits]

  init(rules: MetricRules) {
    scopes = ScopeNumbers(rules)
    let count = (scopes.pageCount + 1) * Self.hours
    openers = PassingOpeners(groups: count)
    waits = Array(repeating: HourWaits(), count: count)
  }

  @inline(__always)
  private static func forEachGroup(
    of row: WaitRow, _ scopes: ScopeNumbers, _ body: (Int) -> Void
  ) {
    let hour = row.hourOfWeek
    let page = scopes.page(of: row.slice)
    body(page * hours + hour)
    if scopes.isChosen(page: page) { body(scopes.pageCount * hours + hour) }
  }

  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>) {
    let scopes = scopes
    for row in rows where row.counts(as: .opener) {
      let opener = CountedOpener(row)
      Self.forEachGroup(of: row, scopes) {
        openers.count(opener, in: $0)
        if row.isEligible { waits[$0].add(row.wait) }
      }
    }
  }

  mutating func beginOrder() { openers.beginOrder() }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    let scopes = scopes
    for row in rows where row.counts(as: .opener) {
      Self.forEachGroup(of: row, scopes) { openers.note(row, in: $0) }
    }
  }

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
    let ranges = (0...scopes.pageCount).map { $0 * Self.hours..<($0 + 1) * Self.hours }
    return Figures(
      openers: ranges.map { Array(figures[$0]) }, waits: ranges.map { Array(waits[$0]) })
  }
}
