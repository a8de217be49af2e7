import MessageHistory

/// The employees' figures, of each page or of all chosen pages together, in one pass.
struct EmployeeBreakdown {
  private let ledger: EmployeeLedger
  private let hasAssignee: Bool
  private let table: OpenerTable
  private let turns: [TurnRow]
  private let rules: MetricRules

  /// - Parameters:
  ///   - tally: all that was counted.
  ///   - facts: its rows.
  ///   - rules: those of the tally.
  init(tally: HistoryTally, facts: SortedFacts, rules: MetricRules) {
    ledger = tally.employees
    hasAssignee = tally.kept.hasAssignee
    table = facts.openers
    turns = facts.turns
    self.rules = rules
  }

  /// The employees who have a response, a turn ended, a message, an assigned opener, a rating or
  /// a handover in the period, in no order; by page, or for all chosen pages together.
  func figures(byPage isByPage: Bool) -> [EmployeeFigures] {
    let scope = Scope(rules: rules, isByPage: isByPage)
    var seats = SeatIndex()
    var counts: [EmployeeCounts] = []
    for (occupant, value) in zip(ledger.seats.occupants, ledger.counts) {
      guard let page = scope.page(occupant.page) else { continue }
      let seat = seats.enter(page: page, employee: occupant.employee)
      if seat == counts.count { counts.append(EmployeeCounts()) }
      counts[seat] += value
    }
    let assigned = assigned(scope, &seats)
    for turn in turns {
      if let page = scope.page(ofSlice: turn.slice) {
        _ = seats.enter(page: page, employee: turn.employee)
      }
    }
    let all = seats
    let seat: (UInt32, UInt32) -> Int = { slice, employee in
      scope.page(ofSlice: slice).flatMap { all.number(page: $0, employee: employee) } ?? -1
    }
    let responses = table.firstResponse(groups: all.count, by: seat)
    let office = table.firstResponseOffice(groups: all.count, by: seat)
    let replies = GroupedNumbers(
      turns, groups: all.count, by: { seat($0.slice, $0.employee) }, \.wait
    ).timeFigures()
    return all.occupants.enumerated().map { number, occupant in
      EmployeeFigures(
        page: isByPage ? occupant.page : nil, employee: occupant.employee,
        firstResponse: responses[number],
        firstResponseOffice: scope.hasSchedule(occupant.page) ? office[number] : nil,
        reply: replies[number],
        pageAnswered: assigned.answeredByPage[occupant.page] ?? 0,
        counts: number < counts.count ? counts[number] : EmployeeCounts(),
        assigned: hasAssignee ? assigned.openers[number] ?? 0 : nil,
        assignedAnswered: assigned.answered[number] ?? 0)
    }
  }

  /// Assigned openers by seat, and answered ones by page.
  private struct Assigned {
    var openers: [Int: Int] = [:]
    var answered: [Int: Int] = [:]
    var answeredByPage: [Int: Int] = [:]
  }

  private func assigned(_ scope: Scope, _ seats: inout SeatIndex) -> Assigned {
    var assigned = Assigned()
    for row in table.rows where row.outcome.isEligible {
      guard let page = scope.page(ofSlice: row.slice) else { continue }
      let isAnswered = row.outcome == .answered
      if isAnswered {
        assigned.answeredByPage[page, default: 0] += 1
        _ = seats.enter(page: page, employee: row.employee)
      }
      guard row.assignee != 0 else { continue }
      let seat = seats.enter(page: page, employee: row.assignee)
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
}
