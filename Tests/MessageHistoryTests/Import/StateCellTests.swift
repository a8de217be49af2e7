import MessageHistory
import Testing

/// Status, rating, tag and time of a row.
struct StateCellTests {
  private static let header = "conversation_id,timestamp,direction,status,rating,tag,kind\n"

  @Test(arguments: [
    ("", ConversationStatus.none), ("open", .open), ("Pending", .pending), ("DONE", .done),
    ("spam", .spam), (" closed ", .done), ("resolved", .done), ("solved", .done),
    ("archived", .done), ("Junk", .spam), ("snoozed", .pending), ("on-hold", .pending),
    ("active", .open),
  ])
  func readsStatusesInAnyCase(word: String, status: ConversationStatus) throws {
    let read = try readHistory(Self.header + "c,1,in,\(word),,,")
    #expect(read.rows.map(\.status) == [status])
    #expect(read.totals.unknownStatus == 0)
  }

  @Test func anUnknownStatusCountsAsEmptyAndIsCounted() throws {
    let read = try readHistory(Self.header + "c,1,in,lost,,,\nc,2,,lost,,,note\nc,2,,lost,,,note")
    #expect(read.rows.map(\.status) == [.none, .none, .none])
    #expect(read.totals.unknownStatus == 3)
    #expect(read.history.rejected == [])
  }

  @Test(arguments: [
    ("1", UInt32(1_000_000)), ("5", 5_000_000), ("4.5", 4_500_000), (" 3,25 ", 3_250_000),
    ("5.000", 5_000_000), ("1.0000001", 1_000_000), ("2.123456", 2_123_456), ("04", 4_000_000),
    ("", 0),
  ])
  func readsRatingsFromOneToFive(word: String, millionths: UInt32) throws {
    let read = try readHistory(Self.header + "c,1,in,,\"\(word)\",,")
    #expect(read.rows.map(\.rating) == [millionths])
    #expect(read.totals.unknownRating == 0)
  }

  @Test(arguments: [
    "0", "0.999999", "5.0000001", "6", "-3", "good", "4.", ".5", "4 5", "1e0", "4000000000", "★★★",
  ])
  func anUnknownRatingCountsAsEmptyAndIsCounted(word: String) throws {
    let read = try readHistory(Self.header + "c,1,in,,\(word),,")
    #expect(read.rows.map(\.rating) == [0])
    #expect(read.totals.unknownRating == 1)
  }

  @Test func fourAndMoreIsAGoodRating() {
    #expect(Rating(millionths: 4_000_000).isGood)
    #expect(!Rating(millionths: 3_999_999).isGood)
    #expect(!Rating.none.isGood && !Rating.none.isGiven)
  }

  @Test(arguments: [
    ("human_agent", MessageTag.humanAgent), ("HUMAN_AGENT", .humanAgent),
    ("confirmed_event_update", .update), ("Post_Purchase_Update", .update),
    ("account_update", .update), ("", .other), ("vip", .other),
  ])
  func readsMessageTagsInAnyCase(word: String, tag: MessageTag) throws {
    #expect(try readHistory(Self.header + "c,1,out,,,\(word),").rows.map(\.tag) == [tag])
  }

  @Test(arguments: [
    ("closed", "", ConversationStatus.done), ("closed", "pending", .pending),
    ("reopened", "", .open), ("reopened", "spam", .spam), ("opened", "", .none),
    ("closed", "lost", .done),
  ])
  func closedAndReopenedSetAStatusWhereTheRowHasNone(
    kind: String, status: String, expected: ConversationStatus
  ) throws {
    let read = try readHistory(Self.header + "c,1,,\(status),,,\(kind)")
    let set = try read.history.walk(workers: 1, from: [ConversationStatus]()) {
      $0.append($1[0].statusSet)
    }
    #expect(Array(set.joined()) == [expected])
  }

  @Test func naiveTimesAreReadInTheInputsZoneAndOddOnesCounted() throws {
    // In Paris clocks went from 02:00 to 03:00 on 2026-03-29 and back on 2026-10-25.
    let text =
      "conversation_id,timestamp,direction\n"
      + "c,2026-03-29 02:30,in\nc,2026-03-29T03:00:00+02:00,in\nc,2026-07-01T12:00,in\n"
      + "c,2026-10-25T02:30:00,in\nc,2026-10-25T02:30:00+01:00,in\nc,1798761600,in"
    let read = try HistoryReading(clock: TestClocks.paris).read(text)
    let instants = [
      Instant.utc(2026, 3, 29, 1), .utc(2026, 3, 29, 1, 30), .utc(2026, 7, 1, 10),
      .utc(2026, 10, 25, 0, 30), .utc(2026, 10, 25, 1, 30), .utc(2027, 1, 1),
    ]
    #expect(read.rows.map(\.milliseconds) == instants.map(\.milliseconds))
    #expect(read.totals.timesInGap == 1)
    #expect(read.totals.timesAmbiguous == 1)
  }

  @Test func oddTimesAreCountedBeforeDuplicatesAreRemoved() throws {
    let text = "conversation_id,timestamp,direction\nc,2026-10-25T02:30,in"
    let read = try HistoryReading(clock: TestClocks.paris).read(text, text)
    #expect(read.rows.count == 1)
    #expect(read.totals.timesAmbiguous == 2)
  }

  @Test func theSpanIsThatOfTheRowsKept() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,message_id\nc,50,in,m\nd,20,in,\nc,10,in,m\nc,9,up,\n"
        + "d,30,in,")
    let span = try #require(read.history.span)
    #expect(span.lowerBound.milliseconds == 10_000)
    #expect(span.upperBound.milliseconds == 30_000)
    #expect(try readHistory("conversation_id,timestamp,direction\n").history.span == nil)
  }

  @Test func aSliceIsSeenFromItsOldestRowThatIsKept() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,message_id,page\nc,5,in,m,a\nc,10,in,m,a\n"
        + "c,20,in,,b\nd,15,in,,b\n")
    #expect(read.history.slices.map { read.history.pages[Int($0.page)] } == [[0x61], [0x62]])
    let seen = { (limit: Int64) in
      read.history.seenSlices(upTo: Instant(milliseconds: limit * 1_000))
    }
    #expect(seen(9) == [false, false])
    #expect(seen(10) == [true, false])
    #expect(seen(14) == [true, false])
    #expect(seen(15) == [true, true])
  }
}
