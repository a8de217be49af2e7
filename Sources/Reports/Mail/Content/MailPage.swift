/// A page of the mail.
struct MailPage: TemplateFilling {
  let row: SliceRow
  /// All of the page in words.
  let line: String

  init(_ row: SliceRow, words: MailWording) {
    self.row = row
    line = words.pageLine.text([
      "name": row.name, "rate": row.rate.rate.text, "openers": row.openers.text,
      "median": row.median.text, "waiting": row.waiting.text,
      "badge": row.badge ?? ReadableNumbers.dash,
    ])
  }

  static var fields: [FilledField<Self>] {
    SliceRow.fields.map { $0.of(\.row) } + [.text("line") { $0.line }]
  }
}
