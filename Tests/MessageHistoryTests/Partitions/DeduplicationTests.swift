import MessageHistory
import Testing

struct DeduplicationTests {
  private static let header =
    "conversation_id,timestamp,direction,message_id,status,assignee,text,page\n"

  private func duplicates(withID: Int = 0, wholeRow: Int = 0) -> DuplicateCounts {
    var counts = DuplicateCounts()
    counts.withID = withID
    counts.wholeRow = wholeRow
    return counts
  }

  // MARK: With a message id

  @Test func ofOneIDTheFileListedLastWins() throws {
    let read = try readHistory(
      Self.header + "c,1,in,m,done,,first,\n", Self.header + "c,1,in,m,open,,second,\n",
      Self.header + "c,1,in,m,,,third,\n")
    #expect(read.texts == ["third"])
    #expect(read.history.duplicates == duplicates(withID: 2))
  }

  @Test func ofOneIDTheLaterRowOfAFileWins() throws {
    let read = try readHistory(
      Self.header + "c,5,in,m,,,first,\nc,3,in,m,,,second,\nc,4,in, m ,,,third,\n")
    #expect(read.texts == ["third"])
    #expect(read.rows.map(\.seconds) == [4])
    #expect(read.history.duplicates == duplicates(withID: 2))
  }

  @Test func aLaterFileWinsOverLaterRowsOfEarlierOnes() throws {
    let read = try readHistory(
      Self.header + "c,1,in,m,,,a,\n", Self.header + "c,1,in,m,,,b,\nx,1,in,,,,x,\nc,9,in,m,,,c,\n",
      Self.header + "c,1,in,m,,,d,\nc,0,in,n,,,e,\n")
    #expect(read.texts == ["e", "d", "x"])
  }

  @Test func theWinnerReplacesTheOthersWholeEmptyCellsIncluded() throws {
    let read = try readHistory(
      Self.header + "c,1,in,m,done,Ann,before,\nc,2,out,n,,,reply,\n",
      Self.header + "c,9,out,m,,,,\n")
    #expect(read.messageIDs == ["n", "m"])
    #expect(read.rows.map(\.seconds) == [2, 9])
    #expect(read.classes == [.humanOutbound, .humanOutbound])
    #expect(read.rows.map(\.status) == [.none, .none])
    #expect(read.rows.map(\.assignee) == ["", ""])
    #expect(read.texts == ["reply", ""])
  }

  @Test func oneIDInTwoConversationsIsTwoMessages() throws {
    let read = try readHistory(
      Self.header + "c,1,in,m,,,a,\nd,1,in,m,,,b,\nc,1,in,m,,,c,other\n")
    #expect(read.texts == ["a", "b", "c"])
    #expect(read.history.duplicates == duplicates())
  }

  @Test func idsKeepTheirCase() throws {
    #expect(try readHistory(Self.header + "c,1,in,m,,,a,\nc,1,in,M,,,b,\n").rows.count == 2)
  }

  @Test func aRowWithAnIDIsNoDuplicateOfOneWithout() throws {
    let read = try readHistory(
      Self.header + "c,1,in,,,,a,\nc,1,in,m,,,a,\n", Self.header + "c,1,in,m,,,a,\n")
    #expect(read.messageIDs == ["", "m"])
    #expect(read.history.duplicates == duplicates(withID: 1))
  }

  // MARK: Without

