import MessageHistory

/// The employees' figures, of each page and of all chosen pages together.
///
/// Groups are the ledger's seats, and behind them the employees of all chosen pages.
struct EmployeeBreakdown: WaitBreakdown, ~Copyable {
  private let scopes: ScopeNumbers
  private let seats: SeatIndex
  private let numbers: SeatNumbers
  private let employeeCount: Int
  /// By seat.
  private var counts: [Counts]
  /// Of each group its responses and then its replies: most times are both.
  private var times = PassingTimes(counts: [])
  private var officeResponses = PassingTimes(counts: [])

  /// How many rows there are of an employee.
  private struct Counts {
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

  /// - Parameters:
  ///   - ledger: with a seat for everybody who is in the rows.
  ///   - rules: those of the ledger.
  init(ledger: EmployeeLedger, rules: MetricRules) {
    scopes = ScopeNumbers(rules)
    seats = ledger.seats
    numbers = SeatNumbers(ledger.seats)
    employeeCount = (seats.occupants.map { Int($0.employee) }.max() ?? -1) + 1
    counts = Array(repeating: Counts(), count: seats.count)
  }

  /// The group of an employee of all chosen pages.
  private func total(of employee: UInt32) -> Int { seats.count + Int(employee) }

  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>) {
    let (scopes, numbers) = (scopes, numbers)
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

  mutating func beginOrder() {
    var totals = Array(repeating: Counts(), count: employeeCount)
    for (seat, occupant) in seats.occupants.enumerated()
    where scopes.isChosen(page: occupant.page) {
      totals[Int(occupant.employee)] += counts[seat]
    }
    counts += totals
    times = PassingTimes(counts: counts.flatMap { [$0.responses, $0.replies] })
    officeResponses = PassingTimes(counts: counts.map(\.officeResponses))
  }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    let (scopes, numbers, seatCount) = (scopes, numbers, seats.count)
    numbers.withTable { seats in
      scopes.forEach(rows) { row, scope in
        let kind = row.kind
        let isResponse = kind.flag(.opener) & (kind.isAnswered ? 1 : 0)
        guard isResponse != 0 || kind.counts(as: [.officeResponse, .turn]),
          let seat = seats.number(page: scope.page, employee: row.employee)
        else { return }
        let wait = row.wait
        let total = seatCount &+ Int(row.employee)
        let isReply = kind.flag(.turn)
        times.note(wait, in: 2 &* seat, if: isResponse)
        times.note(wait, in: 2 &* seat &+ 1, if: isReply)
        if scope.isChosen {
          times.note(wait, in: 2 &* total, if: isResponse)
          times.note(wait, in: 2 &* total &+ 1, if: isReply)
        }
        if kind.counts(as: .officeResponse) {
          officeResponses.note(wait, in: seat)
          if scope.isChosen { officeResponses.note(wait, in: total) }
        }
      }
    }
  }

  mutating func reachThreshold() {}
}

extension EmployeeBreakdown {
  /// What the breakdown makes of the rows.
  struct Figures: Sendable {
    /// By page index, in no order.
    var pages: [Int: [EmployeeFigures]] = [:]
    /// Of all chosen pages, in no order.
    var total: [EmployeeFigures] = []
  }

  /// The employees who have a response, a turn ended, a message, an assigned opener, a rating or a
  /// handover in the period, once all rows have passed.
  func figures(_ tally: HistoryTally, rules: MetricRules) -> Figures {
    var figures = Figures()
    var totals: [UInt32: EmployeeCounts] = [:]
    var answered = Array(repeating: 0, count: scopes.pageCount)
    for (seat, occupant) in seats.occupants.enumerated() {
      answered[occupant.page] += counts[seat].responses
    }
    for (seat, occupant) in seats.occupants.enumerated() {
      let counts = tally.employees.counts[seat]
      figures.pages[occupant.page, default: []].append(
        employee(
          occupant.employee, page: occupant.page, group: seat, counts, tally,
          pageAnswered: answered[occupant.page],
          hasSchedule: rules.officeHours[occupant.page] != nil))
      if scopes.isChosen(page: occupant.page) {
        totals[occupant.employee, default: EmployeeCounts()] += counts
      }
    }
    let allAnswered = answered.indices.reduce(0) {
      $0 + (scopes.isChosen(page: $1) ? answered[$1] : 0)
    }
    let hasSchedule = scopes.schedules(by: rules)[scopes.total]
    for employee in 0..<UInt32(employeeCount) {
      guard let counts = totals[employee] else { continue }
      figures.total.append(
        self.employee(
          employee, page: nil, group: total(of: employee), counts, tally,
          pageAnswered: allAnswered, hasSchedule: hasSchedule))
    }
    return figures
  }

  private func employee(
    _ employee: UInt32, page: Int?, group: Int, _ counts: EmployeeCounts, _ tally: HistoryTally,
    pageAnswered: Int, hasSchedule: Bool
  ) -> EmployeeFigures {
    EmployeeFigures(
      page: page, employee: employee, firstResponse: times.figures(of: 2 * group),
      firstResponseOffice: hasSchedule ? officeResponses.figures(of: group) : nil,
      reply: times.figures(of: 2 * group + 1), pageAnswered: pageAnswered, counts: counts,
      assigned: tally.kept.hasAssignee ? self.counts[group].assigned : nil,
      assignedAnswered: self.counts[group].assignedAnswered)
  }
}
