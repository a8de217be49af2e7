import Testing

@testable import MessageHistory

struct ChatLineTests {
  @Test(arguments: [
    ("12/15/25, 10:30:00 AM - Cleo: Hi", "12/15/25, 10:30:00 AM", "Cleo", "Hi"),
    ("12/15/25, 10:30\u{202F}AM - Cleo B: a: b", "12/15/25, 10:30 AM", "Cleo B", "a: b"),
    ("[15.01.24, 10:30:45] Cleo: Hi", "15.01.24, 10:30:45", "Cleo", "Hi"),
    (
      "\u{200E}[15.01.24, 10:30:45] \u{200E}Cleo: \u{200E}x", "15.01.24, 10:30:45", "Cleo",
      "\u{200E}x"
    ),
    ("26.10.2025, 20:40 - Cleo: Hi", "26.10.2025, 20:40", "Cleo", "Hi"),
    ("2024/12/01, 10:04 pm - +44 7700 900000: Hi", "2024/12/01, 10:04 pm", "+44 7700 900000", "Hi"),
    ("26/10/25 20:40 - Cleo: Hi", "26/10/25 20:40", "Cleo", "Hi"),
    ("26.10.25, 20.40 - Cleo:", "26.10.25, 20.40", "Cleo", ""),
    ("26/10/25, 20:40 - Cleo joined", "26/10/25, 20:40", nil, "Cleo joined"),
  ])
  func aMessageBeginsWithATime(
    line: String, timestamp: String, sender: String?, text: String
  ) throws {
    let message = try #require(ChatLine(Array(line.utf8)))
    #expect(String(decoding: message.timestamp, as: UTF8.self) == timestamp)
    #expect(message.sender.map { String(decoding: $0, as: UTF8.self) } == sender)
    #expect(String(decoding: message.text, as: UTF8.self) == text)
  }

  @Test(arguments: [
    "", "Hi", "10:30 - lunch: yes", "12/15/25 - all day: yes", "[note] 12/15/25, 10:30", "- : -",
    "12/15/25, 10:30 AM Cleo: Hi", "[12/15/25, 10:30", "conversation_id,timestamp,direction",
  ])
  func anyOtherLineGoesOnWithTheMessageBeforeIt(line: String) {
    #expect(ChatLine(Array(line.utf8)) == nil)
  }
}
