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

  /// By seat.
  private(set) var counts: [Counts]
  let numbers: SeatNumbers
  private let scopes: ScopeNumbers

  init(seats: SeatIndex, scopes: ScopeNumbers) {
    counts = Array(repeating: Counts(), count: seats.count)
    numbers = SeatNumbers(seats)
    self.scopes = scopes
  }

  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>) {
    counts.withUnsafeMutableBufferPointer { counts in
      numbers.withTable { seats in
        scopes.forEach(rows) { row, scope in
          let kind = row.kind
          guard kind.counts(as: .ofEmployees) else { return }
          let isResponse = kind.flag(.opener) & (kind.isAnswered ? 1 : 0)
          if isResponse != 0 || kind.counts(as: [.officeResponse, .turn]),
            let seat = seats.number(page: scope.page, employee: row.employee)
          {
            counts[seat].responses &+= isResponse
            counts[seat].officeResponses &+= kind.flag(.officeResponse)
            counts[seat].replies &+= kind.flag(.turn)
          }
          if row.assignee != 0, kind.counts(as: .opener), kind.isEligible,
            let seat = seats.number(page: scope.page, employee: row.assignee)
          {
            counts[seat].assigned &+= 1
            counts[seat].assignedAnswered &+= isResponse
          }
        }
      }
    }
  }

  static func += (sum: inout SeatCounts, other: SeatCounts) {
    for seat in sum.counts.indices { sum.counts[seat] += other.counts[seat] }
  }
}
