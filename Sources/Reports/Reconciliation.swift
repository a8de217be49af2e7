import MessageHistory
import ResponseMetrics

/// Checks that the figures add up; a report that does not is never written.
///
/// Source: interface.md, section 4, "Recomputing".
package struct Reconciliation {
  /// A sum that is not what its parts are.
  package struct Mismatch: Error, Equatable, Sendable {
    /// What was compared.
    package var figure: String
    package var total: Int
    package var parts: Int
  }

  private let findings: Findings

  package init(_ findings: Findings) {
    self.findings = findings
  }

  /// - Throws: the first mismatch.
  package func check() throws(Mismatch) {
    try checkRows()
    let summary = findings.summary
    try checkOpeners(summary.total.openers, "*")
    for page in findings.pages { try checkOpeners(summary.pages[page.index].openers, page.id) }
    try checkParts(
      "pages", of: summary.total, parts: findings.pages.map { summary.pages[$0.index] })
    for page in findings.pages {
      let channels = findings.channels.filter { $0.pageIndex == page.index }
      try checkParts(
        "channels of \(page.id)", of: summary.pages[page.index],
        parts: channels.map { summary.slices[$0.slice] })
    }
    try checkHeatMap()
    try checkTrends()
    try checkEmployees()
    try checkListing()
  }

  private func equal(_ figure: String, _ total: Int, _ parts: Int) throws(Mismatch) {
    guard total == parts else { throw Mismatch(figure: figure, total: total, parts: parts) }
  }

  /// Every row read is a message, a note, an event, a duplicate, after as-of, or rejected.
  private func checkRows() throws(Mismatch) {
    let quality = findings.quality
    try equal(
      "rows_read", quality.totals.rowsRead,
      quality.kept.messages + quality.kept.notes + quality.kept.events
        + quality.duplicates.withID + quality.duplicates.wholeRow + quality.kept.afterAsOf
        + quality.rejected)
  }

  private func checkOpeners(_ figures: OpenerFigures, _ page: String) throws(Mismatch) {
    if page == "*" {
      let tally = findings.summary.tally
      try equal(
        "openers of all outcomes", sumOfChosen(tally.openers),
        figures.openers + figures.excludedSpam + figures.excludedDone + figures.excludedAway)
      try equal("answered", sumOfChosen(tally.answeredOpeners), figures.answered)
    }
    try equal(
      "openers of \(page)", figures.openers,
      figures.answered + figures.awaiting + figures.missed)
    try equal("first_response_count of \(page)", figures.firstResponse.count, figures.answered)
  }

  /// The sum of numbers by slice, of the chosen pages.
  private func sumOfChosen(_ numbers: [Int]) -> Int {
    let rules = findings.summary.rules
    return zip(rules.slices, numbers).reduce(0) {
      $0 + (rules.isPageChosen[$1.0.page] ? $1.1 : 0)
    }
  }

  private func checkParts(
    _ name: String, of whole: SliceFigures, parts: [SliceFigures]
  ) throws(Mismatch) {
    func check(_ figure: String, _ value: (SliceFigures) -> Int) throws(Mismatch) {
      try equal("\(figure) of \(name)", value(whole), parts.reduce(0) { $0 + value($1) })
    }
    try check("openers") { $0.openers.openers }
    try check("answered") { $0.openers.answered }
    try check("awaiting") { $0.openers.awaiting }
    try check("missed") { $0.openers.missed }
    try check("excluded_spam") { $0.openers.excludedSpam }
    try check("excluded_done") { $0.openers.excludedDone }
    try check("excluded_away") { $0.openers.excludedAway }
    try check("reply_count") { $0.reply.count }
    try check("conversations") { $0.counts.conversations }
    try check("new_contacts") { $0.counts.newContacts }
    try check("inbound") { $0.counts.inbound }
    try check("outbound_human") { $0.counts.outboundHuman }
    try check("outbound_automated") { $0.counts.outboundAutomated }
    try check("notes") { $0.counts.notes }
  }

  private func checkHeatMap() throws(Mismatch) {
    let hours = findings.heatMap
    for (figures, whole) in zip(hours, wholes) {
      try equal("openers of the heat map", whole.openers, figures.reduce(0) { $0 + $1.openers })
      try equal("answered of the heat map", whole.answered, figures.reduce(0) { $0 + $1.answered })
    }
  }

  private func checkTrends() throws(Mismatch) {
    for trend in findings.trends {
      for (figures, whole) in zip(trend.figures, wholes) {
        try equal(
          "openers by \(trend.steps.grain.rawValue)", whole.openers,
          figures.reduce(0) { $0 + $1.openers })
      }
    }
  }

  /// By page index, and last for all pages.
  private var wholes: [OpenerFigures] {
    findings.summary.pages.map(\.openers) + [findings.summary.total.openers]
  }

  private func checkEmployees() throws(Mismatch) {
    let employees = findings.summary.employees(onPage: nil)
    let total = findings.summary.total
    try equal(
      "responses of employees", total.openers.answered,
      employees.reduce(0) { $0 + $1.responses })
    try equal(
      "messages of employees", total.counts.outboundHuman,
      employees.reduce(0) { $0 + $1.counts.messages })
    try equal(
      "replies of employees", total.reply.count, employees.reduce(0) { $0 + $1.reply.count })
  }

  /// The rows of openers.csv and conversations.csv give the counts of the summary again.
  private func checkListing() throws(Mismatch) {
    guard let listed = findings.listingTotals else { return }
    let total = findings.summary.total
    try equal("answered in openers.csv", total.openers.answered, listed.answeredOpeners)
    try equal("rows of conversations.csv", total.counts.conversations, listed.conversations)
    try equal("inbound in conversations.csv", total.counts.inbound, listed.inbound)
    try equal("answered in conversations.csv", total.openers.answered, listed.answered)
  }
}
