import DelimitedText
import Glibc

extension MessageHistoryError {
  /// The error as it is shown: where it is, what is wrong, what was found and expected, what to do.
  ///
  /// Paths and folders are as given. Header names are shown; what stands in rows never is.
  package var message: String { message(showingHeader: true) }

  /// The error as it is shown where people are hidden: without the header's names, since in a file
  /// that has no header they are the cells of its first row, and without words of rows.
  package var messageWithoutHeader: String { message(showingHeader: false) }

  private func message(showingHeader: Bool) -> String {
    switch self {
    case .cannotOpen(let path, let code):
      "\(path): error: cannot open the input (\(systemReason(code))); "
        + "check the path and its permissions"
    case .cannotRead(let path, let byte, let code):
      "\(path): error: cannot read the input from byte \(byte) on (\(systemReason(code))); "
        + "check that it is still there"
    case .cannotSpool(let folder, let code):
      "\(folder): error: cannot keep a copy of an input that is compressed, in another encoding, "
        + "or can be read only once (\(systemReason(code))); "
        + "make room there, or set TMPDIR to another folder"
    case .cannotSpill(let folder, let code):
      "\(folder): error: cannot keep messages that do not fit into memory "
        + "(\(systemReason(code))); make room there, set TMPDIR to another folder, "
        + "or give more with --memory"
    case .noMemory(let path):
      "\(path): error: there is no memory to unpack the input; run again when there is more"
    case .changedWhileRead(let path):
      "\(path): error: the input changed while it was read "
        + "(found another size or time, expected those of its opening); "
        + "run again when its export is complete"
    case .emptyFile(let path):
      "\(path): error: the input is empty (found no header, expected a header and rows); "
        + "export the history again"
    case .notText(let path, let byte):
      "\(path): error: this is no text (found a zero byte at byte \(byte), expected none); "
        + "export the history as CSV in UTF-8"
    case .unsupportedEncoding(let path, let encoding):
      "\(path):1:1: error: this system cannot convert the text "
        + "(found \(encoding.name), expected UTF-8); save it as CSV in UTF-8"
    case .compressed(let path, let compression, let flaw):
      "\(path): error: \(flaw.wording(of: compression))"
    case .columns(let path, let flaw):
      "\(path): error: \(flaw.wording(showingHeader: showingHeader))"
    case .values(let path, let flaw):
      "\(path): error: \(flaw.wording)"
    case .vendor(let path, let flaw):
      flaw.message(path: path, showingHeader: showingHeader)
    case .recordTooLong(let path, let byte, let limit, let missing):
      "\(path): error: the record that begins at byte \(byte) has no end "
        + "(found more than \(limit) bytes, expected at most \(limit)); \(missing.advice)"
    case .noUsableTimestamp(let path, let rows, let datesAlone):
      "\(path): error: no row has a timestamp that can be read (found "
        + (datesAlone > 0
          ? "\(datesAlone == 1 ? "1 date" : "\(datesAlone) dates") without a time"
          : "none")
        + " in \(counted(rows)), expected a date with a time, as ISO 8601, or Unix time); "
        + "name the column that holds it: columns: { timestamp: \"…\" }"
    case .dateOrderOpen(let path, let line, let open):
      "\(path):\(line): error: the order of day, month and year is open (\(open.wording)); "
        + "write the right one into the input's entry of the configuration: "
        + orders(open.candidates.map(\.order))
    case .dateOrdersContradict(let path, let first, let second):
      "\(path):\(second.line): error: dates are in different orders "
        + "(found \(first.date) in line \(first.line), a date only as \(first.date.orders), and "
        + "\(second.date) here, one only as \(second.date.orders), expected one order); "
        + "correct the rows, or write an order into the input's entry of the configuration, "
        + "which rejects the rows of another: "
        + orders(first.date.possibleOrders + second.date.possibleOrders)
    case .noKnownDirection(let path, let rows, let words):
      "\(path): error: no row has a known direction "
        + "(found none in \(counted(rows)), expected inbound or outbound); "
        + "say what its words mean: values: { direction: { \(directions(showingHeader ? words : [])) } }"
    case .tooManyBytes(let count, let limit):
      "error: there is too much to read at once (found \(count) bytes of inputs, expected at most "
        + "\(limit)); report on a part at a time"
    }
  }
}

