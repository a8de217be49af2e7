import MessageHistory

/// What employees did on pages in the period, besides openers and turns.
package struct EmployeeLedger: Sendable {
  package private(set) var seats = SeatIndex()
  /// By seat.
  package private(set) var counts: [EmployeeCounts] = []
  /// By seat, the number of the conversation that counted last.
  private var lastConversations: [Int] = []
  private var conversation = 0
  /// The seat asked for last: mostly the next one too.
  private var latest: (page: Int, employee: UInt32, seat: Int)?

  package init() {}

  /// Begins another conversation: employees who write in it count it once more.
  mutating func beginConversation() {
    conversation += 1
  }

  /// Makes sure that an employee has a seat.
  @inline(__always)
  mutating func enter(page: Int, employee: UInt32) {
    _ = seat(page: page, employee: employee)
  }

  /// The number of a seat.
  @inline(__always)
  mutating func seat(page: Int, employee: UInt32) -> Int {
    if let latest, latest.page == page, latest.employee == employee { return latest.seat }
    let seat = newSeat(page: page, employee: employee)
    latest = (page, employee, seat)
    return seat
  }

  @inline(never)
  private mutating func newSeat(page: Int, employee: UInt32) -> Int {
    let seat = seats.enter(page: page, employee: employee)
    if seat == counts.count {
      counts.append(EmployeeCounts())
      lastConversations.append(0)
    }
    return seat
  }

  /// Counts a message of the conversation, sent on a local date.
  mutating func noteMessage(_ windowUse: WindowUse, on date: LocalDate, by seat: Int) {
    let isFirst = lastConversations[seat] != conversation
    if isFirst { lastConversations[seat] = conversation }
    counts[seat].noteMessage(windowUse, on: date, isFirst: isFirst)
  }

  mutating func noteHandover(by seat: Int) {
    counts[seat].handovers += 1
  }

  mutating func noteRating(_ rating: Rating, of seat: Int) {
    counts[seat].ratings += 1
    counts[seat].ratingSum += Int64(rating.millionths)
    if rating.isGood { counts[seat].goodRatings += 1 }
  }

  /// Adds what another worker counted, of other conversations.
  mutating func merge(_ other: EmployeeLedger) {
    for (occupant, count) in zip(other.seats.occupants, other.counts) {
      counts[seat(page: occupant.page, employee: occupant.employee)] += count
    }
  }
}
