import DelimitedText
import Testing

@testable import MessageHistory

struct MessageHistoryErrorWordingTests {
  @Test(arguments: [
    (
      MessageHistoryError.cannotOpen(path: "in/a.csv", code: 2),
      "in/a.csv: error: cannot open the input (No such file or directory); "
        + "check the path and its permissions"
    ),
    (
      .cannotRead(path: "in/a.csv", byte: 4_096, code: 5),
      "in/a.csv: error: cannot read the input from byte 4096 on (Input/output error); "
        + "check that it is still there"
    ),
    (
      .cannotSpool(folder: "copies", code: 28),
      "copies: error: cannot keep a copy of an input that is compressed, in another encoding, "
        + "or can be read only once (No space left on device); "
        + "make room there, or set TMPDIR to another folder"
    ),
    (
      .cannotSpill(folder: "copies", code: 28),
      "copies: error: cannot keep messages that do not fit into memory (No space left on device); "
        + "make room there, set TMPDIR to another folder, or give more with --memory"
    ),
    (
      .noMemory(path: "a.gz"),
      "a.gz: error: there is no memory to unpack the input; run again when there is more"
    ),
    (
      .compressed(path: "a.gz", compression: .gzip, flaw: .truncated),
      "a.gz: error: the compressed input ends too early "
        + "(found its end inside the gzip data, expected it behind); copy or export it again"
    ),
    (
      .compressed(path: "a.zst", compression: .zstd, flaw: .damaged(byte: 77)),
      "a.zst: error: the compressed input is damaged "
        + "(found what is no zstd data near byte 77); copy or export it again"
    ),
    (
      .compressed(
        path: "a.gz", compression: .gzip, flaw: .expandsTooMuch(packed: 9, unpacked: 9_000)),
      "a.gz: error: the compressed input grows too much to be a history "
        + "(found 9000 bytes in 9 of gzip, expected at most 500 for each); "
        + "if it is one, unpack it first"
    ),
    (
      .compressed(path: "a.zst", compression: .zstd, flaw: .windowTooLarge),
      "a.zst: error: unpacking the input would take more than 128 MiB of memory; "
        + "compress it without --long or --ultra, or unpack it first"
    ),
    (
      .changedWhileRead(path: "a.csv"),
      "a.csv: error: the input changed while it was read "
        + "(found another size or time, expected those of its opening); "
        + "run again when its export is complete"
    ),
    (
      .emptyFile(path: "a.csv"),
      "a.csv: error: the input is empty (found no header, expected a header and rows); "
        + "export the history again"
    ),
    (
      .notText(path: "a.xlsx", byte: 17),
      "a.xlsx: error: this is no text (found a zero byte at byte 17, expected none); "
        + "export the history as CSV in UTF-8"
    ),
    (
      .unsupportedEncoding(path: "a.csv", encoding: .named("windows-1257")),
      "a.csv:1:1: error: this system cannot convert the text "
        + "(found windows-1257, expected UTF-8); save it as CSV in UTF-8"
    ),
    (
      .recordTooLong(path: "a.csv", byte: 900, limit: 67_108_864, missing: .quote),
      "a.csv: error: the record that begins at byte 900 has no end "
        + "(found more than 67108864 bytes, expected at most 67108864); "
        + "close the quote that is open in it, or set the quote that the file uses"
    ),
    (
      .recordTooLong(path: "a.csv", byte: 0, limit: 4_194_304, missing: .lineEnd),
      "a.csv: error: the record that begins at byte 0 has no end "
        + "(found more than 4194304 bytes, expected at most 4194304); "
        + "end each row with a line end, and check that the file is a table"
    ),
    (
      .noUsableTimestamp(path: "a.csv", rows: 12, datesAlone: 0),
      "a.csv: error: no row has a timestamp that can be read "
        + "(found none in 12 rows, expected a date with a time, as ISO 8601, or Unix time); "
        + "name the column that holds it: columns: { timestamp: \"…\" }"
    ),
    (
      .noUsableTimestamp(path: "a.csv", rows: 12, datesAlone: 11),
      "a.csv: error: no row has a timestamp that can be read (found 11 dates without a time in 12 "
        + "rows, expected a date with a time, as ISO 8601, or Unix time); "
        + "name the column that holds it: columns: { timestamp: \"…\" }"
    ),
    (
      .noKnownDirection(path: "a.csv", rows: 1, words: []),
      "a.csv: error: no row has a known direction "
        + "(found none in 1 row, expected inbound or outbound); "
        + "say what its words mean: values: { direction: { \"…\": inbound, \"…\": outbound } }"
    ),
    (
      .tooManyBytes(count: 20_000_000_000_000, limit: 17_592_186_044_416),
      "error: there is too much to read at once (found 20000000000000 bytes of inputs, expected at most "
        + "17592186044416); report on a part at a time"
    ),
  ])
  func saysWhatIsWrongWhereAndWhatToDo(error: MessageHistoryError, message: String) {
    #expect(error.message == message)
  }

