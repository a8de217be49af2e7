/// What employees did on pages in the period, besides openers and turns.
package struct EmployeeLedger: Sendable {
  package private(set) var seats = SeatIndex()
  /// By seat.
  package private(set) var counts: [EmployeeCounts] = []
  /// By seat, the local dates with something of the employee.
  private(set) var activeDays: [DaySet] = []

  package init() {}

  /// Adds what was counted of an employee on a page, be it nothing: who is in the rows has a seat.
  mutating func add(_ count: EmployeeCounts, on days: DaySet, page: Int, employee: UInt32) {
    let seat = seats.enter(page: page, employee: employee)
    if seat == counts.count {
      counts.append(count)
      activeDays.append(days)
    } else {
      counts[seat] += count
      activeDays[seat].formUnion(days)
    }
  }

  /// Adds what another worker counted, of other conversations.
  mutating func merge(_ other: EmployeeLedger) {
    for (seat, occupant) in other.seats.occupants.enumerated() {
      add(
        other.counts[seat], on: other.activeDays[seat], page: occupant.page,
        employee: occupant.employee)
    }
  }
}
