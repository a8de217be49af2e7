import MessageHistory
import Testing

/// Exports that are no tables.
///
/// 1_700_000_000 is 2023-11-14T22:13:20Z.
struct TextFormatTests {
  // MARK: Meta

  private static let messenger = #"""
    {
      "participants": [ { "name": "Cleo \u00c3\u0089" }, { "name": "My Page" } ],
      "messages": [
        { "sender_name": "My Page", "timestamp_ms": 1700000010500,
          "content": "Voil\u00c3\u00a0 \u00f0\u009f\u0098\u0080, \"so\"", "is_geoblocked_for_viewer": false },
        { "sender_name": "Cleo \u00c3\u0089", "timestamp_ms": 1700000005000,
          "photos": [ { "uri": "a, ]}.jpg", "creation_timestamp": 1 } ] },
        { "sender_name": "Cleo \u00c3\u0089", "timestamp_ms": 1700000000000,
          "content": "Hi", "reactions": [ { "reaction": "x", "actor": "My Page" } ] },
        { "sender_name": "My Page", "timestamp_ms": 1699999990000, "content": "Call", "type": "Call" }
      ],
      "title": "Cleo \u00c3\u0089", "is_still_participant": true,
      "thread_path": "inbox/cleo_123", "magic_words": []
    }
    """#

  @Test func messengersTextIsEncodedTwiceAndThePageTellsTheDirection() throws {
    let read = try VendorReading(format: "messenger", own: ["My Page"]).read([
      "message_1.json": Self.messenger
    ])
    #expect(
      read.rows.map(\.brief) == [
        "default/messenger/inbox/cleo_123 1699999990 event.other 'Call'",
        "default/messenger/inbox/cleo_123 1700000000 in 'Hi'",
        "default/messenger/inbox/cleo_123 1700000005 in",
        "default/messenger/inbox/cleo_123 1700000010 out 'Voilà 😀, \"so\"'",
      ])
    var rows = RowFetcher(inputs: read.history.inputs)
    let name = try rows.withRow(at: read.places[1]) { $0.cell(.senderName) }
    #expect(String(decoding: name, as: UTF8.self) == "Cleo É")
  }

  @Test(arguments: [
    ("your_instagram_activity/messages/inbox/c_1/message_1.json", "instagram"),
    ("your_facebook_activity/messages/inbox/c_1/message_1.json", "messenger"),
  ])
  func metasFoldersTellMessengerFromInstagram(name: String, format: String) throws {
    let reading = VendorReading(own: ["My Page"])
    #expect(
      try reading.formats(KeyValuePairs(dictionaryLiteral: (name, Self.messenger))) == [format])
  }

  @Test func aMetaFileIsRefusedWhereItsNetworkOrOurNameIsNotKnown() throws {
    let own = VendorReading(own: ["My Page"])
    #expect(
      try own.error(["message_1.json": Self.messenger])
        == "message_1.json: error: the input fits several formats (found messenger and instagram, "
        + "expected one); say which: format: messenger")
    #expect(
      try VendorReading(format: "instagram", own: ["Other"]).error([
        "message_1.json": Self.messenger
      ])
        == "message_1.json: error: none of our names takes part in the conversation of instagram "
        + "(found other participants, expected one of own); "
        + "write the name as the export has it: own: [\"…\"]")
    #expect(
      try VendorReading(format: "messenger").error(["message_1.json": Self.messenger])?
        .hasPrefix("message_1.json: error: nothing but the sender tells the direction in messenger")
        == true)
  }

  @Test func brokenJSONIsAnErrorWithItsLine() throws {
    let cut = String(Self.messenger.prefix(420))
    #expect(
      try VendorReading(format: "messenger", own: ["My Page"]).error(["m.json": cut])
        == "m.json: error: the text is not in the form of messenger (found another form, expected "
        + "that format's); name another format, or write format: auto")
    let halfAList = "[{\"messages\":[{\"from\":\"user\",\"date\":1}]},\n{\"messages\":"
    #expect(
      try VendorReading(format: "crisp").error(["c.json": halfAList])
        == "c.json:2: error: the JSON breaks off here or is none "
        + "(found something else, expected a whole document); export the history again")
  }

  // MARK: Crisp

  @Test func crispNamesConversationsByTheirPlace() throws {
    let read = try VendorReading().read([
      "exports/conversations.json": #"""
      [{ "user": { "name": "Cleo", "email": "cleo@mail.example", "country": "US" },
         "messages": [
           { "text": "Hi", "date": 1700000000000, "from": "user" },
           { "note": "psst", "date": 1700000005000, "from": "operator" },
           { "text": "Hello", "date": 1700000010000, "from": "operator" } ] },
       { "messages": [ { "from": "user", "text": "Hey", "date": 1700000000000 } ],
         "user": { "name": "Dee" } }]
      """#
    ])
    #expect(
      read.rows.map(\.brief) == [
        "default/default/conversations.json#1 1700000000 in 'Hi'",
        "default/default/conversations.json#1 1700000005 note 'psst'",
        "default/default/conversations.json#1 1700000010 out 'Hello'",
        "default/default/conversations.json#2 1700000000 in 'Hey'",
      ])
    #expect(read.history.inputs[0].vendor?.name == "crisp")
  }

  // MARK: WhatsApp

  @Test func whatsAppChatsAreReadWithTheirLinesMarksAndNotices() throws {
    let chat =
      "2023-11-14 22:13 - Messages and calls are end-to-end encrypted. Tap to learn more.\n"
      + "2023-11-14 22:13 - Cleo: Hi: are you there?\n"
      + "second line\n"
      + "\n"
      + "2023-11-14 22:14 - Shop: \u{200E}image omitted\r\n"
      + "2023-11-14 22:15 - You changed the group description\n"
    let read = try VendorReading(own: ["Shop"]).read(["in/WhatsApp Chat with Cleo.txt": chat])
    #expect(
      read.rows.map(\.brief) == [
        "default/whatsapp/WhatsApp Chat with Cleo 1699999980 in "
          + "'Hi: are you there?\nsecond line\n'",
        "default/whatsapp/WhatsApp Chat with Cleo 1699999980 event.other "
          + "'Messages and calls are end-to-end encrypted. Tap to learn more.'",
        "default/whatsapp/WhatsApp Chat with Cleo 1700000040 out '\u{200E}image omitted'",
        "default/whatsapp/WhatsApp Chat with Cleo 1700000100 event.other "
          + "'You changed the group description'",
      ])
  }

  @Test func anIPhonesChatIsCalledByItsFolder() throws {
    let chat = "\u{200E}[2023-11-14 22:13:20] Cleo: Hi\n[2023-11-14 22:13:30] Shop: Hello"
    #expect(
      try VendorReading(own: ["Shop"]).rows(["WhatsApp Chat - Cleo/_chat.txt": chat]) == [
        "default/whatsapp/WhatsApp Chat - Cleo 1700000000 in 'Hi'",
        "default/whatsapp/WhatsApp Chat - Cleo 1700000010 out 'Hello'",
      ])
  }
}
