import DelimitedText
import Testing

struct DelimitedTextErrorWordingTests {
  @Test(arguments: [
    (
      DelimitedTextError.cannotOpen(path: "in/a.csv", code: 2),
      "in/a.csv: error: cannot open the file (No such file or directory); "
        + "check the path and its permissions"
    ),
    (
      .cannotRead(path: "in", byte: 4_096, code: 21),
      "in: error: cannot read the file from byte 4096 on (Is a directory); "
        + "check that it is a file and still there"
    ),
    (
      .notText(path: "a.xlsx", byte: 17),
      "a.xlsx: error: this is no text (found a zero byte at byte 17, expected none); "
        + "export the history as CSV in UTF-8"
    ),
    (
      .unexpectedUTF16(path: "a.csv"),
      "a.csv:1:1: error: the text is in another encoding (found UTF-16, expected UTF-8); "
        + "save it as CSV in UTF-8"
    ),
    (
      .recordTooLong(
        path: "a.csv", position: TextPosition(line: 12, record: 10, byte: 900), limit: 1_024,
        missing: .quote),
      "a.csv:12:1: error: the record has no end "
        + "(found more than 1024 bytes, expected at most 1024); "
        + "close the quote that is open in it, or set the quote that the file uses"
    ),
    (
      .recordTooLong(
        path: "a.csv", position: TextPosition(line: 1, record: 1, byte: 0), limit: 1_024,
        missing: .lineEnd),
      "a.csv:1:1: error: the record has no end "
        + "(found more than 1024 bytes, expected at most 1024); "
        + "end each row with a line end, and check that the file is a table"
    ),
  ])
  func saysWhatIsWrongWhereAndWhatToDo(error: DelimitedTextError, text: String) {
    #expect(error.description == text)
  }
}
