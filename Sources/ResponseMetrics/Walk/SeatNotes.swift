import MessageHistory

/// What the walk counts of employees on pages.
///
/// Seats are found as in `SeatIndex`; days are bits of one table while they and the seats are few
/// enough for it, as they mostly are, and sets of their own beyond that.
struct SeatNotes: ~Copyable, Sendable {
  /// What is counted of a seat for every message, but for days; two of them are in a line of the cache.
  struct Count: BitwiseCopyable {
    let key: SeatKey
    /// The hash of the conversation that counted last.
    var conversation: UInt64 = 0
    var conversationTail: UInt32 = 0
    var conversations: UInt32 = 0
    var messages = 0
  }

  /// What is counted of a seat now and then.
  struct Note: BitwiseCopyable {
    var handovers = 0
    var outsideWindow = 0
    var ratings = 0
    var goodRatings = 0
    var ratingSum: Int64 = 0
  }

  private var counts = OwnedMemory<Count>(capacity: 64)
  private var notes = OwnedMemory<Note>(capacity: 64)
  private var count = 0
  /// Numbers of seats, −1 where there is none.
  private var slots = OwnedMemory<Int32>(repeating: -1, count: 128)
  private var mask = 127
  /// By traits, the seat of the newest message that had them; it is looked at whether it is right,
  /// since it need not be, and mostly is.
  private var hints = OwnedMemory<UInt32>(capacity: 0)
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
  mutating func note(page: Int, employee: UInt32) -> UnsafeMutablePointer<Note> {
    // First the seat, since a new one may move the notes.
    let seat = seat(SeatKey(page: page, employee: employee))
    return notes.base + seat
  }

  /// Makes sure that an employee has a seat.
  mutating func enter(page: Int, employee: UInt32) {
    _ = seat(SeatKey(page: page, employee: employee))
  }

  /// Makes sure that messages of so many traits can be counted.
  mutating func reserve(traits count: Int) {
    let known = hints.capacity
    guard count > known else { return }
    hints.reserve(count, keeping: known)
    (hints.base + known).initialize(repeating: 0, count: hints.capacity - known)
  }

  /// Counts a message that was sent on a local date.
  ///
  /// - Parameters:
  ///   - record: the message, after another one of its conversation or the first of it.
  ///   - page: the page's index.
  ///   - employee: the sender's.
  ///   - day: since 1970-01-01.
  @inline(__always)
  mutating func noteMessage(
    _ record: UnsafePointer<MessageRecord>, page: Int, employee: UInt32, day: Int
  ) {
    let seat = seat(
      page: page, employee: employee, hint: hints.base + Int(record.pointee.traits))
    let count = counts.base + seat
    let (conversation, tail) = (record.pointee.conversation, record.pointee.conversationTail)
    // Nobody foresees whether it is the first one, so that there is no branch.
    let difference =
      count.pointee.conversation ^ conversation
      | UInt64(count.pointee.conversationTail ^ tail) | (count.pointee.messages == 0 ? 1 : 0)
    count.pointee.conversation = conversation
    count.pointee.conversationTail = tail
    count.pointee.conversations &+= difference == 0 ? 0 : 1
    count.pointee.messages &+= 1
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

  /// The seat of messages with the same traits as another one, where that has left a hint.
  @inline(__always)
  private mutating func seat(
    page: Int, employee: UInt32, hint: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let key = SeatKey(page: page, employee: employee)
    let seat = Int(hint.pointee)
    return seat < count && counts.base[seat].key == key ? seat : foundSeat(key, hint)
  }

  @inline(never)
  private mutating func foundSeat(
    _ key: SeatKey, _ hint: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let seat = seat(key)
    hint.pointee = UInt32(truncatingIfNeeded: seat)
    return seat
  }

  @inline(never)
  private mutating func seat(_ key: SeatKey) -> Int {
    var slot = key.place(among: slots.capacity)
    while true {
      let number = Int(slots.base[slot])
      if number < 0 { return enter(key, at: slot) }
      if counts.base[number].key == key { return number }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(never)
  private mutating func enter(_ key: SeatKey, at slot: Int) -> Int {
    counts.reserve(count + 1, keeping: count)
    notes.reserve(count + 1, keeping: count)
    (counts.base + count).initialize(to: Count(key: key))
    (notes.base + count).initialize(to: Note())
    slots.base[slot] = Int32(truncatingIfNeeded: count)
    count += 1
    if count * 2 > slots.capacity { widen() }
    makeDays()
    return count - 1
  }

  private mutating func widen() {
    slots = OwnedMemory(repeating: -1, count: slots.capacity * 2)
    mask = slots.capacity - 1
    for number in 0..<count {
      var slot = counts.base[number].key.place(among: slots.capacity)
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
      let count = counts.base[seat]
      var employee = EmployeeCounts(notes.base[seat])
      employee.messages = count.messages
      employee.conversations = Int(count.conversations)
      employee.activeDays = seat < furtherDays.count ? furtherDays[seat] : DaySet()
      if seat < daySeats {
        for word in 0..<wordsPerSeat {
          employee.activeDays.insert(
            days.base[seat * wordsPerSeat + word], block: firstDay >> 6 + word)
        }
      }
      ledger.add(employee, page: count.key.page, employee: count.key.employee)
    }
    return ledger
  }
}

extension EmployeeCounts {
  fileprivate init(_ note: SeatNotes.Note) {
    handovers = note.handovers
    outsideWindow = note.outsideWindow
    ratings = note.ratings
    goodRatings = note.goodRatings
    ratingSum = note.ratingSum
  }
}
