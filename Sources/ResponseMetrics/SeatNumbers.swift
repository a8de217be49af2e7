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
  /// By page and employee, where there are not too many of both.
  private let grid: OwnedMemory<Int32>
  /// A power of two, at least twice as many as there are seats: so some are empty.
  private let slots: OwnedMemory<Slot>

  /// The number where nobody sits: one behind those of all seats, so that what is added there need not
  /// be asked for.
  let nobody: Int

  /// A quarter mebibyte, which stays in a processor's cache.
  private static let greatestGrid = 1 << 16

  /// - Parameters:
  ///   - seats: those that have numbers.
  ///   - pages: how many pages there are.
  init(_ seats: SeatIndex, pages: Int) {
    let employees = (seats.occupants.map { Int($0.employee) }.max() ?? -1) + 1
    nobody = seats.count
    only = Self.onlySeats(seats, employees: employees)
    let hasGrid = pages > 0 && employees <= Self.greatestGrid / pages
    grid = OwnedMemory(
      repeating: Int32(truncatingIfNeeded: nobody), count: hasGrid ? pages * employees : 0)
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
      employees: only.capacity, gridSize: grid.capacity, slotCount: slots.capacity,
      nobody: nobody)
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
    let nobody: Int

    /// The number of a seat; that of nobody where none sits there.
    ///
    /// - Parameters:
    ///   - page: the page's index.
    ///   - employee: the employee's.
    ///   - isAsked: 0 where the number does not matter, so that it may be any.
    /// - Returns: the number.
    @inline(__always)
    func number(page: Int, employee: UInt32, isAsked: Int = 1) -> Int {
      guard Int(employee) < employees else { return nobody }
      if gridSize > 0 { return Int(grid[page &* employees &+ Int(employee)]) }
      // Whoever has one seat alone has it on this page: else there would be another one.
      let only = Int(only[Int(employee)])
      if only >= 0 { return only }
      guard isAsked != 0 else { return nobody }
      if Int(usual[Int(employee)].page) == page { return Int(usual[Int(employee)].number) }
      return foundNumber(page: page, employee: employee)
    }

    @inline(never)
    private func foundNumber(page: Int, employee: UInt32) -> Int {
      let key = SeatKey(page: page, employee: employee)
      let mask = slotCount &- 1
      var place = key.place(among: slotCount)
      while slots[place].key != key || slots[place].number < 0 {
        if slots[place].number < 0 { return nobody }
        place = (place &+ 1) & mask
      }
      return slots[place].number
    }
  }
}
