/// What the timestamps of a column say of their form, beyond what each says by itself.
///
/// It is small, and merges in any order, so that workers collect it while they decode.
package struct TimestampEvidence: Equatable, Sendable {
  /// A numeric date and the row that it stands in.
  package struct Sighting: Equatable, Sendable {
    package var place: Place
    package var date: NumericDate
  }

  /// Timestamps that are numbers of seconds or milliseconds.
  package var unixTimes = 0
  /// Timestamps that were read, whose text tells day and month in other forms than ISO 8601.
  package var plainTimes = 0
  /// Timestamps that were read, whose dates only an order tells.
  package var numericTimes = 0
  /// Dates with a time that only an order tells, read or not.
  package var numericDates = 0
  /// Dates without a time of day, which are no timestamps of messages.
  package var datesAlone = 0

  private var dayMonthYear = OrderEvidence()
  private var monthDayYear = OrderEvidence()
  private var yearMonthDay = OrderEvidence()
  /// The first date that is one as `dmy` and another as `mdy`.
  package private(set) var firstOpenDay: Sighting?
  /// The first date that is one as `dmy` and another as `ymd`.
  package private(set) var firstOpenYear: Sighting?
  /// How far the first and the third number of dates that may be `ymd` range.
  private var firstNumbers = NumberRange()
  private var thirdNumbers = NumberRange()

  package init() {}

  /// Adds a date that is one in at least one order; others say nothing.
  mutating func note(_ date: NumericDate, at place: Place) {
    let dmy = date.date(in: .dayMonthYear)
    let mdy = date.date(in: .monthDayYear)
    let ymd = date.date(in: .yearMonthDay)
    guard dmy != nil || mdy != nil || ymd != nil else { return }
    let sighting = Sighting(place: place, date: date)
    numericDates += 1
    dayMonthYear.note(dmy, sighting)
    monthDayYear.note(mdy, sighting)
    yearMonthDay.note(ymd, sighting)
    if let dmy, let mdy, dmy != mdy { firstOpenDay = earlier(firstOpenDay, sighting) }
    if let dmy, let ymd, dmy != ymd { firstOpenYear = earlier(firstOpenYear, sighting) }
    if ymd != nil {
      firstNumbers.include(date.first.value)
      thirdNumbers.include(date.third.value)
    }
  }

  package static func += (sum: inout TimestampEvidence, other: TimestampEvidence) {
    sum.unixTimes += other.unixTimes
    sum.plainTimes += other.plainTimes
    sum.numericTimes += other.numericTimes
    sum.numericDates += other.numericDates
    sum.datesAlone += other.datesAlone
    for order in DateOrder.allCases {
      sum.update(order) { $0 += other.evidence(of: order) }
    }
    sum.firstOpenDay = earlier(sum.firstOpenDay, other.firstOpenDay)
    sum.firstOpenYear = earlier(sum.firstOpenYear, other.firstOpenYear)
    sum.firstNumbers.include(other.firstNumbers)
    sum.thirdNumbers.include(other.thirdNumbers)
  }

  /// The first row that is no date in an order; nil where all are.
  package func firstAgainst(_ order: DateOrder) -> Sighting? {
    evidence(of: order).firstAgainst
  }

  /// From the earliest to the latest date in an order; nil where there is none.
  package func span(in order: DateOrder) -> ClosedRange<LocalDate>? {
    evidence(of: order).span
  }

  /// Whether the third numbers vary more than the first ones, as days do beside years.
  ///
  /// No proof of anything, but a reason to ask before a year of two digits is taken to stand last,
  /// which is how all but a few write it.
  var firstNumbersLookLikeYears: Bool { thirdNumbers.width > firstNumbers.width }

  private func evidence(of order: DateOrder) -> OrderEvidence {
    switch order {
    case .dayMonthYear: dayMonthYear
    case .monthDayYear: monthDayYear
    case .yearMonthDay: yearMonthDay
    }
  }

  private mutating func update(_ order: DateOrder, _ body: (inout OrderEvidence) -> Void) {
    switch order {
    case .dayMonthYear: body(&dayMonthYear)
    case .monthDayYear: body(&monthDayYear)
    case .yearMonthDay: body(&yearMonthDay)
    }
  }
}

/// What speaks against one order, and what the dates are in it.
private struct OrderEvidence: Equatable, Sendable {
  var firstAgainst: TimestampEvidence.Sighting?
  var span: ClosedRange<LocalDate>?

  mutating func note(_ date: LocalDate?, _ sighting: TimestampEvidence.Sighting) {
    guard let date else {
      firstAgainst = earlier(firstAgainst, sighting)
      return
    }
    include(date...date)
  }

  static func += (sum: inout OrderEvidence, other: OrderEvidence) {
    sum.firstAgainst = earlier(sum.firstAgainst, other.firstAgainst)
    if let span = other.span { sum.include(span) }
  }

  private mutating func include(_ dates: ClosedRange<LocalDate>) {
    guard let known = span else {
      span = dates
      return
    }
    if known.contains(dates.lowerBound), known.contains(dates.upperBound) { return }
    span =
      min(known.lowerBound, dates.lowerBound)...max(known.upperBound, dates.upperBound)
  }
}

/// From the least to the greatest of some numbers.
private struct NumberRange: Equatable, Sendable {
  private var least = UInt16.max
  private var greatest = UInt16.min

  /// 0 where there are none.
  var width: Int { least <= greatest ? Int(greatest - least) : 0 }

  mutating func include(_ number: UInt16) {
    least = min(least, number)
    greatest = max(greatest, number)
  }

  mutating func include(_ other: NumberRange) {
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
  }
}

/// The one that stands first in the input.
private func earlier(
  _ left: TimestampEvidence.Sighting?, _ right: TimestampEvidence.Sighting?
) -> TimestampEvidence.Sighting? {
  guard let left else { return right }
  guard let right else { return left }
  return right.place < left.place ? right : left
}