extension OpenDateOrder {
  /// The example as each order reads it, and the days that the column would span.
  fileprivate var wording: String {
    let readings = candidates.map { candidate in
      let date = example.date.date(in: candidate.order)
      return "\(date.map(\.description) ?? "none") as \(candidate.order.rawValue), with rows from "
        + "\(candidate.span.lowerBound) to \(candidate.span.upperBound)"
    }
    return "found \(example.date), which is " + readings.joined(separator: ", or ")
      + "; expected one of \(dates) dates to decide it"
  }
}

extension NumericDate {
  /// The orders in which it is a date.
  fileprivate var orders: String {
    possibleOrders.map(\.rawValue).joined(separator: " or ")
  }

  fileprivate var possibleOrders: [DateOrder] {
    DateOrder.allCases.filter { date(in: $0) != nil }
  }
}

extension CompressionFlaw {
  fileprivate func wording(of compression: Compression) -> String {
    let form = compression.rawValue
    switch self {
    case .truncated:
      return "the compressed input ends too early "
        + "(found its end inside the \(form) data, expected it behind); copy or export it again"
    case .damaged(let byte):
      return "the compressed input is damaged "
        + "(found what is no \(form) data near byte \(byte)); copy or export it again"
    case .expandsTooMuch(let packed, let unpacked):
      return "the compressed input grows too much to be a history "
        + "(found \(unpacked) bytes in \(packed) of \(form), expected at most "
        + "\(ExpansionLimit().greatestRate) for each); if it is one, unpack it first"
    case .windowTooLarge:
      return "unpacking the input would take more than 128 MiB of memory; "
        + "compress it without --long or --ultra, or unpack it first"
    }
  }
}

extension ColumnMappingFlaw {
  fileprivate func wording(showingHeader: Bool) -> String {
    func found(_ header: [String]) -> String {
      showingHeader ? listed(header) : "\(header.count) other names"
    }
    func shown(_ header: [String]) -> [String] { showingHeader ? header : [] }
    return switch self {
    case .neededColumnMissing(let column, let header):
      "there is no column \(column.rawValue) "
        + "(found \(found(header)), expected \(quoted(column.rawValue)) or a synonym); "
        + naming(
          column, nearest: nearestHeader(to: [column.rawValue] + column.synonyms, in: shown(header))
        )
    case .ambiguousColumn(let column, let names):
      "several columns could be \(column.rawValue) (found \(listed(names)), expected one); "
        + "name the one to read: " + yaml(column, names.first)
    case .configuredColumnMissing(let column, let name, let header):
      "the column that the configuration names for \(column.rawValue) is not there "
        + "(found \(found(header)), expected \(quoted(name))); "
        + naming(column, nearest: nearestHeader(to: [name], in: shown(header)))
    case .positionMissing(let column, let position, let width):
      "the position that the configuration gives for \(column.rawValue) is not there "
        + "(found \(width) cells in the first record, expected at least \(position)); "
        + "count the columns from 1"
    case .neededPositionMissing(let column, let width):
      "a file without a header needs a position for \(column.rawValue) "
        + "(found none, expected a number from 1 to \(width)); "
        + "give it: columns: { \(column.rawValue): 1 }"
    }
  }

  private func naming(_ column: Column, nearest: String?) -> String {
    guard let nearest else { return "name the column that holds it: " + yaml(column, nil) }
    return "the nearest is \(quoted(nearest)); if that is it: " + yaml(column, nearest)
  }

  private func yaml(_ column: Column, _ name: String?) -> String {
    "columns: { \(column.rawValue): \(yamlText(name ?? "…")) }"
  }

}

