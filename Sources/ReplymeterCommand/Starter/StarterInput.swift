import MessageHistory
import Reports
import ResponseMetrics

/// An input's entry in a starter configuration, without its path.
struct StarterInput {
  /// The keys that hold, each with what they rest on.
  private var settings: [(key: String, remark: String)] = []
  /// Comments.
  private var questions: [String] = []
  private var isRefused = false

  /// Lines below `path`, without indentation.
  var lines: [String] { settings.map { "\($0.key)   # \($0.remark)" } + questions }

  /// Whether one entry can stand for both, which leaves at most questions out.
  func isLike(_ other: StarterInput) -> Bool {
    !isRefused && !other.isRefused && settings.map(\.key) == other.settings.map(\.key)
  }

  /// The entry of an input that can be read.
  ///
  /// - Throws: `MessageHistoryError` where the input is not as it was.
  init(_ history: History, index: Int) throws(MessageHistoryError) {
    let input = history.inputs[index]
    let counts = history.counts[index]
    // Beside columns, a format's words and marks would not be read.
    if let format = input.vendor {
      settings.append(("format: \(format.name)", "recognised: \(format.title)"))
    } else if let columns = Self.columns(of: input) {
      settings.append((columns, "guess: by name"))
    }
    if let order = try Self.dateOrder(in: history.inputs, counts) { settings.append(order) }
    if counts.naiveTimes > 0 {
      questions.append(
        "# timezone: Europe/Paris   # question: where are times without an offset? "
          + "The report's zone is taken")
    }
    questions += [
      Self.values(of: .direction, counts.unknownDirections, "inbound or outbound", counts),
      Self.values(of: .kind, counts.unknownKinds, "human, automated, note or event", counts),
      Self.values(of: .status, counts.unknownStatuses, "open, pending, done or spam", counts),
    ].compactMap { $0 }
  }

  /// The entry of an input that cannot be read: what is wrong, and what is asked.
  init(refused error: RunError) {
    isRefused = true
    questions = ["# question: " + YAMLText.comment(error.message)]
  }

  /// The columns that were found by other names than their own; nil without such.
  private static func columns(of input: PreparedInput) -> String? {
    let guessed = Column.allCases.compactMap { column -> String? in
      guard let field = input.mapping[column], input.header.indices.contains(field),
        HeaderName.folded(input.header[field]) != column.rawValue
      else { return nil }
      return "\(column.rawValue): \(YAMLText.quoted(input.header[field]))"
    }
    return guessed.isEmpty ? nil : "columns: { " + guessed.joined(separator: ", ") + " }"
  }

  private static func dateOrder(
    in inputs: PreparedInputs, _ counts: InputCounts
  ) throws(MessageHistoryError) -> (key: String, remark: String)? {
    switch counts.timestamps.orderOfDates {
    case .proven(let order, let row):
      let line = try inputs.line(at: row.place)
      return ("date_order: \(order.rawValue)", "line \(line) proves it: \(row.date)")
    case .irrelevant, .open, .contradictory: return nil
    }
  }

  private static func values(
    of column: Column, _ words: UnknownWords, _ meanings: String, _ counts: InputCounts
  ) -> String? {
    let named = words.frequent(ofRows: counts.rowsRead).filter { !$0.word.isEmpty }
      .map { YAMLText.comment(YAMLText.quoted(String(decoding: $0.word, as: UTF8.self))) + ": …" }
    return named.isEmpty
      ? nil
      : "# values: { \(column.rawValue): { " + named.joined(separator: ", ")
        + " } }   # question: \(meanings)?"
  }
}
