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
  private var slots: [Slot]

  init(_ seats: SeatIndex) {
    var count = 64
    while count < seats.count * 2 { count *= 2 }
    slots = Array(repeating: Slot(), count: count)
    for (number, occupant) in seats.occupants.enumerated() {
      let key = SeatKey(page: occupant.page, employee: occupant.employee)
      var place = key.place(among: count)
      while slots[place].number >= 0 { place = (place + 1) & (count - 1) }
      slots[place] = Slot(key: key, number: number)
    }
  }

  @inline(__always)
  func withTable(_ body: (Table) -> Void) {
    slots.withUnsafeBufferPointer { body(Table(slots: $0)) }
  }

  /// The numbers at hand.
  struct Table {
    fileprivate let slots: UnsafeBufferPointer<Slot>

    /// The number of a seat; nil where nobody sits there.
    @inline(__always)
    func number(page: Int, employee: UInt32) -> Int? {
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
