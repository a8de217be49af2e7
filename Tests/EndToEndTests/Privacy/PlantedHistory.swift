import TestSupport

/// A history in which every kind of private text is a word that stands nowhere else.
struct PlantedHistory: ~Copyable {
  /// A kind of private text.
  enum Kind: CaseIterable {
    /// Of messages that were read.
    case text
    /// Of rows that were rejected.
    case rejectedText
    case contactID, contactName, address, messageID
    case employeeKey, employeeName
    /// Of the alias under which the configuration joins employees.
    case employeeAlias
  }

  let place: TemporaryFolder

  /// Words, in small letters alone, that give a kind away.
  static let words: [Kind: [String]] = [
    .text: ["quokkatext", "quokkanote"], .rejectedText: ["quokkareject"],
    .contactID: ["kappacontact", "kappasender"],
    .contactName: ["zebulon", "mirabelle", "theodora"],
    .address: ["33698765432", "33711223344", "quistmail"], .messageID: ["wamidsecret"],
    .employeeKey: ["hesterkey", "ingridkey"], .employeeName: ["wilhelmina"],
    .employeeAlias: ["oxenford"],
  ]

  /// Under the key file `redaction.key`.
  static let configuration = """
    employees: { aliases: { "Oxenford": ["hesterkey@shop.example", "17"] } }
    automation: { senders: ["Bot"] }
    email: { subject: "Responsiveness {{period}}" }
    pages: [{ id: shop, name: Shop, targets: { response_rate: 0.9 } }]
    redaction: { key_file: redaction.key }

    """

  static let header =
    "conversation_id,timestamp,direction,message_id,page,channel,kind,sender_id,sender_name,"
    + "contact_id,contact_name,assignee,status,rating,text\n"

  init() throws {
    let place = try TemporaryFolder()
    try place.write(Self.header + Self.rows, to: "in.csv")
    try place.write(Self.configuration, to: "replymeter.yml")
    try place.write("a secret of these tests\n", to: "redaction.key")
    try place.makePrivate("redaction.key")
    self.place = place
  }

  private static let rows: String = {
    let conversations: [(id: String, channel: String, contact: String)] = [
      ("+33698765432", "whatsapp", ",Zebulon Quist"), ("+33711223344", "sms", "kappacontact,"),
      ("box@quistmail.example", "email", ","), ("c4", "messenger", "kappacontact,Zebulon Quist"),
      ("c5", "instagram", ","),
    ]
    var rows = ""
    for (day, conversation) in conversations.enumerated() {
      let (id, channel, contact) = conversation
      for hour in 0..<12 {
        let time = "2026-11-0\(day + 2)T\(hour + 10):0"
        let message = "\(day)-\(hour)@wamidsecret.example"
        rows +=
          "\(id),\(time)0:00Z,inbound,a\(message),shop,\(channel),,kappasender,Mirabelle,"
          + "\(contact),ingridkey,,,quokkatext \(hour)\n"
        // The last one is left waiting.
        guard hour < 11 else { continue }
        let sender = hour == 3 ? "17" : hour == 4 ? "ingridkey" : "hesterkey@shop.example"
        rows +=
          "\(id),\(time)5:00Z,outbound,b\(message),shop,\(channel),,\(sender),Wilhelmina,"
          + "\(contact),ingridkey,,5,quokkatext reply\n"
      }
      rows += "\(id),2026-11-0\(day + 2)T23:00:00Z,,n\(day),shop,\(channel),note,ingridkey,"
      rows += "Wilhelmina,\(contact),,,,quokkanote\n"
    }
    // Another contact of the same conversation ids, elsewhere; and rows that cannot be read.
    rows += "c6,2026-11-07T09:00:00Z,inbound,,Theodora's,whatsapp,,,Theodora,,,,,,quokkatext\n"
    rows += ",2026-11-07T10:00:00Z,inbound,,shop,whatsapp,,,Mirabelle,kappacontact,Zebulon,,,,"
    rows += "quokkareject zebulon@quistmail.example\n"
    rows += "+33711223344,soon,inbound,,shop,sms,,,Mirabelle,,,,,,\"quokkareject\n33698765432\"\n"
    rows += "+33711223344,2026-11-07T10:00:00Z,hither,,shop,sms,,hesterkey,Wilhelmina,,,,,,"
    return rows.replacing("Theodora's", with: "shop") + "quokkareject\n"
  }()
}
