import ResponseMetrics

/// The people who answered most, by name and never by rank.
struct MailPeople: TemplateFilling {
  var rows: [EmployeeRow]
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
    guard let section = EmployeeSection(scope, context: context) else { return nil }
    let most = section.rows.indices.sorted { left, right in
      let counts = [left, right].map { Int(section.rows[$0].responses.sort) ?? 0 }
      return counts[0] != counts[1] ? counts[0] > counts[1] : left < right
    }.prefix(limit)
    rows = most.sorted().map { section.rows[$0] }
    fewNote = rows.contains(where: \.isFew) ? section.fewNote : nil
    more = MailContent.more(section.rows.count - limit, MailWording.english.morePeople, context)
  }
}
