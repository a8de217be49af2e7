import MessageHistory
import Testing

/// Words of closed lists that nobody knows.
struct UnknownWordTests {
  private func frequent(_ words: UnknownWords, ofRows rows: Int) -> [String] {
    words.frequent(ofRows: rows).map { "\(String(decoding: $0.word, as: UTF8.self)) \($0.count)" }
  }

  private static let header = "conversation_id,timestamp,direction,kind,status\n"

  @Test func wordsAreCountedByColumnInAnyCaseOfLetters() throws {
    let read = try readHistory(
      Self.header + "c,1,in,,\nc,2,User,,\nc,3,USER,,\nc,4,,,\nc,5,,,\nc,6,in,text,new\n"
        + "c,7,in,text,New\nc,8,in,image,new\n"
        + "c,9,in,,NEW\n")
    let counts = read.history.counts[0]
    #expect(frequent(counts.unknownDirections, ofRows: 9) == [" 2", "user 2"])
    #expect(frequent(counts.unknownKinds, ofRows: 9) == ["text 2"])
    #expect(counts.unknownKinds.total == 3)
    #expect(
      frequent(counts.unknownStatuses, ofRows: 9) == ["new 4"])
    #expect(read.totals.unknownStatus == 4)
  }

  @Test func whatIsRareIsNotNamed() throws {
    var rows = ""
    for row in 0..<300 {
      let word =
        switch row {
        case 0..<3: "third"
        case 3..<7: "fourth"
        default: "in"
        }
      rows += "c,\(row),\(word),,\n"
    }
    let counts = try HistoryReading(workers: 2).read(Self.header + rows).history.counts[0]
    // Three of three hundred are one in a hundred, and not more.
    #expect(frequent(counts.unknownDirections, ofRows: 300) == ["fourth 4"])
    #expect(counts.unknownDirections.total == 7)
  }

  @Test(arguments: [
    (["hither", "out-bound", "l'autre"], false),
    (["hither", "out-bound_msg", "zurück gesendet"], true),
    (["a", "b", "c", "d"], false),
    (["hither", "anna@example.com"], false),
    (["hither", "33639980221"], false),
    (["hither", "room 4"], false),
    (["where is it", "hither"], false),
    (["waitingforthecustomerscall", "hither"], false),
    (["Where is my parcel? I have waited for a week and nobody answers me"], false),
  ])
  func wordsAreToldOnlyWhereAllOfThemAreFewAndShort(words: [String], areTold: Bool) throws {
    let rows = (words + words).enumerated().map { "c,\($0.offset),in,,\"\($0.element)\"\n" }
    let counts = try readHistory(Self.header + rows.joined()).history.counts[0]
    #expect(counts.unknownStatuses.total == words.count * 2)
    #expect(counts.unknownStatuses.areVocabulary == areTold)
    #expect(
      counts.unknownStatuses.frequent(ofRows: rows.count).count == (areTold ? words.count : 0))
  }
}
