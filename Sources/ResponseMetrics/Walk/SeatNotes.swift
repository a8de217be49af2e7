import MessageHistory

/// What the walk counts of employees on pages.
///
/// Seats are found as in `SeatIndex`; days are bits of one table while they and the seats are few
/// enough for it, as they mostly are, and sets of their own beyond that.
struct SeatNotes: ~Copyable, Sendable {
  /// What is counted of a seat, but for days.
  struct Note: BitwiseCopyable {
    let key: SeatKey
    /// The number of the conversation that counted last.
    var lastConversation = 0
    var messages = 0
    var conversations = 0
    var handovers = 0
    var outsideWindow = 0
    var ratings = 0
    var goodRatings = 0
    var ratingSum: Int64 = 0
  }

  private var notes = OwnedMemory<Note>(capacity: 64)
  private var count = 0
  /// Numbers of seats, −1 where there is none.
  private var slots = OwnedMemory<Int32>(repeating: -1, count: 128)
  private var mask = 127
  /// By seat, a bit for each day of `firstDay` and after.
  private var days = OwnedMemory<UInt64>(repeating: 0, count: 0)
  private var daySeats = 0
  private let firstDay: Int
  private let wordsPerSeat: Int
  /// By seat, days that are not in the table.
  private var furtherDays: [DaySet] = []

  /// The table of days has eleven years of a seat at most, and 16 MiB.
  private static let greatestWordsPerSeat = 64
  private static let greatestWords = 1 << 21

  /// - Parameter days: those that messages are noted of, since 1970-01-01; others take longer.
  init(days: Range<Int>) {
    let words = (days.upperBound + 63) >> 6 - days.lowerBound >> 6
    wordsPerSeat = min(max(words, 1), Self.greatestWordsPerSeat)
    // Of too many days the newest ones are in the table: old clocks are wrong more often.
    firstDay = (((days.upperBound + 63) >> 6) - wordsPerSeat) << 6
  }

  /// What is counted of an employee on a page; valid until another one is asked for.
  @inline(__always)
  mutating func note(page: Int, employee: UInt32) -> UnsafeMutablePointer<Note> {
    notes.base + seat(page: page, employee: employee)
  }

  /// Makes sure that an employee has a seat.
  @inline(__always)
  mutating func enter(page: Int, employee: UInt32) {
    _ = seat(page: page, employee: employee)
  }

  /// Counts a message of a conversation, sent on a local date.
  @inline(__always)
  mutating func noteMessage(page: Int, employee: UInt32, conversation: Int, day: Int) {
    let seat = seat(page: page, employee: employee)
    let note = notes.base + seat
    note.pointee.messages &+= 1
    if note.pointee.lastConversation != conversation {
      note.pointee.lastConversation = conversation
      note.pointee.conversations &+= 1
    }
    let place = day &- firstDay
    if UInt(bitPattern: place) < UInt(bitPattern: wordsPerSeat &* 64), seat < daySeats {
      days.base[seat &* wordsPerSeat &+ place >> 6] |= 1 << UInt64(place & 63)
    } else {
      noteFurtherDay(day, of: seat)
    }
  }

  @inline(never)
  private mutating func noteFurtherDay(_ day: Int, of seat: Int) {
    while furtherDays.count <= seat { furtherDays.append(DaySet()) }
    furtherDays[seat].insert(LocalDate(dayNumber: day))
  }

  // MARK: Seats

  @inline(__always)
  private mutating func seat(page: Int, employee: UInt32) -> Int {
    let key = SeatKey(page: page, employee: employee)
    var slot = key.place(among: slots.capacity)
    while true {
      let number = Int(slots.base[slot])
      if number < 0 { return enter(key, at: slot) }
      if notes.base[number].key == key { return number }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(never)
  private mutating func enter(_ key: SeatKey, at slot: Int) -> Int {
    notes.reserve(count + 1, keeping: count)
    (notes.base + count).initialize(to: Note(key: key))
    slots.base[slot] = Int32(truncatingIfNeeded: count)
    count += 1
    if count * 4 > slots.capacity { widen() }
    makeDays()
    return count - 1
  }

  private mutating func widen() {
    slots = OwnedMemory(repeating: -1, count: slots.capacity * 4)
    mask = slots.capacity - 1
    for number in 0..<count {
      var slot = notes.base[number].key.place(among: slots.capacity)
      while slots.base[slot] >= 0 { slot = (slot + 1) & mask }
      slots.base[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  /// Makes sure that the last seat has days in the table, while these are few enough.
  private mutating func makeDays() {
    guard count > daySeats, count * wordsPerSeat <= Self.greatestWords else { return }
    let seats = min(max(64, 2 * daySeats), Self.greatestWords / wordsPerSeat)
    days.reserve(seats * wordsPerSeat, keeping: daySeats * wordsPerSeat)
    (days.base + daySeats * wordsPerSeat).initialize(
      repeating: 0, count: (seats - daySeats) * wordsPerSeat)
    daySeats = seats
  }

  // MARK: The end

  /// All that was counted.
  consuming func ledger() -> EmployeeLedger {
    var ledger = EmployeeLedger()
    for seat in 0..<count {
      let note = notes.base[seat]
      var counts = EmployeeCounts(note)
      counts.activeDays = seat < furtherDays.count ? furtherDays[seat] : DaySet()
      if seat < daySeats {
        for word in 0..<wordsPerSeat {
          counts.activeDays.insert(
            days.base[seat * wordsPerSeat + word], block: firstDay >> 6 + word)
        }
      }
      ledger.add(counts, page: note.key.page, employee: note.key.employee)
    }
    return ledger
  }
}

extension EmployeeCounts {
  fileprivate init(_ note: SeatNotes.Note) {
    messages = note.messages
    conversations = note.conversations
    handovers = note.handovers
    outsideWindow = note.outsideWindow
    ratings = note.ratings
    goodRatings = note.goodRatings
    ratingSum = note.ratingSum
  }
}
