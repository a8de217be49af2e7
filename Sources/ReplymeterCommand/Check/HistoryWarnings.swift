import MessageHistory
import Reports
import ResponseMetrics

/// What looks wrong in the inputs together: each with its evidence, none of them a refusal.
struct HistoryWarnings {
  private let history: History
  private let clock: LocalClock
  private let evidence: HistoryEvidence
  private let shared: SharedConversations
  private let now: Instant
  private let redaction: Redaction

  /// - Parameters:
  ///   - history: the rows.
  ///   - plan: the zone of days.
  ///   - now: the clock of the run.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  init(_ history: History, plan: ReportPlan, now: Instant) throws {
    self.history = history
    clock = plan.clock
    evidence = try HistoryEvidence(history, clock: plan.clock, workers: plan.workers)
    shared = try SharedConversations(history)
    self.now = now
    redaction = plan.redaction
  }

  /// A line a warning.
  ///
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  func lines() throws -> [String] {
    try history.inputs.flatMap { [$0.skippedRecordsWarning, $0.ticketsWarning].compactMap(\.self) }
      + UnknownWordWarnings(history, showsWords: !redaction.hidesContacts).lines
      + EncodingWarnings(history).lines
      + [
        employees, silentDays, try clockSkew, firstWords, sharedConversations, strangeTimes,
      ].compactMap { $0.map { "warning: " + $0 } }
  }

  private var employees: String? {
    let lacking = evidence.written - evidence.withEmployee
    guard lacking > 0 else { return nil }
    return "\(lacking) of \(counted(evidence.written, "outbound message")) "
      + "(\(percent(lacking, of: evidence.written))) name no employee and count as Unattributed"
      + (evidence.withEmployee == 0 && history.inputs.contains { $0.origin == nil }
        ? "; name the column that holds it: columns: { employee_name: \"…\" }" : "")
  }

  private var silentDays: String? {
    let days = evidence.days.sorted()
    var silent: [Int] = []
    var longest: ClosedRange<Int>?
    for (day, next) in zip(days, days.dropFirst()) where next > day + 1 {
      let stretch = day + 1...next - 1
      silent += Array(stretch)
      if stretch.count > longest?.count ?? 0 { longest = stretch }
    }
    guard let longest, let first = days.first, let last = days.last else { return nil }
    let weekends = silent.count { LocalDate(dayNumber: $0).weekday >= 6 }
    let from = LocalDate(dayNumber: longest.lowerBound)
    let to = LocalDate(dayNumber: longest.upperBound)
    return "\(silent.count) of \(last - first + 1) days have no message (\(weekends) of them "
      + "Saturdays or Sundays), "
      + (from == to ? "first \(from)" : "most at a time from \(from) to \(to)")
      + "; look whether an export is missing"
  }

  private var clockSkew: String? {
    get throws {
      guard let pairs = evidence.pairsOutOfOrder, let place = pairs.first else { return nil }
      let name = history.inputs.name(at: place)
      let line = try history.inputs.line(at: place)
      return "\(counted(pairs.count, "message")) and the one of the other side before it stand the "
        + "other way round in the file than their times, unlike the rest (the first: "
        + "\(name), line \(line)); the two sides' clocks or zones may differ, and "
        + "replies stand before their questions"
    }
  }

  private var firstWords: String? {
    guard evidence.begunByBusiness > 0 else { return nil }
    return "\(evidence.begunByBusiness) of "
      + "\(counted(evidence.answeredConversations, "conversation")) with both sides "
      + "begin with a message of the business; where customers always write first, a "
      + "clock, a zone or the words of direction are wrong"
  }

  private var sharedConversations: String? {
    guard shared.count > 0, let example = shared.example else { return nil }
    // On some channels an id is the contact's address.
    let first = redaction.hidesContacts ? "one" : quotedText(example.id)
    let pages = example.pages.map { quotedText(history.pages[Int($0)]) }
    return counted(shared.count, "conversation id stands", "conversation ids stand")
      + " on more than one page (the first: \(first) on "
      + "\(pages.joined(separator: " and "))); each page's rows count as a conversation of their own"
  }

  private var strangeTimes: String? {
    guard let span = history.span else { return nil }
    let instants = InstantFormat(clock: clock)
    if span.upperBound > now {
      return "the newest row lies in the future (\(instants.string(span.upperBound))); look at the "
        + "zone and the order of dates"
    }
    // A spreadsheet's days since 1900, and a file's years of two digits, end up here.
    guard clock.date(at: span.lowerBound).year < 2_000 else { return nil }
    return "the oldest row lies before 2000 (\(instants.string(span.lowerBound))); look whether "
      + "these numbers are seconds since 1970"
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    guard let share = Fraction(part * 100, over: whole) else { return "none" }
    return NumberText.decimal(share, places: 1) + " %"
  }
}
