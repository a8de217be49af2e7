import CRowKeys
import DelimitedText
import TestSupport
import Testing

@testable import MessageHistory

/// Rows of the usual form are read as numbers, by a short way: it must make of every row what the
/// careful way makes of it.
struct RowDecoderTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func readsRowsAsTheCarefulWayDoes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = Self.table(&random)
    let folder = try TemporaryFolder()
    var reading = HistoryReading()
    reading.clock = TestClocks.paris
    let input = try #require(try reading.prepare([Array(text.utf8)], in: folder).first)
    let tables = HistoryTables(automationSenders: ["Robot"])
    for kernel in [ROW_HASH_PLAIN, ROW_HASH_AES, ROW_HASH_WIDE] where row_hash_has_kernel(kernel) {
      let expected = Self.readCarefully(text, input, tables, kernel)
      let found = Self.read(text, input, tables, kernel)
      #expect(found.rows == expected.rows, "\(random), kernel \(kernel)")
      #expect(found.rejected == expected.rejected, "\(random), kernel \(kernel)")
      #expect(found.counts == expected.counts, "\(random), kernel \(kernel)")
      #expect(!found.rows.isEmpty, "\(random), kernel \(kernel)")
    }
  }

  /// What a batch turned out to be.
  private struct Decoded {
    var rows: [[UInt64]] = []
    var rejected: [RejectedRow] = []
    var counts = InputCounts()

    mutating func add(_ record: MessageRecord) {
      rows.append([
        record.place.sortKey, record.conversation, UInt64(record.conversationTail),
        UInt64(bitPattern: record.moment), UInt64(record.traits), record.identity, record.contact,
      ])
    }
  }

  private static func read(
    _ text: String, _ input: PreparedInput, _ tables: HistoryTables, _ kernel: row_hash_kernel
  ) -> Decoded {
    var decoder = RowDecoder(tables: tables, kernel: kernel)
    var decoded = Decoded()
    // One partition, so that records stay in their order.
    let kept = PartitionedRecords(
      plan: PartitionPlan(bytes: 0, workers: 1, memory: 1 << 30), pages: RecordPages()
    ) { () throws(MessageHistoryError) in try Spool(folder: Spool.usualFolder, for: .records) }
    withRecords(of: text, input) { records, start in
      decoder.decode(records, ofInput: 0, by: input.reading, from: start, into: kept)
    }
    kept.forEachBlock(in: 0) { records in
      for record in records { decoded.add(record) }
    }
    decoded.rejected = decoder.rejected
    decoded.counts = decoder.takeCounts()
    return decoded
  }

  private static func readCarefully(
    _ text: String, _ input: PreparedInput, _ tables: HistoryTables, _ kernel: row_hash_kernel
  ) -> Decoded {
    var decoder = CarefulRowDecoder(tables: tables, kernel: kernel)
    decoder.begin(input.reading)
    var decoded = Decoded()
    withRecords(of: text, input) { records, start in
      for record in records {
        let place = start.advanced(by: record.start)
        switch decoder.decode(record, known: nil, input.reading, at: place, &decoded.counts) {
        case .message(let message, _, _): decoded.add(message)
        case .rejected(let reason):
          decoded.rejected.append(RejectedRow(place: place, reason: reason))
        case .noRow: break
        }
      }
    }
    return decoded
  }

  /// The rows after the header.
  private static func withRecords(
    of text: String, _ input: PreparedInput, _ body: (RecordBatch, Place) -> Void
  ) {
    // Memory of just this size, so that an address sanitizer sees a byte too many.
    let rows = Array(text.utf8.dropFirst(input.firstRow))
    rows.withUnsafeBytes { bytes in
      var index = FieldIndex()
      _ = RecordScanner(dialect: input.dialect).scan(bytes, isFinal: true, into: &index)
      index.withRecords(of: bytes, dialect: input.dialect) {
        body($0, Place(input.firstRow))
      }
    }
  }

  // MARK: Tables

  private static let cells: [(column: String, cells: [String])] = [
    ("conversation_id", ["c1", "c1", "conversation-000000001", "", " c1", "Ünïq", "c\"x"]),
    (
      "timestamp",
      [
        "2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z", "1970-01-01 00:00:00Z",
        "0001-01-01t00:00:00Z", "9999-12-31T23:59:59Z", "2024-03-31 02:30:00",
        "2024-10-27T02:30:00", "2024-01-01T00:00:00.1234Z", "2024-01-01T00:00:00.5",
        "2024-01-01T00:00:00+05:30", "2024-01-01T00:00:00-00:01", "2024-01-01T00:00:00+0530",
        "1700000000", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-01T24:00:00Z",
        "2024-01-01T00:60:00Z", "2024-01-01T00:00:60Z", "0000-01-01T00:00:00Z",
        "2024-01-01T00:00:00z", "2024-01-01T00:00", "2024-01-01T0a:00:00Z", "soon", "",
        // On the day of nearly all others.
        "2024-02-29T24:00:00Z", "2024-02-29T23:60:59Z", "2024-02-29T23:59:60Z",
        "2024-02-29T:3:59:59Z", "2024-02-29T23:5/:59Z", "2024-02-29T23:59:5\u{7F}Z",
        "2024-02-29T23.59:59Z", "2024-02-29T23:59.59Z", "2024-02-29T23:59:59X",
        "2024-02-29t00:00:01Z", "2024-02-29T09:08:07Z", "2024-02-29T10:20:30",
      ]
    ),
    ("direction", ["in", "inbound", "outbound", "OUT", "", "sideways"]),
    ("message_id", ["m1", "m0000000001", "m-\(String(repeating: "7", count: 40))", "", "é"]),
    ("page", ["p", "page-1", "a page with a name of more than thirty-two letters", ""]),
    ("channel", ["sms", "SMS", ""]), ("kind", ["", "", "human", "bot", "note", "closed", "odd"]),
    ("sender_id", ["", "s1", "s2"]), ("sender_name", ["", "Ann", "Robot", "Ольга", "\u{A0}"]),
    ("employee_id", ["", "e1"]), ("contact_id", ["k1", "contact-00000001", "", " "]),
    ("contact_name", ["", "Cleo", "Ольга", "\u{3000}", "\u{3000}Cleo", "かな"]),
    ("assignee", ["", "Ben"]), ("status", ["open", "closed", "lost", ""]),
    ("rating", ["", "5", "9"]), ("text", ["", "a, b", "say \"b\"", "two\nlines"]),
  ]

  /// A table of up to three hundred rows, of which most are of the usual form.
  private static func table(_ random: inout SeededGenerator) -> String {
    let lineEnd = random.chance(percent: 50) ? "\n" : "\r\n"
    let quotes = random.element(of: [0, 20, 100]) ?? 0
    // Columns of no meaning too: rows with up to sixteen, thirty-two, and more fields.
    let cells =
      Self.cells
      + Array(
        repeating: ("other", ["", "text"]), count: random.element(of: [0, 0, 8, 30]) ?? 0)
    let columns = cells.indices.filter { $0 < 3 || random.chance(percent: 60) }
      .shuffled(using: &random)
    // The first row makes every table one that can be read.
    var lines = [columns.map { cells[$0].column }.joined(separator: ",")]
    for number in 0..<random.number(in: 1..<300) {
      let oddness = number == 0 ? 0 : random.element(of: [0, 0, 0, 5, 50]) ?? 0
      var row = columns.map { column in
        let values = cells[column].cells
        let value =
          random.chance(percent: oddness) ? random.element(of: values) ?? "" : values[0]
        let isQuoted = value.contains { ",\"\r\n".contains($0) }
        return isQuoted || random.chance(percent: quotes)
          ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
      }
      if random.chance(percent: 2) { row.removeLast() }
      if random.chance(percent: 2) { row.append("beyond") }
      lines.append(row.joined(separator: ","))
      if random.chance(percent: 1) { lines.append(random.element(of: ["", lines[0]]) ?? "") }
    }
    return lines.joined(separator: lineEnd) + (random.chance(percent: 50) ? lineEnd : "")
  }
}
