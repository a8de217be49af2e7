import MessageHistory
import Testing

struct HeaderNameTests {
  @Test(arguments: [
    ("timestamp", "timestamp"),
    ("Sent at ", "sent_at"),
    ("  --Sent--At--", "sent_at"),
    ("Message-ID", "message_id"),
    ("sentAt", "sentat"),
    ("Column 2", "column_2"),
    ("ÉTAT du ticket", "état_du_ticket"),
    ("\u{FEFF}timestamp", "timestamp"),
    ("***", ""),
    ("", ""),
  ])
  func foldsCaseAndAllButLettersAndDigits(header: String, folded: String) {
    #expect(HeaderName.folded(header) == folded)
  }
}
