import MessageHistory

/// The employees' figures, of each page or of all chosen pages together, in one pass.
package struct EmployeeBreakdown {
  private let tally: HistoryTally
  private let table: OpenerTable
  private let rules: MetricRules
  private let turns: [TurnRow]

  package init(tally: HistoryTally, table: OpenerTable, rules: MetricRules) {
    self.tally = tally
    self.table = table
    self.rules = rules
    turns = tally.turns.sorted { $0.wait < $1.wait }
  }

  /// The employees who have a response, a turn ended, a message, an assigned opener, a rating or
  /// a handover in the period, in no order; by page, or for all chosen pages together.
  package func figures(byPage isByPage: Bool) -> [EmployeeFigures] {
    let scope = Scope(rules: rules, isByPage: isByPage)
    var seats = Seats()
    var counts: [Int: EmployeeCounts] = [:]
    for (key, value) in tally.employees {
      guard let page = scope.page(key.page) else { continue }
      counts[seats.seat(of: page, key.employee), default: EmployeeCounts()] += value
    }
    let assigned = assigned(scope, &seats)
    for turn in turns {
      if let page = scope.page(ofSlice: turn.slice) { _ = seats.seat(of: page, turn.employee) }
    }
    let all = seats
    let seat: (UInt32, UInt32) -> Int? = { slice, employee in
      scope.page(ofSlice: slice).flatMap { all.known($0, employee) }
    }
    let responses = table.firstResponse(groups: all.count) { seat($0.slice, $0.employee) }
    let office = table.firstResponseOffice(groups: all.count) { seat($0.slice, $0.employee) }
    let replies = Grouping(turns.indices, groups: all.count) {
      seat(turns[$0].slice, turns[$0].employee)
    }
    return all.occupants.enumerated().map { number, occupant in
      EmployeeFigures(
        page: isByPage ? occupant.page : nil, employee: occupant.employee,
        firstResponse: responses[number],
        firstResponseOffice: scope.hasSchedule(occupant.page) ? office[number] : nil,
        reply: TimeFigures(sorted: replies[number].map { turns[$0].wait }),
        pageAnswered: assigned.answeredByPage[occupant.page] ?? 0,
        counts: counts[number] ?? EmployeeCounts(),
        assigned: tally.kept.hasAssignee ? assigned.openers[number] ?? 0 : nil,
        assignedAnswered: assigned.answered[number] ?? 0)
    }
  }

  /// Assigned openers by seat, and answered ones by page.
  private struct Assigned {
    var openers: [Int: Int] = [:]
    var answered: [Int: Int] = [:]
    var answeredByPage: [Int: Int] = [:]
  }

  private func assigned(_ scope: Scope, _ seats: inout Seats) -> Assigned {
    var assigned = Assigned()
    for row in table.rows where row.outcome.isEligible {
      guard let page = scope.page(ofSlice: row.slice) else { continue }
      let isAnswered = row.outcome == .answered
      if isAnswered {
        assigned.answeredByPage[page, default: 0] += 1
        _ = seats.seat(of: page, row.employee)
      }
      guard row.assignee != 0 else { continue }
      let seat = seats.seat(of: page, row.assignee)
      assigned.openers[seat, default: 0] += 1
      if isAnswered { assigned.answered[seat, default: 0] += 1 }
    }
    return assigned
  }

  /// Which page a row counts for: its own, or one number for all chosen pages.
  private struct Scope {
    let rules: MetricRules
    let isByPage: Bool

    func page(_ page: Int) -> Int? {
      isByPage ? page : rules.isPageChosen[page] ? 0 : nil
    }

    func page(ofSlice slice: UInt32) -> Int? { page(rules.slices[Int(slice)].page) }

    func hasSchedule(_ page: Int) -> Bool {
      isByPage
        ? rules.officeHours[page] != nil
        : rules.officeHours.indices.contains {
          rules.isPageChosen[$0] && rules.officeHours[$0] != nil
        }
    }
  }

  /// Employees on pages, numbered as they turn up.
  private struct Seats {
    private(set) var occupants: [HistoryTally.PageEmployee] = []
    private var seats: [HistoryTally.PageEmployee: Int] = [:]

    var count: Int { occupants.count }

    func known(_ page: Int, _ employee: UInt32) -> Int? {
      seats[HistoryTally.PageEmployee(page: page, employee: employee)]
    }

    mutating func seat(of page: Int, _ employee: UInt32) -> Int {
      let occupant = HistoryTally.PageEmployee(page: page, employee: employee)
      if let seat = seats[occupant] { return seat }
      seats[occupant] = occupants.count
      occupants.append(occupant)
      return occupants.count - 1
    }
  }
}
