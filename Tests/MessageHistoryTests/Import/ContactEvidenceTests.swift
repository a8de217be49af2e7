import MessageHistory
import Testing

struct ContactEvidenceTests {
  private static let header =
    "conversation_id,timestamp,direction,contact_id,contact_name,sender_id,sender_name,kind\n"

  @Test(arguments: [
    ("in,1,Cleo,2,Cleo S,", ContactEvidence.Rank.contactID), ("in,,Cleo,2,Cleo S,", .senderID),
    ("in,,Cleo,,Cleo S,", .contactName), ("in,,,,Cleo S,", .senderName), ("in,,,,,", .none),
    ("in, , ,\u{A0}, ,", .none), ("out,1,,2,Ann,", .contactID), ("out,,Cleo,2,Ann,", .contactName),
    ("out,,,2,Ann,", .none), ("in,,,2,Cleo,bot", .senderID), ("in,,,2,Cleo,note", .none),
    (",1,,,,note", .contactID), (",,Cleo,2,x,closed", .contactName),
    ("in,,,2,x,sticker", .senderID),
  ])
  func aRowSaysWhoTheContactIsByItsStrongestCell(
    row: String, rank: ContactEvidence.Rank
  ) throws {
    #expect(try readHistory(Self.header + "c,1,\(row)").rows.map(\.contact.rank) == [rank])
  }

  @Test func ranksAreOrderedAsTheRulesOfContactsAre() {
    let ranks: [ContactEvidence.Rank] = [.contactID, .senderName, .none, .senderID, .contactName]
    #expect(ranks.sorted() == [.none, .senderName, .contactName, .senderID, .contactID])
  }

  @Test(arguments: [
    ("in,1,Cleo,2,Cleo S,", true, true), ("in,1,,2,,", false, false),
    ("out,1,Cleo,2,Ann,", true, false), ("in,1,,,Cleo,note", false, false),
  ])
  func aRowSaysWhichNamesItHas(row: String, contactName: Bool, senderName: Bool) throws {
    let contact = try readHistory(Self.header + "c,1,\(row)").rows.map(\.contact)
    #expect(contact.map(\.hasContactName) == [contactName])
    #expect(contact.map(\.hasSenderName) == [senderName])
  }

  @Test func equalKeysHaveEqualHashesAndOthersNot() throws {
    let read = try readHistory(
      Self.header + "a,1,in,17,,,,\nb,1,in, 17 ,Cleo,,,\nc,1,in,18,,,,\nd,1,out,,,5,,\n")
    #expect(read.contactKeys[0] == read.contactKeys[1])
    #expect(read.contactKeys[0] != read.contactKeys[2])
    #expect(read.contactKeys[3] == 0)
  }
}
