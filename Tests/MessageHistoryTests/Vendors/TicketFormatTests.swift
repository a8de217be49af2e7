import MessageHistory
import Testing

/// Exports with one row a ticket.
///
/// 1_700_000_000 is 2023-11-14T22:13:20Z.
struct TicketFormatTests {
  private static let gorgias =
    "Ticket id,Tags,Initial channel,Last used integration name,Last used integration type,"
    + "Created by an agent,Subject,Creation date,Closed date,Survey score,Survey replied date,"
    + "Assignee name,Assignee email,Customer email,Customer name,Customer last Shopify order,"
    + "First response time (s),Resolution time (s),Number of agent messages,"
    + "Number of customer messages,Contact reason,Product,Resolution\n"

  @Test func gorgiasTicketsTellOpenerFirstResponseEndAndRating() throws {
    let read = try VendorReading().read([
      "tickets.csv": Self.gorgias
        + "11,\"a,b\",email,,,False,Where?,2023-11-14 22:13:20,2023-11-14 23:13:20,4,"
        + "2023-11-15 00:13:20,Jess,jess@x.example,Cleo@mail.example,Cleo,,90,3600,1,1,,,\n"
        + "12,,chat,,,True,Offer,2023-11-14 22:13:20,,,,Jess,jess@x.example,d@mail.example,D,,5,,1,0,,,\n"
        + "13,,chat,,,False,Hm,2023-11-14 22:13:20,,,,,,e@mail.example,E,,,,0,1,,,\n"
    ])
    #expect(
      read.rows.map(\.brief) == [
        "default/chat/12 1700000000 out assignee=Jess",
        "default/chat/13 1700000000 in",
        "default/email/11 1700000000 in assignee=Jess",
        "default/email/11 1700000090 out assignee=Jess",
        "default/email/11 1700003600 event.closed assignee=Jess",
        "default/email/11 1700007200 event.other assignee=Jess rating=4000000",
      ])
    #expect(read.totals.rowsRead == 6)
    #expect(read.messageIDs[3] == "11#first-response")
    #expect(read.history.inputs[0].origin?.hasFirstResponsesAlone == true)
  }

  @Test func naiveTimesOfTicketsAreOfTheInputsZone() throws {
    let rows = try VendorReading(clock: TestClocks.paris).rows([
      "tickets.csv": Self.gorgias
        + "11,,email,,,False,,2023-11-14 23:13:20,2023-11-15 00:13:20,,,,,,,,90,,1,1,,,\n"
    ])
    #expect(
      rows == [
        "default/email/11 1700000000 in", "default/email/11 1700000090 out",
        "default/email/11 1700003600 event.closed",
      ])
  }

  @Test func zendeskTicketsBegunByTheirSubmitterAreOurs() throws {
    let read = try VendorReading().read([
      "z.csv": """
      Summation column,Id,Requester,Requester id,Requester email,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Solved at,Resolution time,Satisfaction Score,Replies,First reply time in minutes,First reply time in minutes within business hours
      1,501,Cleo,900,cleo@mail.example,Cleo,Ann,G,Hi,,Closed,,Mail,,2023-11-14 22:13,2023-11-15 22:13,,2023-11-14 23:13,1,Good,2,7,0
      1,502,Dee,901,dee@mail.example,Ann,Ann,G,Offer,,New,,Web form,,2023-11-14 22:13,,,,,Not Offered,0,3,
      1,503,Eve,902,eve@mail.example,Eve,,G,Hm,,Hold,,Mail,,2023-11-14 22:13,,,,,Not Offered,0,,
      """
    ])
    #expect(
      read.rows.map(\.brief) == [
        "default/mail/501 1699999980 in assignee=Ann done",
        "default/mail/501 1700000400 out assignee=Ann done",
        "default/mail/501 1700003580 event.closed assignee=Ann done",
        "default/mail/503 1699999980 in pending",
        "default/web form/502 1699999980 out assignee=Ann open",
      ])
    #expect(read.totals.unknownStatus == 0)
  }

  @Test func freshdeskTicketsHaveTheTimeOfTheirFirstResponse() throws {
    let rows = try VendorReading().rows([
      "f.csv": """
      Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,Initial response time,Time tracked,First response time (in hrs),Resolution time (in hrs),Agent interactions,Customer interactions,Tags,Full name,Contact ID
      7,Hi,Waiting on Customer,Low,Email,,Ann,,2023-11-14 22:13:20,,,,,2023-11-14 22:15:00,,00:01:40,,1,1,,Cleo,900
      8,Ho,Closed,Low,Portal,,Ann,,2023-11-14 22:13:20,,,2023-11-15 22:13:20,,,,,,0,1,,Dee,901
      """
    ])
    #expect(
      rows == [
        "default/email/7 1700000000 in assignee=Ann pending",
        "default/email/7 1700000100 out assignee=Ann pending",
        "default/portal/8 1700000000 in assignee=Ann done",
        "default/portal/8 1700086400 event.closed assignee=Ann done",
      ])
  }

  @Test func aTicketWhoseCreationCannotBeReadIsRejectedOnItsLine() throws {
    let read = try VendorReading().read([
      "tickets.csv": "\n" + Self.gorgias
        + "11,,email,,,False,\"two\nlines\",2023-11-14 22:13:20,,,,,,,,,90,,1,1,,,\n"
        + "12,,email,,,False,,soon,,,,,,,,,90,,1,1,,,\n"
    ])
    #expect(read.totals.rowsRead == 3)
    #expect(read.totals.rejected(.badTimestamp) == 1)
    var rows = RowFetcher(inputs: read.history.inputs)
    let raw = try rows.withRow(at: read.history.rejected[0].place) { $0.raw }
    #expect(String(decoding: raw, as: UTF8.self).hasPrefix("5,12,soon,inbound,12#created,"))
  }
}
