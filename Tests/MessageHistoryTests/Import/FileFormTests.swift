import DelimitedText
import MessageHistory
import Testing

/// The many forms in which the same rows may be written.
struct FileFormTests {
  private static let expected = ["c 60 inbound Hi", "c 120 humanOutbound a,b"]

  private func rows(_ read: SettledHistory) -> [String] {
    read.rows.map { "\($0.conversation) \($0.seconds) \($0.messageClass) \($0.text)" }
  }

  @Test(arguments: [
    "conversation_id,timestamp,direction,text\nc,60,in,Hi\nc,120,out,\"a,b\"",
    "conversation_id,timestamp,direction,text\nc,60,in,Hi\nc,120,out,\"a,b\"\n",
    "conversation_id,timestamp,direction,text\r\nc,60,in,Hi\r\nc,120,out,\"a,b\"\r\n",
    "conversation_id,timestamp,direction,text\rc,60,in,Hi\rc,120,out,\"a,b\"\r",
    "\u{FEFF}conversation_id,timestamp,direction,text\nc,60,in,Hi\nc,120,out,\"a,b\"\n",
    "\u{FEFF}\"conversation_id\",timestamp,direction,text\nc,60,in,Hi\nc,120,out,\"a,b\"\n",
    "\n\r\n , \nconversation_id,timestamp,direction,text\nc,60,in,Hi\nc,120,out,\"a,b\"\n",
    "conversation_id;timestamp;direction;text\nc;60;in;Hi\nc;120;out;a,b\n",
    "conversation_id\ttimestamp\tdirection\ttext\nc\t60\tin\tHi\nc\t120\tout\ta,b\n",
    "conversation_id|timestamp|direction|text\nc|60|in|Hi\nc|120|out|a,b\n",
    "\"conversation_id\",\"timestamp\",\"direction\",\"text\"\n"
      + "\"c\",\"60\",\"in\",\"Hi\"\n\"c\",\"120\",\"out\",\"a,b\"\n",
    "conversation_id,timestamp,direction,text\n c ,\t60\t, in ,Hi\nc\u{3000},120,out,\"a,b\"\n",
  ])
  func readsTheSameRowsFromEveryForm(text: String) throws {
    let read = try readHistory(text)
    #expect(rows(read) == Self.expected)
    #expect(read.totals.rowsRead == 2)
    #expect(read.history.rejected == [])
  }

  @Test func theConfiguredSeparatorOverrulesDetection() throws {
    let text = "conversation_id#timestamp#direction#text\nc#60#in#Hi\nc#120#out#a,b\n"
    #expect(rows(try HistoryReading(separator: UInt8(ascii: "#")).read(text)) == Self.expected)
  }

  @Test func quotedCellsHoldLineBreaksQuotesAndSeparators() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,text\n"
        + "c,1,in,\"a\nb\"\nc,2,in,\"a\r\nb\"\nc,3,in,\"say \"\"hi\"\", you\"\nc,4,in,\"\n\"")
    #expect(read.texts == ["a\nb", "a\r\nb", "say \"hi\", you", "\n"])
    #expect(read.history.irregularQuoting.isEmpty)
  }

  @Test func textStandsAsItIs() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,text\nc,1,in, spaced \u{A0}\nc,2,in,\" \"")
    #expect(read.texts == [" spaced \u{A0}", " "])
  }

  @Test func irregularQuotesAreReadAndCounted() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,text\nc,1,in,5\" screen\nc,2,in,\"x\" y\nc,3,in,\"open")
    #expect(read.texts == ["5\" screen", "x y", "open"])
    #expect(read.history.irregularQuoting.quotesInText == 1)
    #expect(read.history.irregularQuoting.textAfterQuotes == 1)
    #expect(read.history.irregularQuoting.unclosedQuotes == 1)
  }

  @Test func blankRecordsAndTheHeaderOnceMoreAreNoRows() throws {
    let header = "conversation_id,timestamp,direction,text\n"
    let read = try readHistory(
      header + "c,1,in,a\n\n,,,\n \t,\u{A0},\"\",\" \"\n,,,,,,\n" + header + "c,2,in,b\n" + header)
    #expect(read.texts == ["a", "b"])
    #expect(read.totals.rowsRead == 2)
    #expect(read.history.rejected == [])
  }

  @Test func aRowWithNothingButACellThatIsNotMappedIsARow() throws {
    let read = try readHistory("conversation_id,timestamp,direction,x\nc,1,in,\n,,,y\n,,,,z\n")
    #expect(read.totals.rowsRead == 3)
    #expect(read.totals.rejected(.noConversationID) == 2)
  }

  @Test func missingCellsAreEmptyAndCellsBeyondTheHeaderIgnored() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,status,text\n"
        + "c,1,in\nc,2,in,done\nc,3,in,open,full,beyond,\"beyond, too\"\nc,4\nc\n")
    #expect(read.texts == ["", "", "full"])
    #expect(read.rows.map(\.status) == [.none, .done, .open])
    #expect(read.history.rejected.map(\.reason) == [.badDirection, .badTimestamp])
  }

  @Test(arguments: [
    "conversation_id,timestamp,direction", "conversation_id,timestamp,direction\n",
    "\u{FEFF}conversation_id,timestamp,direction\r\n\r\n,,\r\n",
  ])
  func aHeaderAloneIsAHistoryWithoutRows(text: String) throws {
    let read = try readHistory(text)
    #expect(read.rows == [])
    #expect(read.totals == InputCounts())
    #expect(read.history.span == nil)
  }

  @Test func bytesThatAreNoUTF8AreKeptApart() throws {
    let header = Array("conversation_id,timestamp,direction,message_id\n".utf8)
    let rows = zip(1...3, [0xE9, 0xE8, 0xE9] as [UInt8]).map { Array("c,\($0),in,".utf8) + [$1] }
    let read = try HistoryReading().read([header + rows.joined(separator: [0x0A])])
    #expect(read.rows.map(\.seconds) == [2, 3])
    #expect(read.history.duplicates.withID == 1)
  }
}
