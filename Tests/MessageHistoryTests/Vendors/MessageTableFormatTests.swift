import MessageHistory
import Testing

/// Vendors' tables of messages, read as they are.
///
/// 1_700_000_000 is 2023-11-14T22:13:20Z.
struct MessageTableFormatTests {
  @Test func tidioNamesNoEmployeeAndItsAutomationIsNoReply() throws {
    let rows = try VendorReading().rows([
      "tidio.csv": """
      CONVERSATION_ID,THREAD_ID,TIME_SENT,CHANNEL,SENDER,MESSAGE_CONTENT,NAME,FIRST_NAME,LAST_NAME,EMAIL,PHONE,OS_NAME,BROWSER
      958,157,2023-11-14T22:13:20Z,chat,automation,Hello! How can we help?,,,,,,,
      958,157,2023-11-14T22:13:30Z,chat,visitor,"Is it there, really?",cleo@example.com,,,cleo@example.com,,OS X,Chrome
      958,157,2023-11-14T22:14:00Z,chat,operator,Yes,,,,,,,
      """
    ])
    #expect(
      rows == [
        "default/chat/958 1700000000 auto 'Hello! How can we help?'",
        "default/chat/958 1700000010 in 'Is it there, really?'",
        "default/chat/958 1700000040 out 'Yes'",
      ])
  }

  @Test func intercomTimesAreUTCAndNotesBotsAndEventsAreToldApart() throws {
    let export = """
      message_id,message_body,message_type,message_created_at,message_author_type,message_author_id,message_author_name,conversation_tags,conversation_id,conversation_state,app_id
      1,Hi,conversation_message,2023-11-14 22:13:20,user,u1,Cleo,"a,b",9,closed,x
      2,I am a bot,comment,2023-11-14 22:13:21,bot,b1,Fin,"a,b",9,closed,x
      3,look here,note,2023-11-14 22:13:25,admin,7,Ann,"a,b",9,closed,x
      4,Hello,comment,2023-11-14 22:13:30,admin,7,Ann,"a,b",9,closed,x
      5,,assignment,2023-11-14 22:13:31,admin,7,Ann,"a,b",9,closed,x
      6,,close,2023-11-14 22:13:40,bot,b1,Fin,"a,b",9,closed,x
      7,,open,2023-11-14 22:13:50,lead,u1,Cleo,"a,b",9,closed,x
      """
    let expected = [
      "default/default/9 1700000000 in done 'Hi'",
      "default/default/9 1700000001 auto done 'I am a bot'",
      "default/default/9 1700000005 note done 'look here'",
      "default/default/9 1700000010 out employee=7 done 'Hello'",
      "default/default/9 1700000011 event.other done",
      "default/default/9 1700000020 event.closed done",
      "default/default/9 1700000030 event.reopened done",
    ]
    #expect(try VendorReading(clock: TestClocks.paris).rows(["i.csv": export]) == expected)
    let configured = VendorReading(clock: TestClocks.paris, isClockConfigured: true)
    #expect(try configured.read(["i.csv": export]).rows.first?.seconds == 1_699_996_400)
  }

  @Test func frontsEmployeeIsTheAuthorAndAutorepliesAreAutomated() throws {
    let rows = try VendorReading().rows([
      "export-messages.csv": """
      Message ID,Segment ID,Conversation ID,Segment,Direction,Status,Inbox,Message date,Autoreply,Attributed to,Assignee,Author,Contact name,Contact handle,Extract
      m1,s,cnv_1,1,Inbound,Archived,Support,2023-11-14T22:13:20Z,No,,Mary,,Cleo,cleo@example.com,Hi
      m2,s,cnv_1,1,Outbound,Archived,Support,2023-11-14T22:13:21Z,Yes,,Mary,,Cleo,cleo@example.com,We got it
      m3,s,cnv_1,1,Outbound,Archived,Support,2023-11-14T22:14:20Z,No,Sophia,Mary,Sophia,Cleo,cleo@example.com,Hello
      """
    ])
    #expect(
      rows == [
        "Support/default/cnv_1 1700000000 in assignee=Mary done 'Hi'",
        "Support/default/cnv_1 1700000001 auto assignee=Mary done 'We got it'",
        "Support/default/cnv_1 1700000060 out employee=Sophia assignee=Mary done 'Hello'",
      ])
  }

  @Test func kustomersUnknownNamesComeFromTheGeneralMapping() throws {
    let rows = try VendorReading().rows([
      "k.csv": """
      ID,External ID,Channel,App,Size,Direction,Direction Type,Conversation ID,Sent At,Auto
      m1,,chat,web,2,in,initial-in,c7,2023-11-14T22:13:20Z,false
      m2,,chat,web,2,out,response-out,c7,2023-11-14T22:13:21Z,true
      m3,,chat,web,2,out,followup-out,c7,2023-11-14T22:13:30Z,false
      """
    ])
    #expect(
      rows == [
        "default/chat/c7 1700000000 in", "default/chat/c7 1700000001 auto",
        "default/chat/c7 1700000010 out",
      ])
    let error = try VendorReading().error([
      "k.csv": "ID,Channel,App,Direction,Direction Type,Chat,When\nm1,chat,web,in,x,c7,1\n"
    ])
    #expect(error?.contains("there is no column conversation_id") == true)
  }

  @Test func discourseTellsOursByTheUserNamesInTheConfiguration() throws {
    let export = """
      id,chat_channel_id,chat_channel_name,user_id,username,message,cooked,created_at,updated_at,deleted_at,in_reply_to_id,last_editor_id,last_editor_username
      1,4,Help,20,cleo,Hi,<p>Hi</p>,2023-11-14 22:13:20 UTC,2023-11-14 22:13:20 UTC,,,20,cleo
      2,4,Help,1,Ann,Hello,<p>Hello</p>,2023-11-14 22:13:30 UTC,2023-11-14 22:13:30 UTC,,,1,Ann
      """.replacing(" UTC", with: "Z")
    #expect(
      try VendorReading(own: ["ann", "ben"]).rows(["chat.csv": export]) == [
        "default/default/4 1700000000 in 'Hi'",
        "default/default/4 1700000010 out employee=1 'Hello'",
      ])
    #expect(
      try VendorReading().error(["chat.csv": export])
        == "chat.csv: error: nothing but the sender tells the direction in discourse-chat "
        + "(found no name of ours, expected at least one); "
        + "write the names that you send under: own: [\"…\"]")
  }

  @Test func webiosModeTellsAgentsFromBotsAndNullIsNothing() throws {
    let rows = try VendorReading().rows([
      "w.csv": """
      Campaign,Schedule,Team,Sent By,Status,Channel,To,DateSent,Direction,Data,Convo Id,Customer ID,Sender,Botname,Mode
      Weekly,W-1,Users,demo,Ongoing,Sms channel,447700900001,2023-11-14 22:13:20,In,Hi,32,null,447700900000,Weekly,null
      Weekly,W-1,Users,demo,Ongoing,Sms channel,447700900001,2023-11-14 22:13:25,Out,Hello,32,null,447700900000,Weekly,bot
      Weekly,W-1,Users,demo,Ongoing,Sms channel,447700900001,2023-11-14 22:13:30,Out,Me,32,null,447700900000,Weekly,agent
      """
    ])
    #expect(
      rows == [
        "default/sms channel/32 1700000000 in 'Hi'",
        "default/sms channel/32 1700000005 auto 'Hello'",
        "default/sms channel/32 1700000010 out 'Me'",
      ])
  }

  @Test func chatwootsNumbersAreDirectionsAndPrivateMessagesAreNotes() throws {
    let read = try VendorReading(clock: TestClocks.paris).read([
      "messages.csv": """
      id,content,account_id,inbox_id,conversation_id,message_type,created_at,updated_at,private,status,source_id,content_type,content_attributes,sender_type,sender_id
      1,Hi,1,3,55,0,2023-11-14 22:13:20.25,,f,0,,0,{},Contact,9
      2,psst,1,3,55,1,2023-11-14 22:13:22,,t,0,,0,{},User,4
      3,I am a bot,1,3,55,1,2023-11-14 22:13:23,,f,0,,0,{},AgentBot,1
      4,resolved by Ann,1,3,55,2,2023-11-14 22:13:24,,f,0,,0,{},,
      5,How was it?,1,3,55,3,2023-11-14 22:13:26,,f,0,,0,{},,
      6,Hello,1,3,55,1,2023-11-14 22:13:30,,f,1,,0,{},User,4
      """
    ])
    #expect(
      read.rows.map(\.brief) == [
        "3/default/55 1700000000 in 'Hi'",
        "3/default/55 1700000002 note 'psst'",
        "3/default/55 1700000003 auto 'I am a bot'",
        "3/default/55 1700000004 event.other 'resolved by Ann'",
        "3/default/55 1700000006 auto 'How was it?'",
        "3/default/55 1700000010 out employee=4 'Hello'",
      ])
    #expect(read.rows[0].milliseconds == 1_700_000_000_250)
    #expect(read.totals.unknownStatus == 0)
  }

  @Test func theConfigurationsWordsAndColumnsStandInPlaceOfTheFormats() throws {
    var reading = VendorReading(format: "tidio", values: [.kind: ["Automation": "human"]])
    reading.columns = [.page: "BROWSER"]
    let rows = try reading.rows([
      "tidio.csv": """
      CONVERSATION_ID,THREAD_ID,TIME_SENT,CHANNEL,SENDER,MESSAGE_CONTENT,BROWSER
      1,1,1700000000,chat,automation,Hello,Chrome
      """
    ])
    #expect(rows == ["Chrome/chat/1 1700000000 out 'Hello'"])
  }
}