  @Test(arguments: [
    ([1, 1], 1), ([2, 1], 2), ([1, 2], 2), ([1, 3, 2], 3), ([2, 0, 2], 2), ([3], 3),
  ])
  func ofEqualRowsAsManyAreLeftAsTheFileHasThatHasMost(timesByFile: [Int], left: Int) throws {
    let files = timesByFile.map { times in
      Self.header + String(repeating: "c,1,in,,,,same,\n", count: times) + "c,2,in,,,,end,\n"
    }
    let read = try HistoryReading().read(files.map { Array($0.utf8) })
    #expect(read.texts == Array(repeating: "same", count: left) + ["end"])
    let all = timesByFile.reduce(0, +)
    #expect(
      read.history.duplicates == duplicates(wholeRow: all - left + timesByFile.count - 1))
  }

  @Test func aFileGivenTwiceIsTwoFiles() throws {
    let folder = try TemporaryFolder()
    let reading = HistoryReading()
    let text = Self.header + "c,1,in,,,,a,\nc,1,in,,,,a,\nc,2,in,m,,,b,\n"
    let inputs = try reading.prepare([Array(text.utf8)], in: folder)
    let read = try reading.read(inputs + inputs)
    #expect(read.texts == ["a", "a", "b"])
    #expect(read.totals.rowsRead == 6)
    #expect(read.history.duplicates == duplicates(withID: 1, wholeRow: 2))
    #expect(read.history.counts.map(\.rowsRead) == [3, 3])
  }

  private static let allColumns =
    "conversation_id,timestamp,direction,kind,sender_id,sender_name,contact_id,contact_name,"
    + "assignee,status,tag,rating,text,page,channel,extra\n"

  @Test(arguments: [
    "c,1970-01-01T00:00:01Z,in,,1,n,2,o,a,done,T,4,x,p,sms,e",
    "c,1.0009,INBOUND,human,1,n,2,o,a,done,T,4,x,p,sms,e",
    "c,1,in,HUMAN, 1 , n, 2, o , a ,closed,t,4.0,x,p,SMS,e",
    " c ,1,in,,1,n,2,o,a,Resolved,t,4.00,x, p , sms ,other",
  ])
  func rowsAreComparedAsTheyWereRead(same: String) throws {
    let row = "c,1,in,,1,n,2,o,a,done,T,4,x,p,sms,e"
    let read = try readHistory(Self.allColumns + row, Self.allColumns + same)
    #expect(read.rows.count == 1)
    #expect(read.history.duplicates == duplicates(wholeRow: 1))
  }

  @Test(arguments: [
    "d,1,in,,1,n,2,o,a,done,T,4,x,p,sms,e", "c,1.001,in,,1,n,2,o,a,done,T,4,x,p,sms,e",
    "c,1,out,,1,n,2,o,a,done,T,4,x,p,sms,e", "c,1,in,chat,1,n,2,o,a,done,T,4,x,p,sms,e",
    "c,1,in,,3,n,2,o,a,done,T,4,x,p,sms,e", "c,1,in,,1,N,2,o,a,done,T,4,x,p,sms,e",
    "c,1,in,,1,n,,o,a,done,T,4,x,p,sms,e", "c,1,in,,1,n,2,p,a,done,T,4,x,p,sms,e",
    "c,1,in,,1,n,2,o,,done,T,4,x,p,sms,e", "c,1,in,,1,n,2,o,a,lost,T,4,x,p,sms,e",
    "c,1,in,,1,n,2,o,a,done,,4,x,p,sms,e", "c,1,in,,1,n,2,o,a,done,T,4.5,x,p,sms,e",
    "c,1,in,,1,n,2,o,a,done,T,4,x ,p,sms,e", "c,1,in,,1,n,2,o,a,done,T,4,x,P,sms,e",
    "c,1,in,,1,n,2,o,a,done,T,4,x,p,,e", "c,1,in,,n,1,2,o,a,done,T,4,x,p,sms,e",
  ])
  func rowsThatDifferInOneCellAreTwo(other: String) throws {
    let row = "c,1,in,,1,n,2,o,a,done,T,4,x,p,sms,e"
    let read = try readHistory(Self.allColumns + row, Self.allColumns + other)
    #expect(read.rows.count == 2)
    #expect(read.history.duplicates == duplicates())
  }

  @Test func rowsAreComparedAcrossFilesOfDifferentColumns() throws {
    // No status and an empty one are the same; an unknown one counts as empty.
    let read = try readHistory(
      "conversation_id,timestamp,direction\nc,1,in\n",
      "timestamp;status;direction;conversation_id\n1;;in;c\n1;lost;in;c\n")
    #expect(read.rows.count == 2)
    #expect(read.history.duplicates == duplicates(wholeRow: 1))
  }

  @Test func employeeColumnsAreTheSenderThatOutboundRowsAreComparedBy() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,sender_name\nc,1,out,Ann\n",
      "conversation_id,timestamp,direction,sender_name,employee_name\nc,1,out,Page,Ann\n")
    #expect(read.rows.count == 1)
  }

  @Test func manyRowsOfOneConversationAreComparedLikeFew() throws {
    let rows = (0..<40).map { "c,\($0 % 20),in,\($0 < 20 ? "m\($0)" : ""),,,\($0),\n" }
    let read = try readHistory(
      Self.header + rows.joined(), Self.header + rows.reversed().joined())
    #expect(read.rows.count == 40)
    #expect(read.history.duplicates == duplicates(withID: 20, wholeRow: 20))
  }
}
