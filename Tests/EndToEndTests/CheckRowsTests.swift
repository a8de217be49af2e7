import TestSupport
import Testing

/// The rows that `check` prints, and on what evidence they were told apart.
struct CheckRowsTests {
  private func run(
    _ arguments: [String], on text: String, configuration: String? = nil
  ) throws -> RunningTool.Outcome {
    let place = try TemporaryFolder()
    _ = try place.write(Array(text.utf8), to: "x.csv")
    if let configuration { _ = try place.write(Array(configuration.utf8), to: "replymeter.yml") }
    return try RunningTool.run(["check"] + arguments, in: place.path)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", "a,b\n1,2\n", ""),
    ("", "", ""),
    // Apostrophes, backslashes, padding; line breaks and bytes that are no UTF-8 aside.
    ("a;b\r\n1;'x; y'\r\n2;'z; w'\r\n", "a,b\n1,x; y\n2,z; w\n", ""),
    ("a, b\n1, \"x, y\"\n2, \"z, w\"\n", "a,b\n1,\"x, y\"\n2,\"z, w\"\n", ""),
    // Ragged rows stay ragged.
    ("a,b,c\n1\n1,2,3,4\n5,6,7\n", "a,b,c\n1\n1,2,3,4\n5,6,7\n", ""),
    (
      "Messages\n\na,b,c\n1,2,3\n,,\n", "a,b,c\n1,2,3\n",
      """
      x.csv:1: note: 1 record before the table left out; to read them, set skip_lines: 0
      x.csv: note: 1 blank record left out

      """
    ),
    (
      "a,b\n1,\"x\" y\n2,\"z\"\n", "a,b\n1,x y\n2,z\n",
      "x.csv: warning: 1 quote where none may stand, read as text; if cells look wrong, set quote "
        + "or escape\n"
    ),
    (
      "a,b\n1,\"x\"\n2,\"y\"\n3,\"open\n4,z\n", "a,b\n1,x\n2,y\n3,\"open\n4,z\n\"\n",
      "x.csv: warning: a quote is still open at the end, and what follows it was read as one "
        + "cell; close it, or set quote: none\n"
    ),
  ])
  func printsTheRowsAsTheyWereRead(text: String, rows: String, remarks: String) throws {
    #expect(
      try run(["--rows", "x.csv"], on: text)
        == RunningTool.Outcome(status: 0, output: rows, errors: remarks))
  }

  @Test func theConfigurationOverrulesDetection() throws {
    let configuration = """
      inputs:
        - path: x.csv
          separator: "#"
          quote: none
          skip_lines: 1
      """
    let outcome = try run(
      ["--rows"], on: "a title\n1#\"x\n2#y,z\n", configuration: configuration)
    #expect(outcome == .init(status: 0, output: "1,\"\"\"x\"\n2,\"y,z\"\n", errors: ""))
  }

  @Test func tellsTheDialectAndOnWhatEvidence() throws {
    let outcome = try run(["x.csv"], on: "Messages\n\na;b;c\n1;2;x y\n3;4;5\n")
    // Three of four records are three cells wide: (3/4)² · 2/3, and all cells look like cells.
    let expected = """
      x.csv
        text        utf-8: only ASCII in the sample
        dialect     separator ';', quote '"', quotes doubled inside quotes, lines end with LF or CR LF
                    3 of 4 records have 3 cells, score 0.375
        table       begins on line 3, with a header
        refused     x.csv: error: there is no column conversation_id
      """
    #expect(outcome.output.hasPrefix(expected))
    #expect(outcome.status == 65)
  }

  @Test func printsTheRowsOfOneInputOnly() throws {
    let outcome = try run(["--rows", "x.csv", "x.csv"], on: "a,b\n")
    #expect(
      outcome
        == .refusal(
          64, "error: '--rows' reads one input (found 2, expected 1); name the file to read"))
  }

  @Test func aNameWithoutAHeaderIsRefused() throws {
    let configuration = """
      inputs:
        - path: x.csv
          header: false
          columns: { timestamp: Sent at }
      """
    let outcome = try run([], on: "a,b\n", configuration: configuration)
    #expect(outcome.status == 78)
    #expect(
      outcome.errors.contains(
        "error: a file without a header has no names in 'timestamp' (found 'Sent at', expected the column's "
          + "position, from 1)"))
  }
}