extension ValueMappingFlaw {
  fileprivate var wording: String {
    guard let expected = column.canonicalWords else {
      return "the words of a column that has no closed list are mapped "
        + "(found \(column.rawValue), expected direction, kind, status or tag); "
        + "remove it from values"
    }
    return "a word is mapped to one that \(column.rawValue) does not know "
      + "(found \(quoted(word)), expected \(expected)); "
      + "correct values: { \(column.rawValue): … }"
  }
}

extension Column {
  /// What its cells may mean; nil where that is no closed list.
  fileprivate var canonicalWords: String? {
    switch self {
    case .direction: "inbound or outbound"
    case .kind: "human, automated, note or the name of an event"
    case .status: "open, pending, done or spam"
    case .tag:
      "human_agent, confirmed_event_update, post_purchase_update or account_update"
    case .conversationID, .timestamp, .messageID, .page, .channel, .senderID, .senderName,
      .employeeID, .employeeName, .contactID, .contactName, .assignee, .rating, .text:
      nil
    }
  }

  /// Whether a folded header name is known to mean a column.
  fileprivate static func isKnown(_ folded: String) -> Bool {
    allCases.contains { $0.rawValue == folded || $0.synonyms.contains(folded) }
  }
}

/// The header name that most likely means one of `names`; nil where none is near.
///
/// Near is an edit distance, in folded names, of at most a third of the longer one. A name that is
/// known to mean a column is no misspelling of another. Of equally near ones the first is taken.
private func nearestHeader(to names: [String], in header: [String]) -> String? {
  var nearest: (distance: Int, name: String)?
  // Neither a header of very many names nor a very long name may take long.
  for name in header.prefix(500) {
    let folded = HeaderName.folded(String(name.prefix(80)))
    guard !folded.isEmpty, !Column.isKnown(folded) else { continue }
    for wanted in names.map(HeaderName.folded) {
      let distance = editDistance(Array(folded.unicodeScalars), Array(wanted.unicodeScalars))
      let limit = max(folded.unicodeScalars.count, wanted.unicodeScalars.count) / 3
      if distance <= limit, distance < nearest?.distance ?? .max { nearest = (distance, name) }
    }
  }
  return nearest?.name
}

/// How many scalars are to be inserted, deleted or replaced to make one text of the other.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var previous = Array(0...right.count)
  for (row, scalar) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      current.append(
        min(
          previous[column] + (scalar == other ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}

/// At most twelve names.
func listed(_ names: [String]) -> String {
  let shown = names.prefix(12).map(quoted).joined(separator: ", ")
  return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
}

/// What the configuration may say of the directions' words: the first four that are not blank.
private func directions(_ words: [[UInt8]]) -> String {
  let named = words.lazy.filter { !$0.isEmpty }.prefix(4)
    .map { yamlText(String(decoding: $0, as: UTF8.self)) + ": …" }
  return named.isEmpty ? "\"…\": inbound, \"…\": outbound" : named.joined(separator: ", ")
}

/// The text in double quotes as YAML reads them, cut to forty characters.
private func yamlText(_ text: String) -> String {
  "\"" + visible(text).map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : "\($0)" }.joined() + "\""
}

/// What the configuration may say of the order of dates.
private func orders(_ orders: [DateOrder]) -> String {
  orders.map { "date_order: \($0.rawValue)" }.joined(separator: ", or ")
}

private func counted(_ rows: Int) -> String { rows == 1 ? "1 row" : "\(rows) rows" }

private func quoted(_ name: String) -> String { "\"\(visible(name))\"" }

/// The text cut to forty characters, with nothing that could drive a terminal.
private func visible(_ text: String) -> String {
  let scalars = text.unicodeScalars.prefix(40).map { scalar -> Unicode.Scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
    default: scalar
    }
  }
  let cut = String(String.UnicodeScalarView(scalars))
  return text.unicodeScalars.count > 40 ? cut + "…" : cut
}

/// The system's words for an error number.
private func systemReason(_ code: Int32) -> String {
  guard let words = strerror(code) else { return "error \(code)" }
  return String(cString: words)
}
