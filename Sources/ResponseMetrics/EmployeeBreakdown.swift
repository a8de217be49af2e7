import MessageHistory

/// The employees' figures for one cut of the pages: one page, or all.
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
  /// a handover on one of the pages in the period; in the order of their indexes.
  ///
  /// - Parameter pages: by page index, whether it belongs to the cut.
  package func figures(onPages pages: [Bool]) -> [EmployeeFigures] {
    var seats = Seats()
    var counts: [EmployeeCounts] = []
    for (key, value) in tally.employees where pages[key.page] {
      let seat = seats.seat(of: key.employee)
      while counts.count <= seat { counts.append(EmployeeCounts()) }
      counts[seat] += value
    }
    var assigned: [Int: (openers: Int, answered: Int)] = [:]
    var answered = 0
    for row in table.rows where row.outcome.isEligible && pages[page(of: row.slice)] {
      if row.outcome == .answered {
        answered += 1
        _ = seats.seat(of: row.employee)
      }
      guard row.assignee != 0 else { continue }
      let seat = seats.seat(of: row.assignee)
      assigned[seat, default: (0, 0)].openers += 1
      if row.outcome == .answered { assigned[seat, default: (0, 0)].answered += 1 }
    }
    for turn in turns where pages[page(of: turn.slice)] { _ = seats.seat(of: turn.employee) }

    let seatOf: (UInt32, UInt32) -> Int? = { slice, employee in
      pages[page(of: slice)] ? seats.known(employee) : nil
    }
    let responses = table.firstResponse(groups: seats.count) { seatOf($0.slice, $0.employee) }
    let office = table.firstResponseOffice(groups: seats.count) { seatOf($0.slice, $0.employee) }
    let replies = Grouping(turns.indices, groups: seats.count) {
      seatOf(turns[$0].slice, turns[$0].employee)
    }
    let hasSchedule = pages.indices.contains { pages[$0] && rules.officeHours[$0] != nil }
    return seats.employees.enumerated().map { seat, employee in
      EmployeeFigures(
        employee: employee, firstResponse: responses[seat],
        firstResponseOffice: hasSchedule ? office[seat] : nil,
        reply: TimeFigures(sorted: replies[seat].map { turns[$0].wait }),
        pageAnswered: answered,
        counts: seat < counts.count ? counts[seat] : EmployeeCounts(),
        assigned: tally.kept.hasAssignee ? assigned[seat]?.openers ?? 0 : nil,
        assignedAnswered: assigned[seat]?.answered ?? 0)
    }
  }

  private func page(of slice: UInt32) -> Int { rules.slices[Int(slice)].page }

  /// Employees numbered as they turn up.
  private struct Seats {
    private(set) var employees: [UInt32] = []
    private var seats: [UInt32: Int] = [:]

    var count: Int { employees.count }

    func known(_ employee: UInt32) -> Int? { seats[employee] }

    mutating func seat(of employee: UInt32) -> Int {
      if let seat = seats[employee] { return seat }
      seats[employee] = employees.count
      employees.append(employee)
      return employees.count - 1
    }
  }
}
