import DelimitedText
import Testing

struct MissingEndTests {
  @Test(arguments: [
    ("a,b", Dialect(), MissingEnd.lineEnd),
    ("", Dialect(), .lineEnd),
    (#"a,"b"#, Dialect(), .quote),
    (#"a,"b","c"#, Dialect(), .quote),
    (#"a,"b ""c"" d","#, Dialect(), .lineEnd),
    // The doubled quote is text in the cell, which is still open.
    (#"a,"b """#, Dialect(), .quote),
    (#"a,"b \"c"#, Dialect(escape: .backslash), .quote),
    (#"a,"b \\",c"#, Dialect(escape: .backslash), .lineEnd),
    (#"a,\"b"#, Dialect(escape: .backslash), .quote),
    ("a,'b", Dialect(quote: UInt8(ascii: "'")), .quote),
    (#"a,"b"#, Dialect(quote: nil), .lineEnd),
  ])
  func theQuotesOfARecordTellWhetherOneIsOpen(text: String, dialect: Dialect, missing: MissingEnd) {
    let found = Array(text.utf8).withUnsafeBytes { MissingEnd(of: $0, dialect: dialect) }
    #expect(found == missing)
  }
}
