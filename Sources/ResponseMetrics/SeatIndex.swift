/// Employees on pages, numbered as they turn up.
///
/// The table of numbers is probed in a row from the place of the seat's key.
package struct SeatIndex: Sendable {
  /// By number.
  package private(set) var occupants: [HistoryTally.PageEmployee] = []
  /// Numbers, −1 where there is none.
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  package init() {}

  package var count: Int { occupants.count }

  /// The number of a seat; nil where it has not turned up.
  package func number(page: Int, employee: UInt32) -> Int? {
    var slot = place(page, employee)
    while slots[slot] >= 0 {
      let occupant = occupants[Int(slots[slot])]
      if occupant.employee == employee, occupant.page == page { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a seat, which is the next one where it has not turned up before.
  package mutating func enter(page: Int, employee: UInt32) -> Int {
    if let number = number(page: page, employee: employee) { return number }
    occupants.append(HistoryTally.PageEmployee(page: page, employee: employee))
    if occupants.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for number in occupants.indices { note(number) }
    } else {
      note(occupants.count - 1)
    }
    return occupants.count - 1
  }

  private mutating func note(_ number: Int) {
    var slot = place(occupants[number].page, occupants[number].employee)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  private func place(_ page: Int, _ employee: UInt32) -> Int {
    SeatKey(page: page, employee: employee).place(among: slots.count)
  }
}
