import DelimitedText

/// Columns beside the canonical ones that decide what a row is, in the form in which rows are read.
///
/// Events stay events. Only formats whose rows have ids have marks, so that two rows that differ in
/// a mark alone are no duplicates.
struct RowMarks: Sendable {
  private var entries: [(field: Int, words: Vocabulary<KindMark.Meaning>)] = []

  /// Nil where the header has none of the columns.
  init?(_ marks: [KindMark], header: [String]) {
    let folded = header.map(HeaderName.folded)
    for mark in marks {
      guard let field = folded.firstIndex(of: HeaderName.folded(mark.column)) else { continue }
      var words = Vocabulary<KindMark.Meaning>([:])
      for word in mark.words { words.add(word, meaning: mark.meaning) }
      entries.append((field, words))
    }
    guard !entries.isEmpty else { return nil }
  }

  /// The fields that hold them.
  var fields: [Int] { entries.map(\.field) }

  /// What the marks make of a row that is `kind` by its kind cell alone; the first mark decides.
  func kind(
    _ kind: MessageKind?, of cells: RowCells, _ scratch: inout ByteScratch
  ) -> MessageKind? {
    switch kind {
    case .note, .event: return kind
    case .human, .automated, nil: break
    }
    for entry in entries {
      switch entry.words.meaning(of: cells.trimmed(field: entry.field, &scratch)) {
      case .note: return .note
      case .automated: return .automated
      case nil: continue
      }
    }
    return kind
  }
}
