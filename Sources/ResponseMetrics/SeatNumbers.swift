/// The numbers of seats, for the millions of rows that ask for one.
///
/// What `SeatIndex` tells, with key and number beside each other and no index checked.
struct SeatNumbers: Sendable {
  fileprivate struct Slot {
    var key = SeatKey(page: 0, employee: 0)
    /// −1 where there is none.
    var number = -1
  }

  /// A power of two, at least twice as many as there are seats: so some are empty.
  private var slots: [Slot] = []
  /// By page and employee, where there are not too many of both; −1 where nobody sits there.
  private var grid: [Int32] = []
  /// How many employees a row of the grid has; 0 without one.
  private var width = 0
  /// By employee, where there is no grid, one of their seats: most have but one.
  private var usual: [Seat] = []

  fileprivate struct Seat {
    var page: Int32 = -1
    var number: Int32 = -1
  }

  /// A quarter mebibyte, which stays in a processor's cache.
  private static let greatestGrid = 1 << 16

  init(_ seats: SeatIndex) {
    let pages = (seats.occupants.map(\.page).max() ?? -1) + 1
    let employees = (seats.occupants.map { Int($0.employee) }.max() ?? -1) + 1
    if pages > 0, employees <= Self.greatestGrid / pages {
      width = employees
      grid = Array(repeating: -1, count: pages * employees)
      for (number, occupant) in seats.occupants.enumerated() {
        grid[occupant.page * employees + Int(occupant.employee)] = Int32(number)
      }
      return
    }
    var count = 64
    while count < seats.count * 2 { count *= 2 }
    slots = Array(repeating: Slot(), count: count)
    for (number, occupant) in seats.occupants.enumerated() {
      let key = SeatKey(page: occupant.page, employee: occupant.employee)
      var place = key.place(among: count)
      while slots[place].number >= 0 { place = (place + 1) & (count - 1) }
      slots[place] = Slot(key: key, number: number)
    }
    usual = Array(repeating: Seat(), count: employees)
    for (number, occupant) in seats.occupants.enumerated() {
      usual[Int(occupant.employee)] = Seat(page: Int32(occupant.page), number: Int32(number))
    }
  }

  @inline(__always)
  func withTable(_ body: (Table) -> Void) {
    slots.withUnsafeBufferPointer { slots in
      grid.withUnsafeBufferPointer { grid in
        usual.withUnsafeBufferPointer { usual in
          body(Table(slots: slots, grid: grid, width: width, usual: usual))
        }
      }
    }
  }

  /// The numbers at hand.
  struct Table {
    fileprivate let slots: UnsafeBufferPointer<Slot>
    fileprivate let grid: UnsafeBufferPointer<Int32>
    fileprivate let width: Int
    fileprivate let usual: UnsafeBufferPointer<Seat>

    /// The number of a seat; nil where nobody sits there.
    @inline(__always)
    func number(page: Int, employee: UInt32) -> Int? {
      if width > 0 {
        let index = page &* width &+ Int(employee)
        guard Int(employee) < width, index < grid.count else { return nil }
        let number = Int(grid[index])
        return number < 0 ? nil : number
      }
      if Int(employee) < usual.count, Int(usual[Int(employee)].page) == page {
        return Int(usual[Int(employee)].number)
      }
      return foundNumber(page: page, employee: employee)
    }

    @inline(never)
    private func foundNumber(page: Int, employee: UInt32) -> Int? {
      let key = SeatKey(page: page, employee: employee)
      let mask = slots.count &- 1
      var place = key.place(among: slots.count)
      while slots[place].key != key || slots[place].number < 0 {
        if slots[place].number < 0 { return nil }
        place = (place &+ 1) & mask
      }
      return slots[place].number
    }
  }
}
