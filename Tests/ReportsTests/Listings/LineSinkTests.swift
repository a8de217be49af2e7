import DelimitedText
import MessageHistory
import ResponseMetrics
import TestSupport
import Testing

@testable import Reports

/// Lines of listings are those that the general writer makes, whatever is in them.
@Suite struct LineSinkTests {
  /// Usual separators, and bytes of numbers, instants and words.
  static let separators = Array(",;\t|-1:+a".utf8)

  @Test(arguments: separators)
  func linesAreThoseOfTheGeneralWriter(separator: UInt8) {
    var random = SeededGenerator(seed: UInt64(separator))
    let style = ListingStyle(clock: .utc, separator: separator)
    let cellText = CellText(clock: .utc)
    var sink = LineSink(style: style)
    for _ in 0..<400 {
      var writer = RecordWriter(separator: separator)
      sink.begin()
      for _ in 0..<random.number(in: 1..<8) {
        let number = Int64(random.number(in: -10..<4_000_000_000)) >> random.number(in: 0..<32)
        switch random.number(in: 0..<8) {
        case 0, 1:
          let text = Self.text(using: &random)
          sink.text(text)
          text.withUnsafeBytes { writer.appendText($0) }
        case 2:
          sink.count(Int32(clamping: number))
          writer.append { cellText.append(.integer(Int(Int32(clamping: number))), to: &$0) }
        case 3:
          sink.time(number)
          writer.append { cellText.append(number < 0 ? .blank : .time(number), to: &$0) }
        case 4:
          let instant = Instant(milliseconds: number * 700)
          sink.instant(instant.milliseconds)
          writer.append { cellText.append(.instant(instant), to: &$0) }
        case 5:
          let cell = Self.figure(number, using: &random)
          sink.cell(cell)
          writer.append { cellText.append(cell, to: &$0) }
        case 6:
          let words = ["open", "", "a, b", "no \"x\"", "=1", "é", "-", "1;2"]
          let word = random.element(of: words) ?? ""
          sink.cell(.word(word))
          writer.append(word)
        default:
          sink.word("excluded")
          writer.append { $0.append(contentsOf: "excluded".utf8) }
        }
      }
      sink.endRecord()
      writer.endRecord()
      #expect(Array(sink.bytes) == writer.bytes, "\(random)")
    }
  }

  /// A number of any size, as reports have it.
  private static func figure(_ number: Int64, using random: inout SeededGenerator) -> Cell {
    let odd = Fraction(Int128(number) << random.number(in: 0..<62), over: random.number(in: 1..<99))
    let fraction = odd ?? Fraction(0)
    return switch random.number(in: 0..<6) {
    case 0: .integer(random.chance(percent: 10) ? .min : Int(number))
    case 1: .share(fraction)
    case 2: .seconds(fraction)
    case 3: .decimal(fraction, places: random.number(in: 0..<4))
    case 4: .bound(Double(number) / 3_000_000)
    default: .blank
    }
  }

  /// Mostly a plain one, of any length up to some words of eight bytes.
  private static func text(using random: inout SeededGenerator) -> [UInt8] {
    let alphabet = Array("abc0189 =+-@.'".utf8)
    var text = random.bytes(count: random.number(in: 0..<30), of: alphabet)
    let special = Array(",;\t|\"\r\n-1:+a".utf8) + [0x00, 0x80, 0xC3, 0xA9, 0xFF]
    while random.chance(percent: 30) {
      text.insert(
        random.element(of: special) ?? 0, at: random.number(in: 0..<text.count + 1))
    }
    return text
  }

  @Test func aLongCellGetsRoom() {
    var sink = LineSink(style: ListingStyle(clock: .utc))
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
    sink.begin()
    sink.text(long)
    sink.text(Array("\"".utf8) + long)
    sink.endRecord()
    #expect(
      Array(sink.bytes) == long + Array(",\"\"\"".utf8) + long + Array("\"\n".utf8))
  }

  @Test(arguments: [
    ("", true), ("abc", true), ("12345678", true), ("a,b", false), ("12345678,", false),
    ("=1", false), ("a=1", true), ("a\"", false), ("1234567\n", false), ("\ra", false),
    ("é", false), ("12345678é", false),
  ])
  func whatIsPlainIsTold(text: String, isPlain: Bool) {
    let bytes = Array(text.utf8)
    let copy = [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { room, count in
      guard let base = room.baseAddress else { return }
      #expect(
        bytes.withUnsafeBytes { PlainText(separator: Byte.comma).copy($0, to: base) } == isPlain)
      if isPlain { count = bytes.count }
    }
    if isPlain { #expect(copy == bytes) }
  }
}
