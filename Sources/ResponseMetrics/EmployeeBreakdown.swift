import MessageHistory

/// The employees' figures, of each page and of all chosen pages together.
///
/// Groups are the ledger's seats, one for nobody, and behind it the employees of all chosen pages who
/// have more than one seat there; whoever has one seat has there what all pages have of them.
struct EmployeeBreakdown: WaitBreakdown, ~Copyable {
  private let scopes: ScopeNumbers
  private let seats: SeatIndex
  private let numbers: SeatNumbers
  /// By group.
  private let counts: [SeatCounts.Counts]
  /// By employee, the group of all chosen pages; −1 for who has no seat on any of them.
  private let totals: [Int32]
  /// By employee, the group of all chosen pages, where that is none of their seats; else nobody's.
  private let furtherGroups: OwnedMemory<Int32>
  /// Of each group its responses and then its replies: most times are both.
  private var times: PassingTimes
  private var officeResponses: PassingTimes
  /// By whether a row is a response, and whether it is a reply.
  private let flags = OwnedMemory([Flags(0, 0), Flags(1, 0), Flags(0, 1), Flags(1, 1)])

  /// - Parameters:
  ///   - ledger: with a seat for everybody who is in the rows.
  ///   - rows: what is known of those that will pass.
  ///   - rules: those of the ledger.
  init(ledger: EmployeeLedger, of rows: WaitCounts, rules: MetricRules) {
    let scopes = ScopeNumbers(rules)
    self.scopes = scopes
    seats = ledger.seats
    numbers = rows.employees.numbers
    var counts = rows.employees.counts
    let employeeCount = (seats.occupants.map { Int($0.employee) }.max() ?? -1) + 1
    var totals = Array(repeating: -1 as Int32, count: employeeCount)
    let chosen = seats.occupants.indices.filter { [seats, scopes] in
      scopes.isChosen(page: seats.occupants[$0].page)
    }
    for seat in chosen {
      let employee = Int(seats.occupants[seat].employee)
      if totals[employee] < 0 {
        totals[employee] = Int32(seat)
      } else if totals[employee] < seats.count {
        totals[employee] = Int32(counts.count)
        counts.append(SeatCounts.Counts())
      }
    }
    furtherGroups = OwnedMemory(
      repeating: Int32(truncatingIfNeeded: numbers.nobody), count: employeeCount)
    for seat in chosen {
      let employee = Int(seats.occupants[seat].employee)
      guard totals[employee] > numbers.nobody else { continue }
      furtherGroups.base[employee] = totals[employee]
      counts[Int(totals[employee])] += counts[seat]
    }
    // What is added where nobody sits need not be asked for, and shall have no stops.
    counts[numbers.nobody] = SeatCounts.Counts()
    self.counts = counts
    self.totals = totals
    times = PassingTimes(
      counts: counts.flatMap { [$0.responses, $0.replies] }, longest: rows.longest,
      for: { _ in .allButInterval })
    officeResponses = PassingTimes(
      counts: counts.map(\.officeResponses), longest: rows.longest, for: { _ in .allButInterval })
  }

  private typealias Passage = PassingTimes.Passage
  private typealias Flags = PassingTimes.PassagePair.Flags

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    let (seats, scopes) = (numbers.table, scopes.view)
    let (furtherGroups, employees) = (furtherGroups.base, furtherGroups.capacity)
    let flags = flags.base
    for row in rows where Int(row.employee) < employees {
      let (kind, wait) = (row.kind, row.wait)
      let (response, reply) = (kind.responseFlag, kind.flag(.turn))
      let scope = scopes[row]
      // Which rows count nobody foresees: those that do not add nothing, wherever.
      let seat = seats.number(
        page: scope.page, employee: row.employee,
        isAsked: response | reply | kind.flag(.officeResponse))
      let further =
        scope.isChosen ? Int(furtherGroups[Int(row.employee)]) : seats.nobody
      let pair = PassingTimes.PassagePair(wait, if: flags[response &+ 2 &* reply])
      var reached = PassingTimes.Reached()
      times.pass(pair, in: 2 &* seat, &reached)
      times.pass(pair, in: 2 &* further, &reached)
      if reached.isAny { stop(at: wait, seat, further) }
      if kind.counts(as: .officeResponse) {
        officeResponses.note(Passage(wait), at: wait, in: seat)
        officeResponses.note(Passage(wait), at: wait, in: further)
      }
    }
  }

  @inline(never)
  private mutating func stop(at wait: Int64, _ seat: Int, _ further: Int) {
    times.stop(at: wait, in: 2 * seat)
    times.stop(at: wait, in: 2 * seat + 1)
    times.stop(at: wait, in: 2 * further)
    times.stop(at: wait, in: 2 * further + 1)
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
    // By employee, of those who have more than one seat on chosen pages.
    var further: [Int: (counts: EmployeeCounts, days: DaySet)] = [:]
    var answered = Array(repeating: 0, count: scopes.pageCount)
    var seatsOfPages = answered
    for (seat, occupant) in seats.occupants.enumerated() {
      answered[occupant.page] += counts[seat].responses
      seatsOfPages[occupant.page] += 1
    }
    // Figures are long, and would be copied again and again as their number grows.
    for (page, seats) in seatsOfPages.enumerated() where seats > 0 {
      figures.pages[page, default: []].reserveCapacity(seats)
    }
    figures.total.reserveCapacity(totals.count { $0 >= 0 })
    for (seat, occupant) in seats.occupants.enumerated() {
      let (counts, days) = (tally.employees.counts[seat], tally.employees.activeDays[seat])
      figures.pages[occupant.page, default: []].append(
        employee(
          occupant.employee, page: occupant.page, group: seat, counts, days, tally,
          pageAnswered: answered[occupant.page],
          hasSchedule: rules.officeHours[occupant.page] != nil))
      if scopes.isChosen(page: occupant.page), self.totals[Int(occupant.employee)] > numbers.nobody
      {
        further[Int(occupant.employee), default: (EmployeeCounts(), DaySet())].counts += counts
        further[Int(occupant.employee)]?.days.formUnion(days)
      }
    }
    let allAnswered = answered.indices.reduce(0) {
      $0 + (scopes.isChosen(page: $1) ? answered[$1] : 0)
    }
    let hasSchedule = scopes.schedules(by: rules)[scopes.total]
    for (employee, total) in totals.enumerated() where total >= 0 {
      let group = Int(total)
      let (counts, days) =
        further[employee] ?? (tally.employees.counts[group], tally.employees.activeDays[group])
      figures.total.append(
        self.employee(
          UInt32(employee), page: nil, group: group, counts, days, tally,
          pageAnswered: allAnswered, hasSchedule: hasSchedule))
    }
    return figures
  }

  private func employee(
    _ employee: UInt32, page: Int?, group: Int, _ counts: EmployeeCounts, _ days: DaySet,
    _ tally: HistoryTally, pageAnswered: Int, hasSchedule: Bool
  ) -> EmployeeFigures {
    EmployeeFigures(
      page: page, employee: employee, firstResponse: times.figures(of: 2 * group),
      firstResponseOffice: hasSchedule ? officeResponses.figures(of: group) : nil,
      reply: times.figures(of: 2 * group + 1), pageAnswered: pageAnswered, counts: counts,
      activeDays: days.count, assigned: tally.kept.hasAssignee ? self.counts[group].assigned : nil,
      assignedAnswered: self.counts[group].assignedAnswered)
  }
}
