import MessageHistory
import Testing

/// Pages, channels and what tells conversations apart.
struct SliceTests {
  @Test func pageAndChannelAreDefaultWhereTheColumnsAreMissing() throws {
    let read = try readHistory("conversation_id,timestamp,direction\nc,1,in")
    #expect(read.rows.map(\.page) == ["default"])
    #expect(read.rows.map(\.channel) == ["default"])
  }

  @Test func pageAndChannelAreDefaultWhereTheCellsAreBlank() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,page,channel\nc,1,in,,\nc,2,in, ,\u{2003}\n"
        + "c,3,in,default,DEFAULT")
    #expect(read.rows.map(\.page) == ["default", "default", "default"])
    #expect(read.rows.map(\.channel) == ["default", "default", "default"])
    #expect(read.history.slices.count == 1)
  }

  @Test func channelsAreLowerCaseAndPagesKeepTheirCase() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,page,channel\n"
        + "c,1,in, Shop ,WhatsApp\nc,2,in,Shop, whatsapp\nc,3,in,shop,WHATSAPP")
    #expect(read.rows.map(\.page) == ["Shop", "Shop", "shop"])
    #expect(read.rows.map(\.channel) == ["whatsapp", "whatsapp", "whatsapp"])
    #expect(Set(read.history.pages) == [Array("Shop".utf8), Array("shop".utf8)])
    #expect(read.history.channels == [Array("whatsapp".utf8)])
  }

  @Test func lowerCaseIsThatOfASCIIEverywhere() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,channel\nc,1,in,\u{C9}TAT\nc,2,in,\u{E9}tat")
    #expect(Set(read.history.channels) == [Array("\u{C9}tat".utf8), Array("\u{E9}tat".utf8)])
  }

  @Test func aConversationIDIsOneWithinPageAndChannelOnly() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,page,channel,message_id\n"
        + "c,1,in,a,sms,m\nc,2,in,a,email,m\nc,3,in,b,sms,m\nc,4,in,b,sms,n")
    #expect(
      read.rows.map { "\($0.page) \($0.channel) \($0.seconds)" } == [
        "a email 2", "a sms 1", "b sms 3", "b sms 4",
      ])
    #expect(read.history.duplicates == DuplicateCounts())
  }

  @Test func idsAreTheSameOnlyWhereTheirBytesAre() throws {
    // Composed and decomposed é, and a capital letter.
    let read = try readHistory(
      "conversation_id,timestamp,direction,page\n"
        + "\u{E9},1,in,p\ne\u{301},2,in,p\n\u{C9},3,in,p\n\u{E9} ,4,in,p")
    let conversations = try read.history.walk(workers: 1, from: []) { $0.append($1.count) }
    #expect(conversations.joined().sorted() == [1, 1, 2])
  }

  @Test func conversationIDsMayHoldQuotesAndLineBreaks() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,text\n"
        + "\"a\"\"b\",1,in,first\n\"a\nb, c\",2,in,second\n\"a\"\"b\",3,out,third\n"
        + "\"a\r\nb, c\",4,in,fourth\n\" a\nb, c\n\",5,in,fifth")
    #expect(
      read.rows.map { $0.conversation + "|" + $0.text } == [
        "a\nb, c|second", "a\nb, c|fifth", "a\r\nb, c|fourth", "a\"b|first", "a\"b|third",
      ])
  }
}
