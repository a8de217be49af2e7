import MessageHistory
import Testing

struct VendorFormatTests {
  @Test func namesAreUniqueAndEveryFormatSaysWhereItWasSeen() {
    let names = VendorFormat.table.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(
      names == [
        "tidio", "intercom", "front", "kustomer", "discourse-chat", "webio", "chatwoot",
        "gorgias-tickets", "zendesk-tickets", "freshdesk-tickets", "gorgias-messages",
        "zendesk-comments", "zendesk-users", "twilio", "ringcentral", "twcs", "messenger",
        "instagram", "whatsapp", "crisp",
      ])
    for format in VendorFormat.table { #expect(format.note.contains("Seen in"), "\(format.name)") }
  }

  /// A file with the header of one format is never taken for another one.
  @Test(arguments: VendorFormat.table.filter { !$0.fingerprint.isEmpty })
  func aFingerprintIsOfOneFormatAlone(format: VendorFormat) throws {
    let header = format.fingerprint.joined(separator: ",") + "\n"
    let others = VendorFormat.table.filter { $0 != format && !$0.fingerprint.isEmpty }
    for other in others {
      #expect(!Set(other.fingerprint).isSubset(of: format.fingerprint))
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(header.utf8), to: "a.csv")
    var settings = VendorReading(own: ["Ann"]).settings
    settings.values = [:]
    // Kustomer's header needs two names more, which nobody has seen.
    guard format.name != "kustomer" else { return }
    let input = try PreparedInput(InputFile(path: path, name: "a.csv"), settings: settings)
    #expect(input.vendor == format)
  }

  @Test func aHeaderIsRecognisedInAnyOrderCaseAndWithMoreColumns() throws {
    let header = "Extra,message_content,Sender,channel,time_sent,thread_id,Conversation ID\n"
    #expect(try VendorReading().formats(["a.csv": header]) == ["tidio"])
  }

  @Test func canonicalColumnsAndConfiguredOnesAreReadTheGeneralWay() throws {
    let tidio = "CONVERSATION_ID,THREAD_ID,TIME_SENT,CHANNEL,SENDER,MESSAGE_CONTENT"
    #expect(
      try VendorReading().formats(["a.csv": tidio + ",timestamp,direction\n"]) == [nil])
    let configured = VendorReading(columns: [.direction: "SENDER"])
    #expect(try configured.formats(["a.csv": tidio + "\n"]) == [nil])
  }

  @Test func aChosenFormatThatDoesNotFitIsRefusedWithWhatIsMissing() throws {
    #expect(
      try VendorReading(format: "tidio").error(["a.csv": "conversation_id,SENDER,time\nc,x,1\n"])
        == "a.csv: error: the header is not that of tidio (found \"conversation_id\", \"SENDER\", "
        + "\"time\", expected also \"THREAD_ID\", \"TIME_SENT\", \"CHANNEL\", \"MESSAGE_CONTENT\"); "
        + "name another format, or write format: auto")
    #expect(
      try VendorReading(format: "whatsapp", own: ["x"]).error(["a.txt": "conversation_id,time\n"])
        == "a.txt: error: the text is not in the form of whatsapp (found another form, expected "
        + "that format's); name another format, or write format: auto")
  }

  @Test func aFamilyStandsForItsParts() {
    #expect(VendorFormat.named("gorgias").map(\.name) == ["gorgias-tickets", "gorgias-messages"])
    #expect(VendorFormat.named("zendesk-users").map(\.name) == ["zendesk-users"])
    #expect(VendorFormat.named("help").isEmpty)
    #expect(VendorFormat.names.contains("zendesk"))
  }

  @Test func aFormatThatNamesItsColumnsTakesNoOthers() throws {
    let reading = VendorReading(format: "freshdesk-tickets", columns: [.page: "Group"])
    let header =
      "Ticket ID,Status,Created time,Resolved time,Closed time,Initial response time,Group\n"
    #expect(
      try reading.error(["a.csv": header])
        == "a.csv: error: the format freshdesk-tickets names its columns itself (found columns, "
        + "expected none); remove columns, or the format")
  }

  @Test func anUnfoldedInputKeepsTheSizeAndFingerprintOfItsExport() throws {
    let text = "2023-11-14 22:13 - Cleo: Hi\n"
    let read = try VendorReading(own: ["Shop"]).read(["a.txt": text])
    var expected = BlockFingerprint()
    Array(text.utf8).withUnsafeBytes { expected.append($0) }
    #expect(read.history.inputs[0].origin?.file.size == text.utf8.count)
    #expect(read.history.fingerprints[0].hexadecimal == expected.hexadecimal)
  }
}
