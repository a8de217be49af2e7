import MessageHistory
import ResponseMetrics

/// Dates and instants as people read them, in the report's zone.
struct ReadableDates: Sendable {
  private let words: DateWording
  private let clock: LocalClock

  init(_ words: DateWording, clock: LocalClock) {
    self.words = words
    self.clock = clock
  }

  /// `9 Nov`.
  func dayAndMonth(_ date: LocalDate) -> String {
    words.dayAndMonth.text(["day": day(date), "month": words.shortMonths[date.month - 1]])
  }

  /// `9 Nov 2026`.
  func date(_ date: LocalDate) -> String { withYear(dayAndMonth(date), date.year) }

  /// `Mon 9 Nov 2026`.
  func weekdayAndDate(_ date: LocalDate) -> String {
    words.weekdayAndDate.text(["weekday": weekday(date.weekday), "date": self.date(date)])
  }

  /// `9 Nov 2026, 06:00`, by the report's clock.
  func instant(_ instant: Instant) -> String {
    let local = clock.localMilliseconds(at: instant)
    let minutes = Int(((local % 86_400_000) + 86_400_000) % 86_400_000 / 60_000)
    return "\(date(clock.date(at: instant))), \(time(minutes: minutes))"
  }

  /// `2–8 Nov 2026`, `26 Oct – 1 Nov 2026`; a month, quarter or year by its name.
  func period(_ period: Period) -> String {
    let (first, last) = (period.from, period.lastDate)
    switch period.kind {
    case .month:
      return words.longMonthAndYear.text([
        "month": words.longMonths[first.month - 1], "year": "\(first.year)",
      ])
    case .quarter:
      return words.quarter.text(["n": "\((first.month + 2) / 3)", "year": "\(first.year)"])
    case .year: return "\(first.year)"
    case .all, .dates: return span(first, last)
    }
  }

  /// As `period`, without the year where it is `year`.
  func period(_ period: Period, within year: Int) -> String {
    switch period.kind {
    case .month where period.from.year == year: return words.longMonths[period.from.month - 1]
    case .all, .dates:
      let (first, last) = (period.from, period.lastDate)
      return first.year == year && last.year == year ? daySpan(first, last) : span(first, last)
    case .month, .quarter, .year: return self.period(period)
    }
  }

  /// Both ends included.
  func span(_ first: LocalDate, _ last: LocalDate) -> String {
    first < last && first.year != last.year
      ? "\(date(first)) – \(date(last))" : withYear(daySpan(first, last), first.year)
  }

  /// Two dates of one year, without it.
  private func daySpan(_ first: LocalDate, _ last: LocalDate) -> String {
    if first >= last { return dayAndMonth(first) }
    return first.month == last.month
      ? "\(day(first))–\(dayAndMonth(last))" : "\(dayAndMonth(first)) – \(dayAndMonth(last))"
  }

  /// The label of a step of a trend on an axis, where room is short.
  func axisLabel(of start: LocalDate, grain: TrendGrain) -> String {
    switch grain {
    case .day, .week: axisDay(start)
    case .month: month(of: start)
    }
  }

  /// `9 Nov`, or shorter.
  func axisDay(_ date: LocalDate) -> String {
    words.axisDay.text([
      "day": day(date), "month": words.shortMonths[date.month - 1], "mm": pair(date.month),
    ])
  }

  /// `Nov 2026`.
  func month(of date: LocalDate) -> String {
    words.shortMonthAndYear.text([
      "month": words.shortMonths[date.month - 1], "year": "\(date.year)",
    ])
  }

  /// Hours of a weekday from 1 (Monday): `Sat 20:00–23:00`, the end not included.
  func hours(weekday: Int, from: Int, to: Int) -> String {
    "\(self.weekday(weekday)) \(time(minutes: from * 60))–\(time(minutes: to * 60))"
  }

  private func weekday(_ weekday: Int) -> String { words.shortWeekdays[weekday - 1] }

  private func day(_ date: LocalDate) -> String {
    date.day == 1 ? words.firstOfMonth : words.dayOfMonth.text(["day": "\(date.day)"])
  }

  private func withYear(_ date: String, _ year: Int) -> String {
    words.date.text(["date": date, "year": "\(year)"])
  }

  private func time(minutes: Int) -> String {
    "\(pair(minutes / 60))\(words.timeMark)\(pair(minutes % 60))"
  }

  private func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension ReadableDates {
  /// The date of a row of the badge's history, which stands at the end of its day: the midnight
  /// that ends a date belongs to that date.
  func date(endingAt instant: Instant) -> LocalDate {
    clock.date(at: Instant(milliseconds: instant.milliseconds - 1))
  }

  func dayAndMonth(of instant: Instant) -> String { dayAndMonth(date(endingAt: instant)) }

  /// As `dayAndMonth(of:)`, where room is short.
  func axisDay(of instant: Instant) -> String { axisDay(date(endingAt: instant)) }
}
