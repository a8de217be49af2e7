import MessageHistory

/// The employees' figures, of each page or of all chosen pages together, in one pass.
package struct EmployeeBreakdown {
  private let tally: HistoryTally
  private let table: OpenerTable
  private let rules: MetricRules
  private let turns: [TurnRow]

  /// - Parameters:
  ///   - tally: all that was counted.
  ///   - table: its openers.
  ///   - turns: its turns, sorted by their reply time.
  ///   - rules: those of the tally.
  package init(
    tally: HistoryTally, table: OpenerTable, turns: [TurnRow], rules: MetricRules
  ) {
    self.tally = tally
    self.table = table
    self.rules = rules
    self.turns = turns
  }

  /// The employees who have a response, a turn ended, a message, an assigned opener, a rating or
  /// a handover in the period, in no order; by page, or for all chosen pages together.
  package func figures(byPage isByPage: Bool) -> [EmployeeFigures] {
    let scope = Scope(rules: rules, isByPage: isByPage)
    var seats = Seats(pages: isByPage ? rules.officeHours.count : 1, employees: employeeCount)
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

  /// One more than the greatest index of an employee.
  private var employeeCount: Int {
    var greatest: UInt32 = 0
    for row in table.rows { greatest = max(greatest, row.employee, row.assignee) }
    for turn in turns { greatest = max(greatest, turn.employee) }
    for key in tally.employees.keys { greatest = max(greatest, key.employee) }
    return Int(greatest) + 1
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
  ///
  /// Where pages times employees is a few millions at most, a table tells the number, else a
  /// dictionary.
  private struct Seats {
    private(set) var occupants: [HistoryTally.PageEmployee] = []
    private let employees: Int
    private var table: [Int32]
    private var overflow: [HistoryTally.PageEmployee: Int] = [:]

    init(pages: Int, employees: Int) {
      self.employees = employees
      let size = pages.multipliedReportingOverflow(by: employees)
      table =
        size.overflow || size.partialValue > 1 << 22
        ? [] : Array(repeating: -1, count: size.partialValue)
    }

    var count: Int { occupants.count }

    func known(_ page: Int, _ employee: UInt32) -> Int? {
      if table.isEmpty {
        return overflow[HistoryTally.PageEmployee(page: page, employee: employee)]
      }
      let seat = table[page * employees + Int(employee)]
      return seat < 0 ? nil : Int(seat)
    }

    mutating func seat(of page: Int, _ employee: UInt32) -> Int {
      if let seat = known(page, employee) { return seat }
      let seat = occupants.count
      let occupant = HistoryTally.PageEmployee(page: page, employee: employee)
      occupants.append(occupant)
      if table.isEmpty {
        overflow[occupant] = seat
      } else {
        table[page * employees + Int(employee)] = Int32(seat)
      }
      return seat
    }
  }
}
