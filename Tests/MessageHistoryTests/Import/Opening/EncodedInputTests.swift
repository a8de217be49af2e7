import DelimitedText
import TestSupport
import Testing

@testable import MessageHistory

/// Encoding × compression: what is written so is read back equal.
struct EncodedInputTests {
  /// How a text is written, and whether that has to be named.
  private enum Form: CaseIterable {
    case utf8, utf8Marked, utf16Little, utf16LittleMarked, utf16Big, utf16BigMarked, utf32Little,
      utf32BigMarked, windows1252

    /// Letters that the form can write.
    var letters: [Character] {
      switch self {
      case .windows1252: Array("abcdeéüßñà,;'")
      default: Array("abcdeéßЖψ日本🙏,;'")
      }
    }

    func bytes(of text: String) -> [UInt8] {
      switch self {
      case .utf8: Array(text.utf8)
      case .utf8Marked: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case .utf16Little: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .utf16LittleMarked: Form.utf16Little.bytes(of: "\u{FEFF}" + text)
      case .utf16Big: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case .utf16BigMarked: Form.utf16Big.bytes(of: "\u{FEFF}" + text)
      case .utf32Little:
        text.unicodeScalars.flatMap { scalar in
          withUnsafeBytes(of: scalar.value.littleEndian) { Array($0) }
        }
      case .utf32BigMarked:
        ("\u{FEFF}" + text).unicodeScalars.flatMap { scalar in
          withUnsafeBytes(of: scalar.value.bigEndian) { Array($0) }
        }
      case .windows1252: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      }
    }
  }

  private static let packings: [@Sendable ([UInt8]) -> [UInt8]] = [
    { $0 }, { $0.gzipped() }, { $0.zstandardised() },
  ]

  private func text(of letters: [Character], rows: Int, _ random: inout SeededGenerator) -> String {
    "conversation_id,timestamp,direction,text\n"
      + (1...rows).map { row in
        let words = (0..<random.number(in: 1..<6)).map { _ -> String in
          let inner = (0..<random.number(in: 0..<4)).compactMap { _ in random.element(of: letters) }
          return "a" + String(inner) + "z"
        }
        return "c,\(row),in,\"\(words.joined(separator: " "))\"\n"
      }.joined()
  }

  @Test func isReadBackAsItWasWritten() throws {
    var random = SeededGenerator(seed: 10646)
    for form in Form.allCases {
      for rows in [20, 20, 200] {
        let text = text(of: form.letters, rows: rows, &random)
        let expected = try HistoryReading().read([Array(text.utf8)]).texts
        for pack in Self.packings {
          let read = try HistoryReading().read([pack(form.bytes(of: text))])
          let isEqual = read.texts == expected
          #expect(isEqual, "\(form), \(rows) rows, \(random)")
        }
      }
    }
  }

  /// Many blocks, with characters across their borders.
  @Test func largeTextsAreRewrittenWhole() throws {
    var random = SeededGenerator(seed: 3629)
    let text = text(of: Form.utf16Big.letters, rows: 20_000, &random)
    let folder = try TestSupport.TemporaryFolder()
    for form in [Form.utf16Little, .utf16BigMarked, .utf32Little] {
      let path = try folder.write(form.bytes(of: text).gzipped(), to: "in")
      let file = try InputFile(path: path, name: "in")
      let isEqual = try file.wholeContent() == Array(text.utf8)
      #expect(isEqual, "\(form), \(random)")
    }
  }

  @Test func anEncodingCanBeNamed() throws {
    let folder = try TestSupport.TemporaryFolder()
    let path = try folder.write([0x93, 0xFA, 0x96, 0x7B], to: "in")
    let file = try InputFile(path: path, name: "in", encoding: .named("shift_jis"))
    #expect(try file.wholeContent() == Array("日本".utf8))
    #expect(
      file.encoding == EncodingDetection(encoding: .named("shift_jis"), evidence: .configured))
  }

  @Test func recordsWithBytesThatAreNoUTF8AreCounted() throws {
    let text = "conversation_id,timestamp,direction,text\nc,1,in,é\nc,2,in,é\n"
    let bytes =
      Array(text.utf8) + Array("c,3,in,x".utf8) + [0xFF, 0x0A]
      + Array("c,4,in,é\nc,5,in,".utf8) + [0xC3, 0x0A]
    let counts = try HistoryReading().read([bytes]).history.counts[0]
    #expect(counts.recordsNotUTF8 == 2)
    #expect(counts.firstNotUTF8 == text.utf8.count)
  }
}
