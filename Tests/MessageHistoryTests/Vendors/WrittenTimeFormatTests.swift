import MessageHistory
import Testing

/// Formats that write times in forms of their own.
///
/// 1_700_000_000 is 2023-11-14T22:13:20Z.
struct WrittenTimeFormatTests {
  @Test func tweetsHaveTheirOffsetBeforeTheYear() throws {
    let rows = try VendorReading().rows([
      "twcs.csv": """
      tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id
      2,sprintcare,False,Tue Nov 14 22:13:30 +0000 2023,@115712 I see,,3
      3,115712,True,Tue Nov 14 22:13:20 +0000 2023,@sprintcare it broke,2,
      """
    ])
    #expect(
      rows == [
        "sprintcare/twitter/3 1700000000 in '@sprintcare it broke'",
        "sprintcare/twitter/3 1700000010 out '@115712 I see'",
      ])
  }

  @Test func discourseNamesTheZone() throws {
    let rows = try VendorReading(own: ["ann"], clock: TestClocks.paris).rows([
      "chat.csv": """
      id,chat_channel_id,chat_channel_name,user_id,username,message,cooked,created_at,updated_at
      1,4,Help,20,cleo,Hi,<p>Hi</p>,2023-11-14 22:13:20 UTC,2023-11-14 22:13:20 UTC
      """
    ])
    #expect(rows == ["default/default/4 1700000000 in 'Hi'"])
  }

  @Test func ringCentralsDayComesFirst() throws {
    let rows = try VendorReading().rows([
      "messages.csv": """
      created_at,source_name,source_type,content_thread_id,id,auto_submitted,status,creator_id,author_id
      14/11/2023 22:13,My Page,Facebook,t1,m1,false,New,,c1
      14/11/2023 22:14,My Page,Facebook,t1,m2,false,Agent reply,a7,p1
      """
    ])
    #expect(
      rows == [
        "My Page/facebook/t1 1699999980 in", "My Page/facebook/t1 1700000040 out employee=a7",
      ])
  }

  @Test func webiosDatesAreOfTwoDigitYears() throws {
    // 23 could be a day, and 14 a year.
    let rows = try VendorReading(dateOrder: .dayMonthYear).rows([
      "w.csv": """
      Status,Channel,To,DateSent,Direction,Data,Convo Id,Botname,Mode
      Ongoing,Sms channel,4477,14/11/23 10:13 PM,In,Hi,32,Weekly,null
      """
    ])
    #expect(rows == ["default/sms channel/32 1699999980 in 'Hi'"])
  }

  @Test func twilioWritesTimesAsMailDoes() throws {
    let rows = try VendorReading().rows([
      "log.csv": """
      From,To,Body,Status,SentDate,NumSegments,AccountSid,Sid,Direction
      +15550001,+15559999,Hi,received,"Tue, 14 Nov 2023 22:13:20 +0000",1,AC1,SM1,inbound
      """
    ])
    #expect(rows == ["+15559999/sms/+15550001 1700000000 in 'Hi'"])
  }

  @Test(arguments: [
    "11/14/23, 10:13:20\u{202F}PM - Cleo: Hi\n11/14/23, 10:13:30 PM - Shop: Hello\n",
    "[14.11.2023, 22:13:20] Cleo: Hi\n[14.11.2023, 22:13:30] Shop: Hello\n",
    "14/11/2023, 22:13:20 - Cleo: Hi\n14/11/2023, 22:13:30 - Shop: Hello\n",
    "2023/11/14, 10:13:20 pm - Cleo: Hi\n2023/11/14, 10:13:30 pm - Shop: Hello\n",
  ])
  func phonesWriteTimesInTheirOwnWays(chat: String) throws {
    #expect(
      try VendorReading(own: ["Shop"]).rows(["Cleo.txt": chat]) == [
        "default/whatsapp/Cleo 1700000000 in 'Hi'",
        "default/whatsapp/Cleo 1700000010 out 'Hello'",
      ])
  }

  @Test func aChatWhoseDatesCanBeReadInTwoWaysIsRefused() throws {
    let error = try VendorReading(own: ["Shop"]).error([
      "Cleo.txt": "11/10/23, 10:13 PM - Cleo: Hi\n"
    ])
    #expect(error?.hasPrefix("Cleo.txt:1: error: ") == true)
    #expect(error?.contains("date_order") == true)
  }
}
