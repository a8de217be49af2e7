import DelimitedText
import Testing

struct DetectedDialectPropertyTests {
  /// A table written in a dialect, with text as people write it.
  private struct Writing {
    var dialect: Dialect
    var lineEnd: String
    var prose: [String]
    var rows: [[String]]

    var text: String {
      let header = ["conversation_id", "timestamp", "direction", "sender", "text"]
      let separator = String(UnicodeScalar(dialect.separator))
      return prose.map { $0 + lineEnd }.joined()
        + ([header] + rows).map { row in
          row.map(cell).joined(separator: separator) + lineEnd
        }.joined()
    }

    private func cell(_ text: String) -> String {
      guard let quote = dialect.quote else { return text }
      let needsQuotes = text.utf8.contains {
        $0 == dialect.separator || $0 == quote || $0 == Byte.lineFeed
          || $0 == Byte.carriageReturn
      }
      guard needsQuotes else { return text }
      let mark = String(UnicodeScalar(quote))
      let escape = dialect.escape == .backslash ? "\\" : mark
      let inner = text.map { String($0) == mark ? escape + mark : String($0) }.joined()
      return mark + inner + mark
    }
  }

  private static let openings = [
    "Hello, do you have this in red?", "Yes; and in blue, too.", "It says \"sold out\", why?",
    "That's odd", "See https://example.com/a?b=1", "Order 4711\nis late", "OK", "",
    "Can't find it: help!", "12 pieces, please",
  ]

  @Test func isTheOneThatTheRowsWereWrittenIn() {
    let seed: UInt64 = 2_026_11
    var random = SeededGenerator(seed: seed)
    for separator in [Byte.comma, Byte.semicolon, Byte.tab, Byte.bar] {
      for quote in [Byte.quote, Byte.apostrophe] {
        for escape in Dialect.Escape.allCases {
          for (lineEnd, expectedEnd) in [("\n", Dialect.LineEnd.lf), ("\r\n", .lf), ("\r", .cr)] {
            for proseLines in [0, 1, 3] {
              let writing = Writing(
                dialect: Dialect(
                  separator: separator, quote: quote, escape: escape, lineEnd: expectedEnd),
                lineEnd: lineEnd,
                prose: (0..<proseLines).map { "Export number \($0)" },
                rows: rows(&random))
              let note = "seed \(seed): \(writing.dialect), \(proseLines) lines of prose"
              let detection = withBytes(writing.text) {
                DialectDetection(sample: $0, isWholeInput: true)
              }
              #expect(detection.dialect == writing.dialect, "\(note)")
              #expect(detection.table.skippedRecords == proseLines, "\(note)")
            }
          }
        }
      }
    }
  }

  /// Enough rows that every kind of text comes.
  private func rows(_ random: inout SeededGenerator) -> [[String]] {
    var openings = Self.openings
    openings.shuffle(using: &random)
    return (0..<20).map { number in
      let opening = openings[number % openings.count]
      let minute = Int.random(in: 10..<60, using: &random)
      return [
        "c\(Int.random(in: 1...9, using: &random))", "2026-11-0\(number % 9 + 1)T10:\(minute):00Z",
        Bool.random(using: &random) ? "inbound" : "outbound", "Anna", opening,
      ]
    }
  }

  @Test func readsBackWhatTheWriterWrote() throws {
    let seed: UInt64 = 77
    var random = SeededGenerator(seed: seed)
    for separator in [Byte.comma, Byte.semicolon, Byte.tab, Byte.bar] {
      let rows = rows(&random)
      var writer = RecordWriter(separator: separator)
      for row in rows {
        for cell in row { writer.append(cell) }
        writer.endRecord()
      }
      var reader = try RecordReader(bytes: writer.bytes)
      #expect(try reader.rows().map(\.cells) == rows, "seed \(seed)")
    }
  }
}
