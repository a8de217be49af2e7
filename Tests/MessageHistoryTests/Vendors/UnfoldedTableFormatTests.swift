import MessageHistory
import Testing

/// Tables whose rows are messages but do not say plainly whose.
///
/// 1_700_000_000 is
/// 2023-11-14T22:13:20Z.
struct UnfoldedTableFormatTests {
  @Test func twilioConversationsArePairsOfNumbers() throws {
    let rows = try VendorReading().rows([
      "log.csv": """
      From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit
      +15550001,+15559999,Hi,received,2023-11-14T22:13:20Z,2010-04-01,1,,AC1,SM1,inbound,,USD
      +15559999,+15550001,Hello,delivered,2023-11-14T22:13:30Z,2010-04-01,1,,AC1,SM2,outbound-api,,USD
      whatsapp:+15550002,whatsapp:+15559999,Hey,received,2023-11-14T22:13:40Z,2010-04-01,1,,AC1,SM3,inbound,,USD
      """
    ])
    #expect(
      rows == [
        "+15559999/sms/+15550001 1700000000 in 'Hi'",
        "+15559999/sms/+15550001 1700000010 out 'Hello'",
        "+15559999/whatsapp/+15550002 1700000020 in 'Hey'",
      ])
  }

  @Test func ringCentralMessagesAreOursWhereAnAgentMadeThem() throws {
    let read = try VendorReading().read([
      "messages.csv": """
      created_at,source_id,source_type,source_name,content_thread_id,type,id,private_message,created_from,auto_submitted,status,intervention_id,creator_id,creator_name,author_id,author_name,body,body_as_text
      2023-11-14 22:13:20,s1,Facebook,My Page,t1,Public,m1,false,Synchronizer,false,New,i1,,,c1,Cleo,<b>Hi</b>,Hi
      2023-11-14 22:13:21,s1,Facebook,My Page,t1,Public,m2,false,Synchronizer,true,Agent message,i1,,,p1,My Page,Soon,Soon
      2023-11-14 22:13:30,s1,Facebook,My Page,t1,Public,m3,false,Synchronizer,false,Agent reply,i1,a7,Jack,p1,My Page,Hello,Hello
      2023-11-14 22:13:40,s1,Facebook,My Page,t1,Public,m4,false,Synchronizer,false,Agent message,i1,,,p1,My Page,From the phone,From the phone
      """
    ])
    #expect(
      read.rows.map(\.brief) == [
        "My Page/facebook/t1 1700000000 in 'Hi'",
        "My Page/facebook/t1 1700000001 auto 'Soon'",
        "My Page/facebook/t1 1700000010 out employee=a7 'Hello'",
        "My Page/facebook/t1 1700000020 out 'From the phone'",
      ])
    #expect(read.rows[2].senderName == "Jack")
  }

  @Test func tweetsHangTogetherByReplies() throws {
    // 3 ← 1 ← 2 is one thread, 3 being the root; 10 answers a tweet that is not there.
    let rows = try VendorReading().rows([
      "twcs.csv": """
      tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id
      1,sprintcare,False,2023-11-14T22:13:30Z,@115712 I see,2,3
      2,115712,True,2023-11-14T22:13:40Z,@sprintcare thanks,,1
      3,115712,True,2023-11-14T22:13:20Z,@sprintcare it broke,1,
      8,115713,True,2023-11-14T22:13:20Z,"hello @nobody, hello @SprintCare!",,
      10,115714,True,2023-11-14T22:13:20Z,and?,,9.0
      """
    ])
    #expect(
      rows == [
        "default/twitter/9 1700000000 in 'and?'",
        "sprintcare/twitter/3 1700000000 in '@sprintcare it broke'",
        "sprintcare/twitter/3 1700000010 out '@115712 I see'",
        "sprintcare/twitter/3 1700000020 in '@sprintcare thanks'",
        "sprintcare/twitter/8 1700000000 in 'hello @nobody, hello @SprintCare!'",
      ])
  }

  @Test(arguments: [
    ([(2, 1), (3, 2), (4, 2)], [1, 1, 1, 1]),
    ([(1, 2), (2, 3), (3, 1), (4, 3)], [1, 1, 1, 1]),
    ([(1, 1), (2, 7)], [1, 7, 3, 4]),
  ])
  func threadsAreReadOffByTheirRoots(links: [(Int64, Int64)], roots: [Int64]) {
    #expect(ReplyLinkRoots.roots(of: [1, 2, 3, 4], links: links) == roots)
  }

  @Test func aVeryLongThreadIsOneConversation() {
    let links = (2...Int64(20_000)).map { ($0, $0 - 1) }
    #expect(ReplyLinkRoots.roots(of: [20_000, 10_000, 1], links: links) == [1, 1, 1])
  }

  @Test func theSenderTellsTheDirectionOfATableWithoutOne() throws {
    let reading = VendorReading(own: ["Shop"])
    let rows = try reading.rows([
      "a.csv": "conversation,date,sender,text\nc,1700000000,Cleo,Hi\nc,1700000010,shop,Hello\n"
    ])
    #expect(
      rows == [
        "default/default/c 1700000000 in 'Hi'",
        "default/default/c 1700000010 out employee=shop 'Hello'",
      ])
  }
}
