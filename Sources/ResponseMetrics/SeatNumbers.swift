/// The numbers of seats, for the millions of rows that ask for one.
///
/// What `SeatIndex` tells, with key and number beside each other and no index checked; in memory that
/// all workers look at and none of them counts the uses of.
final class SeatNumbers: Sendable {
  fileprivate struct Slot: BitwiseCopyable {
    var key = SeatKey(page: 0, employee: 0)
    /// −1 where there is none.
    var number = -1
  }

  fileprivate struct Seat: BitwiseCopyable {
    var page: Int32 = -1
    var number: Int32 = -1
  }

  /// By employee, the seat of who has no other one; −1 for all others.
  private let only: OwnedMemory<Int32>
  /// By employee, where there is no grid, one of their seats: most have but one.
  private let usual: OwnedMemory<Seat>
  /// By page and employee, where there are not too many of both; −1 where nobody sits there.
  private let grid: OwnedMemory<Int32>
  /// A power of two, at least twice as many as there are seats: so some are empty.
  private let slots: OwnedMemory<Slot>

  /// A quarter mebibyte, which stays in a processor's cache.
  private static let greatestGrid = 1 << 16

  init(_ seats: SeatIndex) {
    let pages = (seats.occupants.map(\.page).max() ?? -1) + 1
    let employees = (seats.occupants.map { Int($0.employee) }.max() ?? -1) + 1
    only = Self.onlySeats(seats, employees: employees)
    let hasGrid = pages > 0 && employees <= Self.greatestGrid / pages
    grid = OwnedMemory(repeating: -1, count: hasGrid ? pages * employees : 0)
    usual = OwnedMemory(repeating: Seat(), count: hasGrid ? 0 : employees)
    var count = 64
    while !hasGrid, count < seats.count * 2 { count *= 2 }
    slots = OwnedMemory(repeating: Slot(), count: count)
    for (number, occupant) in seats.occupants.enumerated() {
      let employee = Int(occupant.employee)
      if hasGrid {
        grid.base[occupant.page * employees + employee] = Int32(number)
      } else {
        usual.base[employee] = Seat(page: Int32(occupant.page), number: Int32(number))
        let key = SeatKey(page: occupant.page, employee: occupant.employee)
        var place = key.place(among: count)
        while slots.base[place].number >= 0 { place = (place + 1) & (count - 1) }
        slots.base[place] = Slot(key: key, number: number)
      }
    }
  }

  private static func onlySeats(_ seats: SeatIndex, employees: Int) -> OwnedMemory<Int32> {
    let only = OwnedMemory<Int32>(repeating: -1, count: employees)
    var counts = Array(repeating: 0, count: employees)
    for occupant in seats.occupants { counts[Int(occupant.employee)] += 1 }
    for (number, occupant) in seats.occupants.enumerated()
    where counts[Int(occupant.employee)] == 1 {
      only.base[Int(occupant.employee)] = Int32(number)
    }
    return only
  }

  /// The numbers at hand, as long as this is held.
  @inline(__always)
  var table: Table {
    Table(
      only: only.base, usual: usual.base, grid: grid.base, slots: slots.base,
      employees: only.capacity, gridSize: grid.capacity, slotCount: slots.capacity)
  }

  /// The numbers at hand.
  struct Table: BitwiseCopyable {
    fileprivate let only: UnsafeMutablePointer<Int32>
    fileprivate let usual: UnsafeMutablePointer<Seat>
    fileprivate let grid: UnsafeMutablePointer<Int32>
    fileprivate let slots: UnsafeMutablePointer<Slot>
    fileprivate let employees: Int
    fileprivate let gridSize: Int
    fileprivate let slotCount: Int

    /// The number of the only seat that an employee has; negative for who has none or several.
    ///
    /// Whoever is known to have a seat where a row is needs not be asked for on which page that is.
    @inline(__always)
    func onlyNumber(ofEmployee employee: UInt32) -> Int {
      Int(employee) < employees ? Int(only[Int(employee)]) : -1
    }

    /// The number of a seat; nil where nobody sits there.
    @inline(__always)
    func number(page: Int, employee: UInt32) -> Int? {
      guard Int(employee) < employees else { return nil }
      if gridSize > 0 {
        let index = page &* employees &+ Int(employee)
        guard index < gridSize, grid[index] >= 0 else { return nil }
        return Int(grid[index])
      }
      if Int(usual[Int(employee)].page) == page { return Int(usual[Int(employee)].number) }
      return foundNumber(page: page, employee: employee)
    }

    @inline(never)
    private func foundNumber(page: Int, employee: UInt32) -> Int? {
      let key = SeatKey(page: page, employee: employee)
      let mask = slotCount &- 1
      var place = key.place(among: slotCount)
      while slots[place].key != key || slots[place].number < 0 {
        if slots[place].number < 0 { return nil }
        place = (place &+ 1) & mask
      }
      return slots[place].number
    }
  }
}
