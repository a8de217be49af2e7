import ResponseMetrics

/// The people who answered most, by name and never by rank.
struct MailPeople: TemplateFilling {
  var rows: [MailPerson]
  /// What marks the rows with few responses; absent where there is none.
  var fewNote: String?
  /// How many more people there are; absent where all are listed.
  var more: String?

  static var fields: [FilledField<Self>] {
    [
      .list("rows") { $0.rows }, .optionalText("few_note") { $0.fewNote },
      .optionalText("more") { $0.more },
    ]
  }

  /// Nil where nobody did anything.
  init?(_ scope: ReportScope, limit: Int, context: ReportContext) {
    guard let section = EmployeeSection(scope, limit: limit, context: context) else { return nil }
    rows = section.rows.map { MailPerson($0, words: context.words.mail) }
    fewNote = section.fewNote
    more = MailContent.more(section.count - limit, context.words.mail.morePeople, context)
  }
}

/// A person of the mail.
struct MailPerson: TemplateFilling {
  let row: EmployeeRow
  /// All of the person in words.
  let line: String

  init(_ row: EmployeeRow, words: MailWording) {
    self.row = row
    line = (row.isFew ? words.fewPersonLine : words.personLine).text([
      "name": row.name, "responses": row.responses.text, "share": row.share.text,
      "median": row.median.text, "p90": row.p90.text,
    ])
  }

  static var fields: [FilledField<Self>] {
    EmployeeRow.fields.map { $0.of(\.row) } + [.text("line") { $0.line }]
  }
}
