import MessageHistory
import Reports
import ResponseMetrics

/// Words for one figure, for `explain --figure`: what it is, its value, what it was made of and
/// what would change it.
///
/// The figure is the one of the report's row `*` with the same page and channel chosen.
struct FigureExplanation {
  /// Times shown on each side of the value.
  static let neighbours = 5
  /// Openers shown of an outcome.
  static let newest = 10

  private let plan: ReportPlan
  private let history: History
  private let findings: Findings
  private let instants: InstantFormat

  /// - Throws: `RunError` for a page or channel that is nowhere known.
  init(plan: ReportPlan) throws {
    self.plan = plan
    history = try readHistory(plan)
    try Self.checkChannels(plan, history)
    findings = try FindingsBuilder(plan: plan, history: history, keepsRecords: true).findings()
    instants = InstantFormat(clock: plan.clock)
  }

  private static func checkChannels(_ plan: ReportPlan, _ history: History) throws(RunError) {
    for channel in plan.chosenChannels where !history.channels.contains(channel) {
      let names = history.channels.map { String(decoding: $0, as: UTF8.self) }
      let advice = nearestName(to: String(decoding: channel, as: UTF8.self), among: names)
      throw RunError(
        .usage,
        "error: unknown channel in '--channel' (the data has none of this name)"
          + (advice.map { "; did you mean '\($0)'?" } ?? ""))
    }
  }

  func lines(of figure: ExplainedFigure) throws -> [String] {
    let parts = try FigureParts(figure: figure, findings: findings, history: history, plan: plan)
    var lines = ["\(figure.column): \(FigureText.cell(value(of: figure)))", heading, ""]
    lines += wrapped(figure.definition)
    lines += [""] + parts.countLines
    lines += try eventLines(of: figure, parts)
    lines += try openerLines(of: figure)
    let outlook = parts.outlookLines
    lines += ["", "What would change it"]
    lines +=
      outlook.isEmpty
      ? ["  nothing that runs at as-of bears on it: only further rows, statuses or settings"]
      : outlook.map { "  " + $0 }
    return lines
  }

  /// The cell of the summary's last row, which adds up all that is chosen.
  private func value(of figure: ExplainedFigure) -> Cell {
    let table = ReportTables(findings).table(.summary)
    guard let column = table.index(of: figure.column), let row = table.rows.last else {
      return .blank
    }
    return row[column]
  }

  private var heading: String {
    func list(_ chosen: Set<[UInt8]>, _ one: String, _ all: String) -> String {
      chosen.isEmpty
        ? all
        : one + " "
          + chosen.sorted { $0.lexicographicallyPrecedes($1) }.map { TerminalText.oneLine($0) }
          .joined(separator: ", ")
    }
    let span = findings.period.map { "\($0.from) to \($0.lastDate)" } ?? "no period"
    return [
      list(plan.chosenPages, "page", "all pages"),
      list(plan.chosenChannels, "channel", "all channels"),
      "\(span) (\(plan.clock.name))",
      findings.asOf.map { "as of \(instants.string($0))" } ?? "without an as-of",
    ].joined(separator: ", ")
  }

  // MARK: Evidence

  private func eventLines(of figure: ExplainedFigure, _ parts: FigureParts) throws -> [String] {
    guard let (split, value) = parts.statistic, !parts.events.isEmpty else { return [] }
    let events = parts.events
    let nearer = events[max(0, split - Self.neighbours)..<split]
    let farther = events[split..<min(events.count, split + Self.neighbours)]
    var lines = ["", "Around the value (time, from, conversation, message, by)"]
    if split > nearer.count { lines.append("  … \(split - nearer.count) shorter") }
    lines += try texts(of: Array(nearer))
    lines.append("  --- \(value) ---")
    lines += try texts(of: Array(farther))
    let rest = events.count - split - farther.count
    if rest > 0 { lines.append("  … \(rest) longer") }
    return lines
  }

  private func texts(of events: [TimedEvent]) throws -> [String] {
    var rows = RowFetcher(inputs: history.inputs)
    return try events.map { event in
      let employee = event.employee.map { key -> String in
        let name = TerminalText.oneLine(
          plan.redaction.employee(key: history.employees[Int(key)]))
        return "  by \(name.isEmpty ? "nobody known" : name)"
      }
      return "  \(FigureText.time(Fraction(event.time)))  "
        + (try place(
          &rows, at: event.start, event.place, event.conversation, slice: event.slice))
        + (employee ?? "")
    }
  }

  /// Instant, page and channel, conversation and message of a row.
  private func place(
    _ rows: inout RowFetcher, at instant: Instant, _ place: Place, _ conversation: Place,
    slice: UInt32
  ) throws -> String {
    let id = try rows.withRow(at: conversation) { $0.cell(.conversationID) }
    let message = plan.redaction.messageID(
      try rows.withRow(at: place) { $0.cell(.messageID) })
    let slice = history.slices[Int(slice)]
    let names = [history.pages[Int(slice.page)], history.channels[Int(slice.channel)]]
    let shown = plan.redaction.conversationID(id, page: names[0], channel: names[1])
    return "\(instants.string(instant))  "
      + names.map { TerminalText.oneLine($0) }.joined(separator: " ")
      + "  conversation \(TerminalText.oneLine(shown))"
      + (message.isEmpty ? "" : "  message \(TerminalText.oneLine(message))")
  }

  /// The newest openers of the outcome that a rate or a count is about.
  private func openerLines(of figure: ExplainedFigure) throws -> [String] {
    guard let outcome = figure.shownOutcome else { return [] }
    let openers = findings.summary.tally.listing.openers.filter { $0.outcome == outcome }
    guard !openers.isEmpty else { return [] }
    let shown = openers.sorted { ($1.instant, $1.place) < ($0.instant, $0.place) }
      .prefix(Self.newest)
    var rows = RowFetcher(inputs: history.inputs)
    let lines = try shown.map { opener in
      "  "
        + (try place(
          &rows, at: opener.instant, opener.place, opener.conversation, slice: opener.slice))
    }
    let count =
      shown.count < openers.count ? "newest \(shown.count) of \(openers.count)" : "\(shown.count)"
    return ["", "The \(count) \(outcome.words) (at, conversation, message), newest first"] + lines
  }

  /// Lines of at most 100 characters.
  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= 100 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension ExplainedFigure {
  /// Of which openers the newest say most about the figure; nil where none do.
  fileprivate var shownOutcome: OpenerOutcome? {
    switch self {
    case .answered: .answered
    case .awaiting: .awaiting
    case .excludedSpam: .excludedSpam
    case .excludedDone: .excludedDone
    case .excludedAway: .excludedAway
    case .openers, .missed, .responseRate, .responseRateLow, .responseRateHigh,
      .settledResponseRate, .within:
      .missed
    case .time, .waitingAwareMedian, .waitingAwareP90, .reopenings, .conversations, .newContacts,
      .inbound, .outboundHuman, .outboundAutomated, .notes, .automatedFirstShare,
      .handledByAutomationShare, .outsideWindow, .allowedOutsideWindow:
      nil
    }
  }
}

extension OpenerOutcome {
  /// The outcome in words, for a heading.
  fileprivate var words: String {
    switch self {
    case .answered: "answered openers"
    case .awaiting: "awaiting openers"
    case .missed: "missed openers"
    case .excludedSpam: "openers excluded as spam"
    case .excludedDone: "openers excluded as done"
    case .excludedAway: "openers excluded as away"
    }
  }
}
