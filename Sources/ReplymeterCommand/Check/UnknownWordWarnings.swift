import MessageHistory
import Reports
import ResponseMetrics

/// Words of the data that mean nothing: a line for each input and column that has any.
///
/// Frequent words are named, so that the configuration can say what they mean; where they are no
/// vocabulary, they may be what people wrote, and are only counted.
struct UnknownWordWarnings {
  let lines: [String]

  /// - Parameters:
  ///   - history: the rows.
  ///   - showsWords: whether the words may be told; where people are hidden they are only counted.
  init(_ history: History, showsWords: Bool) {
    lines = zip(history.inputs, history.counts).flatMap { input, counts in
      [
        Self.line(
          .direction, counts.unknownDirections, "these rows are rejected", of: counts, in: input,
          showsWords: showsWords),
        Self.line(
          .kind, counts.unknownKinds,
          "these rows are read as messages, or without a direction as events", of: counts,
          in: input, showsWords: showsWords),
        Self.line(
          .status, counts.unknownStatuses, "these cells count as blank", of: counts, in: input,
          showsWords: showsWords),
      ].compactMap { $0 }
    }
  }

  private static func line(
    _ column: Column, _ words: UnknownWords, _ consequence: String, of counts: InputCounts,
    in input: PreparedInput, showsWords: Bool
  ) -> String? {
    let frequent = words.frequent(ofRows: counts.rowsRead)
    let areHidden = !showsWords || !words.areVocabulary
    guard areHidden ? words.total * 100 > counts.rowsRead : !frequent.isEmpty else { return nil }
    guard !areHidden else {
      return "\(input.file.name): warning: unknown words in \(column.rawValue) "
        + "(\(words.total) of \(counts.rowsRead) rows); \(consequence)"
    }
    let named = frequent.map { word, count in
      (word.isEmpty ? "a blank one" : quotedText(word)) + " in " + counted(count, "row")
    }
    let rest = words.total - frequent.reduce(0) { $0 + $1.count }
    let meanings = frequent.filter { !$0.word.isEmpty }.map { quotedText($0.word) + ": …" }
    return "\(input.file.name): warning: unknown words in \(column.rawValue) ("
      + named.joined(separator: ", ") + (rest > 0 ? ", others in \(rest)" : "") + " of "
      + "\(counts.rowsRead)); \(consequence)"
      + (meanings.isEmpty
        ? ""
        : "; say what they mean: values: { \(column.rawValue): { "
          + meanings.joined(separator: ", ") + " } }")
  }
}
