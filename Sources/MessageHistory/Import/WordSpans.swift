/// The fields whose words say what a row is, in stretches of fields that stand side by side.
///
/// As they stand in the file, quotes and separators included, the bytes of these stretches say
/// the same in every row of an input.
struct WordSpans: Equatable, Sendable {
  /// Adjacent fields, first and last, from 0.
  struct Span: Equatable, BitwiseCopyable, Sendable {
    var first: Int32
    var last: Int32
  }

  private(set) var spans: [Span] = []

  /// - Parameter fields: numbers from 0, in any order.
  init(_ fields: some Sequence<Int>) {
    for field in fields.sorted() {
      let field = Int32(truncatingIfNeeded: field)
      if let end = spans.indices.last, spans[end].last + 1 >= field {
        spans[end].last = field
      } else {
        spans.append(Span(first: field, last: field))
      }
    }
  }

  /// The columns of a mapping whose cells hold one of a few words, or the name of a slice.
  init(_ mapping: ColumnMapping, marks: RowMarks?) {
    let columns: [Column] = [.direction, .kind, .page, .channel, .status, .tag, .rating]
    self.init(columns.compactMap { mapping[$0] } + (marks?.fields ?? []))
  }
}
