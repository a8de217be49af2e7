/// What employees did on pages in the period, besides openers and turns.
package struct EmployeeLedger: Sendable {
  package private(set) var seats = SeatIndex()
  /// By seat.
  package private(set) var counts: [EmployeeCounts] = []

  package init() {}

  /// Adds what was counted of an employee on a page, be it nothing: who is in the rows has a seat.
  mutating func add(_ count: EmployeeCounts, page: Int, employee: UInt32) {
    let seat = seats.enter(page: page, employee: employee)
    if seat == counts.count {
      counts.append(count)
    } else {
      counts[seat] += count
    }
  }

  /// Adds what another worker counted, of other conversations.
  mutating func merge(_ other: EmployeeLedger) {
    for (occupant, count) in zip(other.seats.occupants, other.counts) {
      add(count, page: occupant.page, employee: occupant.employee)
    }
  }
}
