import DelimitedText
import MessageHistory
import TestSupport
import Testing

/// A history written by us in some dialect, encoding, form of timestamps and packing is read back as
/// the plain one is.
struct WrittenFormFuzzTests {
  /// How a file is written.
  private struct Form: CustomStringConvertible {
    var separator: Character
    var quote: Character
    var isBackslashEscaped: Bool
    var lineEnd: String
    var proseLines: Int
    var encoding: Encoding
    var timestamps: TimestampForm
    var packing: Packing

    static let plain = Form(
      separator: ",", quote: "\"", isBackslashEscaped: false, lineEnd: "\n", proseLines: 0,
      encoding: .utf8, timestamps: .iso, packing: .none)

    init(
      separator: Character, quote: Character, isBackslashEscaped: Bool, lineEnd: String,
      proseLines: Int, encoding: Encoding, timestamps: TimestampForm, packing: Packing
    ) {
      (self.separator, self.quote, self.isBackslashEscaped) = (separator, quote, isBackslashEscaped)
      (self.lineEnd, self.proseLines, self.encoding) = (lineEnd, proseLines, encoding)
      (self.timestamps, self.packing) = (timestamps, packing)
    }

    init(_ random: inout SeededGenerator) {
      self.init(
        separator: random.element(of: [",", ";", "\t", "|"]) ?? ",",
        quote: random.element(of: ["\"", "'"]) ?? "\"",
        isBackslashEscaped: random.number(in: 0..<3) == 0,
        lineEnd: random.element(of: ["\n", "\r\n", "\r"]) ?? "\n",
        proseLines: random.element(of: [0, 0, 2]) ?? 0,
        encoding: random.element(of: Encoding.allCases) ?? .utf8,
        timestamps: random.element(of: TimestampForm.allCases) ?? .iso,
        packing: random.element(of: Packing.allCases) ?? .none)
    }

    var description: String {
      "separator \(Array(separator.utf8)), quote \(quote), "
        + "\(isBackslashEscaped ? "escaped" : "doubled"), line end \(Array(lineEnd.utf8)), "
        + "\(proseLines) lines of prose, \(encoding), \(timestamps), \(packing)"
    }
  }

  private enum Encoding: CaseIterable {
    case utf8, utf8Marked, utf16LittleEndian, utf16BigEndian, utf16Unmarked, windows1252

    func bytes(of text: String) -> [UInt8] {
      switch self {
      case .utf8: Array(text.utf8)
      case .utf8Marked: [0xEF, 0xBB, 0xBF] + text.utf8
      case .utf16LittleEndian: [0xFF, 0xFE] + Self.littleEndian(text)
      case .utf16BigEndian:
        [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case .utf16Unmarked: Self.littleEndian(text)
      // All letters of these histories are the same in Latin 1.
      case .windows1252: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      }
    }

    private static func littleEndian(_ text: String) -> [UInt8] {
      text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
  }

  private enum Packing: CaseIterable {
    case none, gzip, zstd

    func packed(_ bytes: [UInt8]) -> [UInt8] {
      switch self {
      case .none: bytes
      case .gzip: bytes.gzipped()
      case .zstd: bytes.zstandardised()
      }
    }
  }

  private struct Row {
    var conversation: String
    var instant: Int64
    var direction: String
    var sender: String
    var text: String
  }

  private static let header = [
    "conversation_id", "timestamp", "direction", "sender_name", "text", "page",
  ]

  private static let words = [
    "Bonjour", "la commande", "n'est", "pas arriv\u{E9}e", "r\u{E9}ponse", "\u{E0} bient\u{F4}t",
    "M\u{FC}ller", "gr\u{FC}\u{DF}t", "\"hier\"", "12, 13", "a;b", "x|y", "caf\u{E9}",
    "d\u{E9}j\u{E0}",
    "tr\u{E8}s", "merci",
  ]

  private func rows(_ random: inout SeededGenerator, precision: Int64) -> [Row] {
    (0..<80).map { number in
      let isInbound = number == 0 || random.number(in: 0..<2) == 0
      let day = Int64(random.number(in: 19_000..<20_400))
      let raw = day * 86_400_000 + Int64(random.number(in: 0..<86_400_000))
      let text = (0..<random.number(in: 1..<9)).map { _ in random.element(of: Self.words) ?? "" }
      return Row(
        conversation: "c\(random.number(in: 0..<20))", instant: raw / precision * precision,
        direction: isInbound ? "inbound" : "outbound",
        sender: isInbound ? "Zo\u{EB}" : random.element(of: ["L\u{E9}a", "J\u{F6}rg"]) ?? "",
        text: text.joined(separator: random.number(in: 0..<9) == 0 ? "\n" : " "))
    }
  }

  private func bytes(_ rows: [Row], _ form: Form, _ random: inout SeededGenerator) -> [UInt8] {
    func written(_ cell: String) -> String {
      let special = "\"'\\,;|\t\n".unicodeScalars
      guard cell.unicodeScalars.contains(where: special.contains) else { return cell }
      let quote = String(form.quote)
      let escape = form.isBackslashEscaped ? "\\" : quote
      return quote
        + cell.split(separator: quote, omittingEmptySubsequences: false)
        .joined(separator: escape + quote) + quote
    }
    var lines = (0..<form.proseLines).map { "Export of our inbox, part \($0 + 1)" }
    lines.append(Self.header.joined(separator: String(form.separator)))
    for row in rows {
      let cells = [
        row.conversation, form.timestamps.text(row.instant, clock: .utc, &random), row.direction,
        row.sender, row.text, "shop",
      ]
      lines.append(cells.map(written).joined(separator: String(form.separator)))
    }
    let text = lines.map { $0 + form.lineEnd }.joined()
    return form.packing.packed(form.encoding.bytes(of: text))
  }

  /// What an encoding without the space that some forms put before AM and PM would lose.
  private func isWritable(_ form: Form) -> Bool {
    switch form.timestamps {
    case .monthShortYear, .yearSlash, .dayBracketed: form.encoding != .windows1252
    default: true
    }
  }

  @Test(arguments: Array(1...24) as [UInt64])
  func whatIsWrittenInAnyFormIsReadAsThePlainOne(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<8 {
      let form = Form(&random)
      guard isWritable(form) else { continue }
      let rows = rows(&random, precision: form.timestamps.precision)
      let reading = HistoryReading(zones: [LocalClock.utc.name: .utc])
      let plain = try reading.read([bytes(rows, .plain, &random)])
      let read = try? reading.read([bytes(rows, form, &random)])
      #expect(read?.rows == plain.rows, "\(random), \(form)")
      #expect(read?.history.rejected == [], "\(random), \(form)")
      #expect(plain.history.rejected == [])
    }
  }
}
