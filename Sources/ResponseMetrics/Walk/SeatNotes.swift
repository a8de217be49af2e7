import CSystem
import MessageHistory

/// What the walk counts of employees on pages.
///
/// Seats are found as in `SeatIndex`; days are bits of one table while they and the seats are few
/// enough for it, as they mostly are, and sets of their own beyond that.
struct SeatNotes: ~Copyable, Sendable {
  /// What is counted of a seat for every message; two of them are in a line of the cache.
  struct Count: BitwiseCopyable {
    /// The number of the conversation that counted last.
    fileprivate var conversation = 0
    /// The newest instant of a message whose sender's name was noted, in milliseconds.
    var newestName = Int64.min
    /// A bit for each day of `firstDay` and after, where one word has all of them.
    fileprivate var days: UInt64 = 0
    fileprivate var conversations: UInt32 = 0
    fileprivate var messages: UInt32 = 0
  }

  /// What is counted of a seat now and then.
  struct Note: BitwiseCopyable {
    /// What was taken over of the counts before they were full.
    fileprivate var messages = 0
    fileprivate var conversations = 0
    var handovers = 0
    var outsideWindow = 0
    var ratings = 0
    var goodRatings = 0
    var ratingSum: Int64 = 0
  }

  private var keys = OwnedMemory<SeatKey>(capacity: 64)
  private var counts = OwnedMemory<Count>(capacity: 64)
  private var notes = OwnedMemory<Note>(capacity: 64)
  private var count = 0
  /// Numbers of seats, −1 where there is none.
  private var slots = OwnedMemory<Int32>(repeating: -1, count: 128)
  private var mask = 127
  /// By seat, a bit for each day of `firstDay` and after, where these are more than a word.
  private var days = OwnedMemory<UInt64>(repeating: 0, count: 0)
  private var daySeats = 0
  private let firstDay: Int
  private let wordsPerSeat: Int
  /// Messages that the counts may have, at most.
  private var pending = 0
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
  ///
  /// - Returns: its number.
  @discardableResult
  mutating func enter(page: Int, employee: UInt32) -> Int {
    seat(SeatKey(page: page, employee: employee))
  }

  /// Makes sure that so many messages can be counted.
  mutating func reserve(messages: Int) {
    if pending > Int(UInt32.max) - messages { pourCounts() }
    pending += messages
  }

  /// Takes over what was counted of messages before it passes 32 bits.
  private mutating func pourCounts() {
    for seat in 0..<count {
      notes.base[seat].messages += Int(counts.base[seat].messages)
      notes.base[seat].conversations += Int(counts.base[seat].conversations)
      counts.base[seat].messages = 0
      counts.base[seat].conversations = 0
    }
    pending = 0
  }

  /// Asks for what is counted of a seat for every message; of a number beyond the seats, for another's.
  @inline(__always)
  func prefetch(_ seat: Int) { csystem_prefetch(counts.base + min(seat, counts.capacity &- 1)) }

  /// Counts a message.
  ///
  /// - Parameters:
  ///   - seat: the sender's on the page.
  ///   - conversation: its number, from 1; messages of one follow one another.
  ///   - day: the local date on which it was sent, since 1970-01-01.
  /// - Returns: the seat's count, valid until there is another seat.
  @inline(__always)
  mutating func noteMessage(
    of seat: Int, conversation: Int, day: Int
  ) -> UnsafeMutablePointer<Count> {
    let count = counts.base + seat
    // Nobody foresees whether it is the first one, so that there is no branch.
    count.pointee.conversations &+= count.pointee.conversation == conversation ? 0 : 1
    count.pointee.conversation = conversation
    count.pointee.messages &+= 1
    let place = day &- firstDay
    if wordsPerSeat == 1, UInt(bitPattern: place) < 64 {
      count.pointee.days |= 1 &<< UInt64(place)
    } else {
      noteDay(day, of: seat)
    }
    return count
  }

  @inline(__always)
  private mutating func noteDay(_ day: Int, of seat: Int) {
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

  @inline(never)
  private mutating func seat(_ key: SeatKey) -> Int {
    var slot = key.place(among: slots.capacity)
    while true {
      let number = Int(slots.base[slot])
      if number < 0 { return enter(key, at: slot) }
      if keys.base[number] == key { return number }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(never)
  private mutating func enter(_ key: SeatKey, at slot: Int) -> Int {
    keys.reserve(count + 1, keeping: count)
    counts.reserve(count + 1, keeping: count)
    notes.reserve(count + 1, keeping: count)
    (keys.base + count).initialize(to: key)
    (counts.base + count).initialize(to: Count())
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
      var slot = keys.base[number].place(among: slots.capacity)
      while slots.base[slot] >= 0 { slot = (slot + 1) & mask }
      slots.base[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  /// Makes sure that the last seat has days in the table, while these are few enough.
  private mutating func makeDays() {
    guard wordsPerSeat > 1, count > daySeats, count * wordsPerSeat <= Self.greatestWords
    else { return }
    let seats = min(max(64, 2 * daySeats), Self.greatestWords / wordsPerSeat)
    days.reserve(seats * wordsPerSeat, keeping: daySeats * wordsPerSeat)
    (days.base + daySeats * wordsPerSeat).initialize(
      repeating: 0, count: (seats - daySeats) * wordsPerSeat)
    daySeats = seats
  }

  // MARK: The end

  /// All that was counted.
  consuming func ledger() -> EmployeeLedger {
    pourCounts()
    var ledger = EmployeeLedger()
    for seat in 0..<count {
      let key = keys.base[seat]
      let employee = EmployeeCounts(notes.base[seat])
      var activeDays = seat < furtherDays.count ? furtherDays[seat] : DaySet()
      activeDays.insert(counts.base[seat].days, block: firstDay >> 6)
      if seat < daySeats {
        for word in 0..<wordsPerSeat {
          activeDays.insert(
            days.base[seat * wordsPerSeat + word], block: firstDay >> 6 + word)
        }
      }
      ledger.add(employee, on: activeDays, page: key.page, employee: key.employee)
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
