import MessageHistory

/// The employees' figures, of each page and of all chosen pages together.
///
/// Groups are the ledger's seats, and behind them the employees of all chosen pages.
struct EmployeeBreakdown: WaitBreakdown {
  private let groups: Groups
  private var responses: PassingTimes
  private var officeResponses: PassingTimes
  private var replies: PassingTimes
  /// By group, the eligible openers that were assigned, and those of them that anyone answered.
  private var assigned: [Int]
  private var assignedAnswered: [Int]

  /// - Parameters:
  ///   - ledger: with a seat for everybody who is in the rows.
  ///   - rules: those of the ledger.
  init(ledger: EmployeeLedger, rules: MetricRules) {
    groups = Groups(scopes: ScopeNumbers(rules), seats: ledger.seats)
    let count = groups.count
    responses = PassingTimes(groups: count)
    officeResponses = PassingTimes(groups: count)
    replies = PassingTimes(groups: count)
    assigned = Array(repeating: 0, count: count)
    assignedAnswered = Array(repeating: 0, count: count)
  }

  /// The groups of employees.
  ///
  /// They are a value of their own, so that what is kept by group can change while they are told.
  private struct Groups: Sendable {
    let scopes: ScopeNumbers
    let seats: SeatIndex
    let employeeCount: Int

    init(scopes: ScopeNumbers, seats: SeatIndex) {
      self.scopes = scopes
      self.seats = seats
      employeeCount = (seats.occupants.map { Int($0.employee) }.max() ?? -1) + 1
    }

    var count: Int { seats.count + employeeCount }

    /// The group of an employee of all chosen pages.
    func total(of employee: UInt32) -> Int { seats.count + Int(employee) }

    /// Calls `body` with the employee's seat on the slice's page, and with the employee's group of
    /// all pages where the page is chosen.
    @inline(__always)
    func forEach(of employee: UInt32, on slice: UInt32, _ body: (_ group: Int) -> Void) {
      let page = scopes.page(of: slice)
      guard let seat = seats.number(page: page, employee: employee) else { return }
      body(seat)
      if scopes.isChosen(page: page) { body(total(of: employee)) }
    }
  }

  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>) {
    let groups = groups
    for row in rows where row.counts(as: .ofEmployees) {
      let isResponse = row.counts(as: .opener) && row.isAnswered
      let isOffice = row.counts(as: .officeResponse)
      let isReply = row.counts(as: .turn)
      if isResponse || isOffice || isReply {
        groups.forEach(of: row.employee, on: row.slice) { group in
          if isResponse { responses.count(in: group) }
          if isOffice { officeResponses.count(in: group) }
          if isReply { replies.count(in: group) }
        }
      }
      if row.counts(as: .opener), row.isEligible, row.assignee != 0 {
        groups.forEach(of: row.assignee, on: row.slice) { group in
          assigned[group] += 1
          if row.isAnswered { assignedAnswered[group] += 1 }
        }
      }
    }
  }

  mutating func beginOrder() {
    responses.beginOrder()
    officeResponses.beginOrder()
    replies.beginOrder()
  }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    let groups = groups
    for row in rows where row.counts(as: .ofEmployees) {
      let isResponse = row.counts(as: .opener) && row.isAnswered
      let isOffice = row.counts(as: .officeResponse)
      let isReply = row.counts(as: .turn)
      guard isResponse || isOffice || isReply else { continue }
      let wait = row.wait
      groups.forEach(of: row.employee, on: row.slice) { group in
        if isResponse { responses.note(wait, in: group) }
        if isOffice { officeResponses.note(wait, in: group) }
        if isReply { replies.note(wait, in: group) }
      }
    }
  }
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
    let (scopes, seats) = (groups.scopes, groups.seats)
    var figures = Figures()
    var totals: [UInt32: EmployeeCounts] = [:]
    var answered = Array(repeating: 0, count: scopes.pageCount)
    for (seat, occupant) in seats.occupants.enumerated() {
      answered[occupant.page] += responses.count(of: seat)
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
    for employee in 0..<UInt32(groups.employeeCount) {
      guard let counts = totals[employee] else { continue }
      figures.total.append(
        self.employee(
          employee, page: nil, group: groups.total(of: employee), counts, tally,
          pageAnswered: allAnswered, hasSchedule: hasSchedule))
    }
    return figures
  }

  private func employee(
    _ employee: UInt32, page: Int?, group: Int, _ counts: EmployeeCounts, _ tally: HistoryTally,
    pageAnswered: Int, hasSchedule: Bool
  ) -> EmployeeFigures {
    EmployeeFigures(
      page: page, employee: employee, firstResponse: responses.figures(of: group),
      firstResponseOffice: hasSchedule ? officeResponses.figures(of: group) : nil,
      reply: replies.figures(of: group), pageAnswered: pageAnswered, counts: counts,
      assigned: tally.kept.hasAssignee ? assigned[group] : nil,
      assignedAnswered: assignedAnswered[group])
  }
}
