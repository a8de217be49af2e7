import MessageHistory
import ResponseMetrics

/// Dates and instants as people read them, in the report's zone.
struct ReadableDates: Sendable {
  private let words: ReportWording
  private let clock: LocalClock

  init(words: ReportWording, clock: LocalClock) {
    self.words = words
    self.clock = clock
  }

  /// `9 Nov`.
  func dayAndMonth(_ date: LocalDate) -> String { "\(date.day)\u{A0}\(month(date))" }

  /// `9 Nov 2026`.
  func date(_ date: LocalDate) -> String { "\(dayAndMonth(date))\u{A0}\(date.year)" }

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
    case .month: return "\(words.longMonths[first.month - 1]) \(first.year)"
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
      guard first.year == year, last.year == year else { return span(first, last) }
      if first >= last { return dayAndMonth(first) }
      return first.month == last.month
        ? "\(first.day)–\(dayAndMonth(last))" : "\(dayAndMonth(first)) – \(dayAndMonth(last))"
    case .month, .quarter, .year: return self.period(period)
    }
  }

  /// Both ends included.
  func span(_ first: LocalDate, _ last: LocalDate) -> String {
    if first >= last { return date(first) }
    if first.year != last.year { return "\(date(first)) – \(date(last))" }
    if first.month != last.month { return "\(dayAndMonth(first)) – \(date(last))" }
    return "\(first.day)–\(date(last))"
  }

  /// The label of a step of a trend on an axis.
  func label(of start: LocalDate, grain: TrendGrain) -> String {
    switch grain {
    case .day, .week: dayAndMonth(start)
    case .month: "\(month(start))\u{A0}\(start.year)"
    }
  }

  /// Hours of a weekday from 1 (Monday): `Sat 20:00–23:00`, the end not included.
  func hours(weekday: Int, from: Int, to: Int) -> String {
    "\(words.shortWeekdays[weekday - 1]) \(time(minutes: from * 60))–\(time(minutes: to * 60))"
  }

  func weekday(_ weekday: Int) -> String { words.shortWeekdays[weekday - 1] }

  private func month(_ date: LocalDate) -> String { words.shortMonths[date.month - 1] }

  private func time(minutes: Int) -> String {
    "\(pair(minutes / 60)):\(pair(minutes % 60))"
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
}
