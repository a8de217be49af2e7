import MessageHistory
import Testing

/// Rows whose words were met before are read by a short cut: it must say what the long way says.
struct RowWordsTests {
  private static let header =
    "direction,page,channel,kind,conversation_id,timestamp,message_id,contact_id,status,rating,tag"

  /// What the words of a row are, however they are written.
  private static let written: [(words: String, status: String, page: String, isInbound: Bool)] = [
    ("in,p,c,", "open,,", "p", true),
    ("\"in\",p,c,", "\"open\",,", "p", true),
    (" in ,p ,c,", " open,,", "p", true),
    ("IN,p,C,human", "OPEN,,", "p", true),
    ("out,p,c,", "done,5,human_agent", "p", false),
    ("out,\"p,1\",c,", "done,5,", "p,1", false),
    ("out,\"p \"\"1\"\"\",c,", "done,,", "p \"1\"", false),
    // From the page to the kind: 15, 16, 17, 31, 32 and 33 bytes.
    ("in,12345678901,c,", "open,,", "12345678901", true),
    ("in,123456789012,c,", "open,,", "123456789012", true),
    ("in,1234567890123,c,", "open,,", "1234567890123", true),
    ("in,\(wide(27)),c,", "open,,", wide(27), true),
    ("in,\(wide(28)),c,", "open,,", wide(28), true),
    ("in,\(wide(29)),c,", "open,,", wide(29), true),
    ("in,\(wide(300)),c,", "open,,", wide(300), true),
    ("in,é,c,", "open,,", "é", true),
  ]

  private static func wide(_ count: Int) -> String { String(repeating: "w", count: count) }

  private func row(_ number: Int, _ index: Int) -> String {
    let (words, status, _, _) = Self.written[index]
    return "\(words),k,\(Self.time(number)),m\(number),a,\(status)"
  }

  /// A moment in the form whose rows take the short cut, of the first minutes of 2024.
  private static func time(_ second: Int) -> String {
    let (minute, rest) = second.quotientAndRemainder(dividingBy: 60)
    return "2024-01-01T00:\(minute < 10 ? "0" : "")\(minute):\(rest < 10 ? "0" : "")\(rest)Z"
  }

  @Test(arguments: ["\n", "\r\n"])
  func knownWordsAreReadAsNewOnesAre(lineEnd: String) throws {
    // Thrice each: new, known, and known in between others; the last row ends with the file.
    let order = Self.written.indices.flatMap { [$0, $0] } + Self.written.indices
    let rows = order.enumerated().map { row($0, $1) }
    let read = try readHistory(([Self.header] + rows).joined(separator: lineEnd))
    #expect(read.totals.accepted == order.count)
    #expect(read.totals.unknownStatus == 0 && read.totals.unknownRating == 0)
    for row in read.rows {
      let expected = Self.written[order[Int(row.messageID.dropFirst()) ?? 0]]
      #expect(row.page == expected.page)
      #expect((row.messageClass == .inbound) == expected.isInbound)
      #expect(row.channel == "c")
    }
  }

  @Test func unknownWordsAreCountedInEveryRow() throws {
    let rows = (0..<10).map { "in,p,c,odd,k,\(Self.time($0)),m\($0),a,odd,9," }
    let read = try readHistory(([Self.header] + rows).joined(separator: "\n"))
    let totals = read.totals
    #expect([totals.unknownKind, totals.unknownStatus, totals.unknownRating] == [10, 10, 10])
    #expect(totals.unknownStatuses.total == 10 && totals.unknownKinds.total == 10)
  }

  @Test func rejectedRowsNameNoPage() throws {
    let rows = [
      "in,lost,c,,,\(Self.time(1)),m1,a,,,", "in,lost,c,,k,never,m2,a,,,",
      "odd,lost,c,,k,\(Self.time(1)),m3,a,,,",
    ]
    let read = try readHistory(
      ([Self.header] + rows + rows + ["in,p,c,,k,\(Self.time(1)),m4,a,,,"]).joined(separator: "\n"))
    #expect(read.history.pages.map { String(decoding: $0, as: UTF8.self) } == ["p"])
    #expect(read.totals.accepted == 1)
  }

  @Test func shortRowsHaveEmptyWords() throws {
    let ends = ["in", "in,", "in,p", "in,p,", "in,p,c", "in", "in,p"]
    let rows = ends.enumerated().map { "k,\(Self.time($0)),\($1)" }
    let header = "conversation_id,timestamp,direction,page,channel,status"
    let read = try readHistory(([header] + rows).joined(separator: "\n"))
    let slices = read.rows.sorted { $0.seconds < $1.seconds }.map { [$0.page, $0.channel] }
    let empty = ["default", "default"]
    let page = ["p", "default"]
    #expect(slices == [empty, empty, page, page, ["p", "c"], empty, page])
  }

  /// One worker reads files whose words stand in other columns, between other separators.
  @Test func everyFileHasItsOwnWords() throws {
    let times = (0..<6).map(Self.time)
    let read = try readHistory(
      "conversation_id,timestamp,direction,page\nk,\(times[0]),in,out\nk,\(times[1]),in,out\n",
      "conversation_id,timestamp,page,direction\nk,\(times[2]),in,out\nk,\(times[3]),in,out\n",
      "conversation_id;timestamp;direction;page\nk;\(times[4]);in;a,b\nk;\(times[5]);in;a,b\n")
    let rows = read.rows.sorted { $0.seconds < $1.seconds }
    #expect(rows.map(\.page) == ["out", "out", "in", "in", "a,b", "a,b"])
    let isInbound = rows.map { $0.messageClass == .inbound }
    #expect(isInbound == [true, true, false, false, true, true])
  }

  /// More combinations than are remembered.
  @Test func manyCombinationsAreReadAlike() throws {
    let count = 20_000
    let rows = (0..<count * 2).map { "k,\(Self.time($0 % 60)),m\($0),in,p\($0 % count)" }
    let header = "conversation_id,timestamp,message_id,direction,page"
    let folder = try TemporaryFolder()
    let inputs = try HistoryReading().prepare(
      [Array(([header] + rows).joined(separator: "\n").utf8)], in: folder)
    let read = try HistoryReading().history(of: inputs)
    #expect(read.pages.count == count && read.slices.count == count)
    #expect(read.totals.accepted == count * 2)
  }
}