  @Test func namesTheWordsThatMayBeDirections() {
    let words = ["", "user", "a\"\u{1B}b"].map { Array($0.utf8) }
    #expect(
      MessageHistoryError.noKnownDirection(path: "a.csv", rows: 9, words: words).message
        == "a.csv: error: no row has a known direction "
        + "(found none in 9 rows, expected inbound or outbound); say what its words mean: "
        + "values: { direction: { \"user\": …, \"a\\\"\u{FFFD}b\": … } }")
  }

  @Test(arguments: [
    (
      ColumnMappingFlaw.neededColumnMissing(
        column: .timestamp, header: ["conversation_id", "Timestmap", "direction"]),
      "there is no column timestamp (found \"conversation_id\", \"Timestmap\", \"direction\", "
        + "expected \"timestamp\" or a synonym); the nearest is \"Timestmap\"; "
        + "if that is it: columns: { timestamp: \"Timestmap\" }"
    ),
    (
      .neededColumnMissing(column: .direction, header: ["Zeit", "Richtung", "message_id"]),
      "there is no column direction (found \"Zeit\", \"Richtung\", \"message_id\", "
        + "expected \"direction\" or a synonym); "
        + "name the column that holds it: columns: { direction: \"…\" }"
    ),
    (
      // `message_date` is a synonym, but `message_id` means another column.
      .neededColumnMissing(column: .timestamp, header: ["message_id"]),
      "there is no column timestamp (found \"message_id\", expected \"timestamp\" or a synonym); "
        + "name the column that holds it: columns: { timestamp: \"…\" }"
    ),
    (
      .ambiguousColumn(column: .timestamp, names: ["Created \"at\"", "sent_at"]),
      "several columns could be timestamp (found \"Created \"at\"\", \"sent_at\", expected one); "
        + "name the one to read: columns: { timestamp: \"Created \\\"at\\\"\" }"
    ),
    (
      .configuredColumnMissing(column: .text, name: "Wordz", header: ["Words", "timestamp"]),
      "the column that the configuration names for text is not there "
        + "(found \"Words\", \"timestamp\", expected \"Wordz\"); the nearest is \"Words\"; "
        + "if that is it: columns: { text: \"Words\" }"
    ),
  ])
  func showsTheHeaderAndALineOfConfigurationThatHelps(
    flaw: ColumnMappingFlaw, wording: String
  ) {
    #expect(
      MessageHistoryError.columns(path: "a.csv", flaw: flaw).message == "a.csv: error: " + wording)
  }

  @Test func showsAtMostTwelveNamesOfFortyCharactersAndNothingThatDrivesATerminal() {
    let header = ["\u{1B}[31mred", String(repeating: "n", count: 50)] + (3...20).map { "x\($0)" }
    let error = MessageHistoryError.columns(
      path: "a.csv", flaw: .neededColumnMissing(column: .timestamp, header: header))
    #expect(
      error.message
        == "a.csv: error: there is no column timestamp (found \"\u{FFFD}[31mred\", "
        + "\"\(String(repeating: "n", count: 40))…\", \"x3\", \"x4\", \"x5\", \"x6\", \"x7\", "
        + "\"x8\", \"x9\", \"x10\", \"x11\", \"x12\" and 8 more, "
        + "expected \"timestamp\" or a synonym); "
        + "name the column that holds it: columns: { timestamp: \"…\" }")
  }

  @Test(arguments: [
    (
      Column.direction, "inwards",
      "a word is mapped to one that direction does not know "
        + "(found \"inwards\", expected inbound or outbound); correct values: { direction: … }"
    ),
    (
      .kind, "robot",
      "a word is mapped to one that kind does not know (found \"robot\", "
        + "expected human, automated, note or the name of an event); correct values: { kind: … }"
    ),
    (
      .status, "lost",
      "a word is mapped to one that status does not know "
        + "(found \"lost\", expected open, pending, done or spam); correct values: { status: … }"
    ),
    (
      .tag, "vip",
      "a word is mapped to one that tag does not know (found \"vip\", expected human_agent, "
        + "confirmed_event_update, post_purchase_update or account_update); "
        + "correct values: { tag: … }"
    ),
    (
      .page, "shop",
      "the words of a column that has no closed list are mapped "
        + "(found page, expected direction, kind, status or tag); remove it from values"
    ),
  ])
  func saysWhichWordsAColumnKnows(column: Column, word: String, wording: String) {
    let flaw = ValueMappingFlaw(column: column, word: word)
    #expect(
      MessageHistoryError.values(path: "a.csv", flaw: flaw).message == "a.csv: error: " + wording)
  }
}
