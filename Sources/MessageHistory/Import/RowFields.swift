/// Where in the records of an input the cells stand that rows are told apart by.
struct RowFields: Sendable {
  /// How many fields nearly every record has.
  let width: Int
  /// The words that say what a row is.
  let words: WordSpans
  /// Who sent a row of ours, and whom it is assigned to.
  let senders: WordSpans
  /// Whom any other row is assigned to.
  let assignees: WordSpans
  private let columns: ColumnFields

  /// - Parameters:
  ///   - mapping: which field holds which column.
  ///   - marks: what further columns say of a row.
  ///   - width: the fields of the first record.
  init(_ mapping: ColumnMapping, marks: RowMarks?, width: Int) {
    columns = ColumnFields(mapping)
    words = WordSpans(mapping, marks: marks)
    let sender: [Column] =
      columns.hasEmployee ? [.employeeID, .employeeName] : [.senderID, .senderName]
    senders = WordSpans((sender + [.assignee]).compactMap { mapping[$0] })
    assignees = WordSpans([mapping[.assignee]].compactMap(\.self))
    let fields = Column.allCases.compactMap { mapping[$0] } + (marks?.fields ?? [])
    self.width = max(width, (fields.max() ?? 0) + 1)
  }

  /// The field of a column; -1 for one that the input lacks.
  func column(_ column: Column) -> Int32 { Int32(truncatingIfNeeded: columns[column]) }
}
