/// The conversations of the mail that wait longest.
struct MailWaiting: TemplateFilling {
  let section: WaitingSection
  let rows: [MailWaitingRow]

  static var fields: [FilledField<Self>] {
    // The section has a field of the same name, of rows without lines.
    [.list("rows") { $0.rows }]
      + WaitingSection.fields.filter { $0.name != "rows" }.map { $0.of(\.section) }
  }

  /// Nil where nobody waits.
  init?(_ scope: ReportScope, limit: Int, context: ReportContext) {
    guard let section = WaitingSection(scope, limit: limit, context: context) else { return nil }
    self.section = section
    rows = section.rows.map {
      MailWaitingRow($0, hasPages: section.hasPages, words: context.words.mail)
    }
  }
}

/// A waiting conversation of the mail.
struct MailWaitingRow: TemplateFilling {
  let row: WaitingRow
  /// All of the conversation in words.
  let line: String

  init(_ row: WaitingRow, hasPages: Bool, words: MailWording) {
    self.row = row
    let who = [row.contact] + (hasPages ? [row.page] : []) + [row.channel]
    line = (row.isOverdue ? words.overdueLine : words.waitingLine).text([
      "time": row.wait.text, "who": who.joined(separator: ", "), "assignee": row.assignee,
    ])
  }

  static var fields: [FilledField<Self>] {
    WaitingRow.fields.map { $0.of(\.row) } + [.text("line") { $0.line }]
  }
}
