/// How many rows there are of each employee on each page.
struct SeatCounts: Sendable {
  /// Of an employee.
  struct Counts: Sendable {
    var responses = 0
    var officeResponses = 0
    var replies = 0
    /// Eligible openers that were assigned, and those of them that anyone answered.
    var assigned = 0
    var assignedAnswered = 0

    static func += (sum: inout Counts, other: Counts) {
      sum.responses += other.responses
      sum.officeResponses += other.officeResponses
      sum.replies += other.replies
      sum.assigned += other.assigned
      sum.assignedAnswered += other.assignedAnswered
    }
  }

  /// Responses and replies, of which there are most: a seat has one number for both.
  ///
  /// The counts of thousands of seats are added to in no order, and this leaves more of them in a
  /// processor's cache.
  private struct Pair {
    private var bits: UInt64 = 0
    /// So many rows fit into a pair.
    static let mostRows = Int(UInt32.max)

    @inline(__always)
    mutating func add(responses: Int, replies: Int) {
      bits &+= UInt64(truncatingIfNeeded: responses | replies &<< 32)
    }

    var responses: Int { Int(bits & (1 << 32 - 1)) }
    var replies: Int { Int(bits >> 32) }
  }

  /// By seat, and last of nobody, but for what is in the pairs.
  private var totals: [Counts]
  /// By seat, and last of nobody.
  private var pairs: [Pair]
  /// How many rows the pairs have room for.
  private var room = Pair.mostRows
  let numbers: SeatNumbers
  private let scopes: ScopeNumbers

  init(seats: SeatIndex, scopes: ScopeNumbers) {
    totals = Array(repeating: Counts(), count: seats.count + 1)
    pairs = Array(repeating: Pair(), count: seats.count + 1)
    numbers = SeatNumbers(seats, pages: scopes.pageCount)
    self.scopes = scopes
  }

  /// By seat, and behind them what is of nobody.
  var counts: [Counts] {
    zip(totals, pairs).map { counts, pair in
      var counts = counts
      counts.responses += pair.responses
      counts.replies += pair.replies
      return counts
    }
  }

  private mutating func emptyPairs() {
    totals = counts
    for seat in pairs.indices { pairs[seat] = Pair() }
    room = Pair.mostRows
  }

  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>) {
    if rows.count > room { emptyPairs() }
    room -= rows.count
    let (seats, scopes) = (numbers.table, scopes.view)
    pairs.withUnsafeMutableBufferPointer { pairs in
      totals.withUnsafeMutableBufferPointer { totals in
        for row in rows {
          let (kind, page) = (row.kind, scopes[row].page)
          let (response, reply) = (kind.responseFlag, kind.flag(.turn))
          // Which rows count nobody foresees: those that do not add nothing, wherever.
          let seat = seats.number(
            page: page, employee: row.employee, isAsked: response | reply)
          pairs[seat].add(responses: response, replies: reply)
          if row.assignee != 0 || kind.counts(as: .officeResponse) {
            Self.countFurther(row, page, seats, totals)
          }
        }
      }
    }
  }

  /// Counts what few rows have.
  @inline(__always)
  private static func countFurther(
    _ row: WaitRow, _ page: Int, _ seats: SeatNumbers.Table,
    _ totals: UnsafeMutableBufferPointer<Counts>
  ) {
    let kind = row.kind
    if kind.counts(as: .officeResponse) {
      totals[seats.number(page: page, employee: row.employee)].officeResponses &+= 1
    }
    if row.assignee != 0, kind.counts(as: .opener), kind.isEligible {
      let seat = seats.number(page: page, employee: row.assignee)
      totals[seat].assigned &+= 1
      totals[seat].assignedAnswered &+= kind.responseFlag
    }
  }

  static func += (sum: inout SeatCounts, other: SeatCounts) {
    sum.emptyPairs()
    let counts = other.counts
    for seat in sum.totals.indices { sum.totals[seat] += counts[seat] }
  }
}
