import Foundation
import TestSupport
import Testing

/// What must not change a report: the order of rows, the split into files, the number of threads.
struct InvarianceTests {
  private static let configuration = """
    timezone: Europe/Paris
    period: 2026-11-02..2026-11-15
    as_of: 2026-11-20T12:00
    pages:
      - id: shop
        industry: retail
        office_hours: { mon-fri: "09:00-12:30, 13:30-18:00", sat: "21:00-02:00" }
        holidays: [2026-11-11]
    employees: { aliases: { "Anaïs L.": ["e2", "e3"] } }
    """

  private static func report(
    _ inputs: [String], into name: String, options: [String] = [], inputFile: String = "/dev/null",
    in place: borrowing TemporaryFolder
  ) throws -> ReportFolder {
    try place.write(configuration, to: "replymeter.yml")
    let outcome = try RunningTool.run(
      ["report"] + inputs + ["--output", name, "--quiet"] + options, in: place.path,
      inputFile: inputFile)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return ReportFolder(path: place.path + "/" + name)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func neitherOrderNorSplitOfRowsMatters(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let place = try TemporaryFolder()
    let history = GeneratedHistory(&random, count: 400)
    try place.write(history.file(), to: "whole.csv")
    let whole = try Self.report(["whole.csv"], into: "whole", in: place)
    try Recomputation(whole, scheduledPages: ["shop"]).check(whole, "\(random)")

    let shuffled = history.rows.shuffled(using: &random)
    try place.write(GeneratedHistory.header + shuffled.joined(), to: "shuffled.csv")
    let other = try Self.report(["shuffled.csv"], into: "shuffled", in: place)
    #expect(
      try whole.namesOfDifferences(from: other, ignoring: ["manifest.json"]) == [], "\(random)")

    var parts = Array(repeating: GeneratedHistory.header, count: 5)
    for row in shuffled { parts[random.number(in: 0..<parts.count)] += row }
    let names = try parts.enumerated().map { index, part in
      try place.write(part, to: "part\(index).csv")
      return "part\(index).csv"
    }
    let split = try Self.report(names, into: "split", in: place)
    #expect(
      try whole.namesOfDifferences(from: split, ignoring: ["manifest.json"]) == [], "\(random)")
  }

  @Test(arguments: [(seed: 11, count: 500, text: 40), (seed: 12, count: 12_000, text: 300)])
  func theNumberOfThreadsDoesNotMatter(seed: UInt64, count: Int, text: Int) throws {
    var random = SeededGenerator(seed: seed)
    let place = try TemporaryFolder()
    // Flaws included: repeated ids, doubles, rejects.
    let history = GeneratedHistory(&random, count: count, hasFlaws: true, textLength: text)
    try place.write(history.file(), to: "in.csv")
    let one = try Self.report(["in.csv"], into: "one", options: ["--threads", "1"], in: place)
    for threads in ["2", "3"] {
      let many = try Self.report(
        ["in.csv"], into: "many", options: ["--threads", threads], in: place)
      #expect(try one.namesOfDifferences(from: many) == [], "\(random), \(threads) threads")
    }
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    let first = try SampleReport()
    let second = try SampleReport()
    #expect(try first.folder.namesOfDifferences(from: second.folder) == [])
  }

  @Test func standardInputEqualsTheFile() throws {
    var random = SeededGenerator(seed: 21)
    let place = try TemporaryFolder()
    let file = try place.write(GeneratedHistory(&random, count: 300).file(), to: "in.csv")
    let named = try Self.report(["in.csv"], into: "named", in: place)
    let piped = try Self.report(["-"], into: "piped", inputFile: file, in: place)
    #expect(
      try named.namesOfDifferences(from: piped, ignoring: ["manifest.json"]) == [], "\(random)")
  }

  @Test func aFolderIsItsFilesByByteOrderOfNames() throws {
    var random = SeededGenerator(seed: 22)
    let place = try TemporaryFolder()
    let rows = GeneratedHistory(&random, count: 300, hasFlaws: true).rows
    // Capitals come before small letters, and é after z.
    let names = ["in/B.csv", "in/a10.csv", "in/a9.CSV", "in/z.txt", "in/é.tsv"]
    for (index, name) in names.enumerated() {
      let part = rows.enumerated().filter { $0.offset % names.count == index }.map(\.element)
      try place.write(GeneratedHistory.header + part.joined(), to: name)
    }
    try place.write("no history", to: "in/.hidden.csv")
    try place.write("no history", to: "in/notes.pdf")
    try place.write("no history", to: "in/below/deeper.csv")
    let listed = try Self.report(names, into: "listed", in: place)
    for (name, input) in [("folder", "in"), ("slash", "in/")] {
      let folder = try Self.report([input], into: name, in: place)
      #expect(try listed.namesOfDifferences(from: folder) == [], "\(random), \(input)")
    }
    let pattern = try Self.report(["in/[a-z]*.csv"], into: "pattern", in: place)
    let chosen = try Self.report(["in/a10.csv"], into: "chosen", in: place)
    #expect(try pattern.namesOfDifferences(from: chosen) == [], "\(random)")
  }

  // MARK: Repeated ids

  private static let header = "conversation_id,timestamp,direction,message_id,status\n"
  private static let early = "1,2026-11-05T09:00:00Z,inbound,m1,open\n"
  private static let late = "1,2026-11-05T10:00:00Z,inbound,m1,spam\n"

  /// Files of rows, and the instant and state of the one opener that is left.
  private static let repetitions: [(files: [String], at: String, state: String)] = [
    ([early + late], "2026-11-05T11:00:00+01:00", "excluded"),
    ([late + early], "2026-11-05T10:00:00+01:00", "missed"),
    ([early, late], "2026-11-05T11:00:00+01:00", "excluded"),
    ([late, early], "2026-11-05T10:00:00+01:00", "missed"),
    ([late + early, early, early + late], "2026-11-05T11:00:00+01:00", "excluded"),
  ]

  @Test(arguments: repetitions)
  func theLaterRowOfOneIdWins(files: [String], at: String, state: String) throws {
    let place = try TemporaryFolder()
    let names = try files.enumerated().map { index, rows in
      try place.write(Self.header + rows, to: "f\(index).csv")
      return "f\(index).csv"
    }
    let folder = try Self.report(names, into: "report", in: place)
    let openers = try folder.entries("openers")
    #expect(openers.map { $0["at"] } == [at])
    #expect(openers.map { $0["state"] } == [state])
    let quality = try folder.table("quality").rows
    let rows = files.joined().count / Self.early.count
    #expect(quality.first { $0[0] == "duplicates_with_id" }?[1] == "\(rows - 1)")
  }

  @Test func aFileGivenTwiceAddsOnlyDuplicates() throws {
    var random = SeededGenerator(seed: 23)
    let place = try TemporaryFolder()
    try place.write(GeneratedHistory(&random, count: 200).file(), to: "in.csv")
    let once = try Self.report(["in.csv"], into: "once", in: place)
    let twice = try Self.report(["in.csv", "in.csv"], into: "twice", in: place)
    #expect(
      try once.namesOfDifferences(from: twice)
        == [
          "email.html", "email.txt", "manifest.json", "quality.csv", "report.eml", "report.html",
          "report.json",
        ], "\(random)")
  }

  /// A history with accents and a rejected row, packed and written in many ways.
  @Test func neitherPackingNorEncodingMatters() throws {
    var random = SeededGenerator(seed: 1951)
    let place = try TemporaryFolder()
    let text = GeneratedHistory(&random, count: 300).file() + "é,never,inbound\n"
    try place.write(text, to: "plain/in.csv")
    let forms = [
      "gzip -c plain/in.csv", "zstd -qc plain/in.csv",
      "(head -c 999 plain/in.csv | gzip -c; tail -c +1000 plain/in.csv | gzip -c)",
      "iconv -f utf-8 -t utf-16 plain/in.csv | gzip -c",
      "iconv -f utf-8 -t utf-16be plain/in.csv",
    ]
    try place.write(text, to: "in.csv")
    let plain = try Self.report(["in.csv"], into: "plain-report", in: place)
    for (number, form) in forms.enumerated() {
      // Under one name, since rejected.csv tells it: what a file is called says nothing.
      let packing = try RunningTool.run(
        ["-c", form + " > in.csv"], program: "/bin/sh", in: place.path)
      #expect(packing.status == 0, "\(packing.errors)")
      let read = try Self.report(["in.csv"], into: "report\(number)", in: place)
      #expect(try plain.namesOfDifferences(from: read) == [], "\(form), \(random)")
    }
  }
}
