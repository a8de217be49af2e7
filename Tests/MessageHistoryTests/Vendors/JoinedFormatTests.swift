import MessageHistory
import Testing

/// Exports in two files.
///
/// 1_700_000_000 is 2023-11-14T22:13:20Z.
struct JoinedFormatTests {
  private static let tickets = """
    Ticket id,Initial channel,Created by an agent,Creation date,Closed date,Survey score,Survey replied date,Assignee name,Assignee email,Customer email,Customer name,First response time (s)
    94,help-center,False,2023-11-14 22:13:20,2023-11-14 22:30:00,,,Jess,jess@x.example,Cleo@mail.example,Cleo,100
    """
  private static let messages = """
    id,subject,body_text,sent_datetime,customer_id,sender_info
    94,Where?,"Hello,

    let me look",2023-11-14 22:15:00.369865,135,"{""name"": ""Small Team"", ""address"": ""team@x.example""}"
    94,Where?,Where is it?,2023-11-14 22:13:20,135,"{""name"": ""Cleo \\u00c9"", ""address"": ""cleo@MAIL.example""}"
    """

  @Test func gorgiasMessagesAreTheCustomersWhoseAddressTheTicketHas() throws {
    for files: KeyValuePairs<String, String> in [
      ["t.csv": Self.tickets, "m.csv": Self.messages],
      ["m.csv": Self.messages, "t.csv": Self.tickets],
    ] {
      let read = try VendorReading().read(files)
      #expect(
        read.rows.map(\.brief) == [
          "default/help-center/94 1700000000 in assignee=Jess 'Where is it?'",
          "default/help-center/94 1700000100 out employee=team@x.example assignee=Jess "
            + "'Hello,\n\nlet me look'",
          "default/help-center/94 1700001000 event.closed assignee=Jess",
        ])
      #expect(read.totals.rowsRead == 3)
      #expect(read.history.inputs.allSatisfy { $0.origin?.hasFirstResponsesAlone == false })
    }
  }

  @Test func gorgiasMessagesWithoutTicketsNeedOurAddresses() throws {
    #expect(
      try VendorReading().error(["m.csv": Self.messages])
        == "m.csv: error: the other half of this export is missing (found gorgias-messages, "
        + "expected gorgias-tickets too); name that file as an input beside it")
    #expect(
      try VendorReading(own: ["Team@x.example"]).read(["m.csv": Self.messages]).classes
        == [.inbound, .humanOutbound])
  }

  private static let comments = """
    id,_fivetran_synced,body,created,facebook_comment,public,ticket_id,tweet,user_id,voice_comment
    1,x,Hi,2023-11-14 22:13:20,FALSE,TRUE,20001,FALSE,2222,FALSE
    2,x,psst,2023-11-14 22:13:25,FALSE,FALSE,20001,FALSE,1111,FALSE
    3,x,Hello,2023-11-14 22:13:30,FALSE,TRUE,20001,FALSE,1111,FALSE
    4,x,Me too,2023-11-14 22:13:40,FALSE,TRUE,20001,FALSE,3333,FALSE
    """
  private static let users = """
    id,active,alias,email,name,role,ticket_restriction,time_zone
    1111,TRUE,,ann@x.example,Ann,admin,,Pacific Time (US & Canada)
    2222,TRUE,,cleo@mail.example,Cleo,end-user,requested,Pacific Time (US & Canada)
    """

  @Test func zendeskCommentsAreOursByTheirAuthorsRole() throws {
    let read = try VendorReading(clock: TestClocks.paris).read([
      "comments.csv": Self.comments, "users.csv": Self.users,
    ])
    #expect(
      read.rows.map(\.brief) == [
        "default/default/20001 1700000000 in 'Hi'",
        "default/default/20001 1700000005 note 'psst'",
        "default/default/20001 1700000010 out employee=1111 'Hello'",
      ])
    #expect(read.rows[2].senderName == "Ann")
    // Of user 3333 nobody knows the role.
    #expect(read.totals.rejected(.badDirection) == 1)
    #expect(read.history.counts.map(\.rowsRead) == [4, 0])
  }

  @Test func halvesOfZendeskAreNamedWhereTheyAreMissingOrTooMany() throws {
    #expect(
      try VendorReading().error(["c.csv": Self.comments])
        == "c.csv: error: the other half of this export is missing (found zendesk-comments, "
        + "expected zendesk-users too); name that file as an input beside it")
    #expect(
      try VendorReading().error(["u.csv": Self.users])
        == "u.csv: error: the other half of this export is missing (found zendesk-users, "
        + "expected zendesk-comments too); name that file as an input beside it")
    let tickets = "Id,Requester,Submitter,Status,Created at,Solved at\n"
    #expect(
      try VendorReading().error([
        "c.csv": Self.comments, "u.csv": Self.users, "t.csv": tickets,
      ])
        == "c.csv: error: two inputs tell of the same conversations (found zendesk-comments and "
        + "zendesk-tickets, expected one of them); leave out zendesk-tickets")
  }
}
