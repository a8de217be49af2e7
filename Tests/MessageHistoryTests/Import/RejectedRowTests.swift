import DelimitedText
import MessageHistory
import Testing

struct RejectedRowTests {
  private static let header = "conversation_id,timestamp,direction,kind,text\n"
  private static let good = "c,1,in,,\n"

  @Test(arguments: [
    (",1,in,,x", RejectReason.noConversationID),
    (" \u{A0},1,in,,x", .noConversationID),
    (",soon,sideways,,x", .noConversationID),
    ("c,,in,,x", .badTimestamp),
    ("c,soon,in,,x", .badTimestamp),
    ("c,2026-02-30T10:00,in,,x", .badTimestamp),
    ("c,soon,sideways,,x", .badTimestamp),
    ("c,soon,,note,x", .badTimestamp),
    ("c,1,,,x", .badDirection),
    ("c,1,sideways,,x", .badDirection),
    ("c,1,user,human,x", .badDirection),
    ("c,1,,bot,x", .badDirection),
  ])
  func aRowIsRejectedForTheFirstReasonThatHolds(row: String, reason: RejectReason) throws {
    let read = try readHistory(Self.header + Self.good + row)
    #expect(read.history.rejected.map(\.reason) == [reason])
    #expect(read.totals.rejected(reason) == 1)
    #expect(read.totals.rowsRead == 2)
    #expect(read.totals.accepted == 1)
    #expect(read.rows.count == 1)
  }

  @Test func reasonsHaveTheWordsOfTheFiles() {
    #expect(
      RejectReason.allCases.map(\.word) == ["no_conversation_id", "bad_timestamp", "bad_direction"])
  }

  @Test func rejectedRowsAreFoundAgainByPlace() throws {
    // The lines are 1 header, 2 good, 3–4, 5 blank, 6, 7 good, 8.
    let first =
      Self.header + Self.good + "c,1,up,,\"two\nlines\"\n\n,9,in,,z\r\n" + Self.good
      + "c,never,in,, spaced \r\n"
    let second = Self.header + ",1,in,,other\n" + Self.good
    let read = try readHistory(first, second)

    var fetcher = RowFetcher(inputs: read.history.inputs)
    let found = try read.history.rejected.map { row in
      let raw = try fetcher.withRow(at: row.place) { String(decoding: $0.raw, as: UTF8.self) }
      let extent = read.history.inputs.extent(around: row.place)
      let text = Array(
        [first, second][extent.ordinal].utf8.prefix(extent.offset(of: row.place)))
      var lines = LineCounter()
      text.withUnsafeBytes { lines.advance(over: $0) }
      return "\(extent.ordinal):\(lines.line): \(row.reason.word) \(raw)"
    }
    #expect(
      found == [
        "0:3: bad_direction c,1,up,,\"two\nlines\"",
        "0:6: no_conversation_id ,9,in,,z",
        "0:8: bad_timestamp c,never,in,, spaced ",
        "1:2: no_conversation_id ,1,in,,other",
      ])
  }

  @Test func rejectedRowsAddNothingElseToTheCounts() throws {
    let header = "conversation_id,timestamp,direction,kind,status,rating\n"
    let read = try HistoryReading(clock: TestClocks.paris).read(
      header + ",2026-03-29T02:30,in,sticker,odd,9\nc,1,in,,,\nc,2026-10-25T02:30,up,,odd,9\n")
    #expect(read.totals.unknownKind == 0)
    #expect(read.totals.unknownStatus == 0)
    #expect(read.totals.unknownRating == 0)
    #expect(read.totals.timesInGap == 0)
    #expect(read.totals.timesAmbiguous == 0)
  }

  @Test func rejectedRowsTakeNoPartInDeduplication() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,message_id,text\nc,1,in,m,kept\nc,2,up,m,rejected")
    #expect(read.texts == ["kept"])
    #expect(read.history.duplicates.withID == 0)
  }
}
