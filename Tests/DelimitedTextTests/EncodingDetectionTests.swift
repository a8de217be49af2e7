import DelimitedText
import TestSupport
import Testing

/// What tells the encoding of a text.
struct EncodingDetectionTests {
  private static let header = "id,name\n"

  private func detection(
    _ bytes: [UInt8], configured: TextEncoding? = nil
  ) -> EncodingDetection {
    EncodingDetection(samples: [bytes], configured: configured)
  }

  private static let plain: [(bytes: [UInt8], evidence: EncodingEvidence)] = [
    ([], .onlyASCII),
    (Array("a,b\n1,2\n".utf8), .onlyASCII),
    (Array("a,b\né,日本 🙋\n".utf8), .validUTF8),
    (Array("a\né\né\n".utf8) + [0xE9, 0x0A], .mostlyUTF8(validLines: 2, otherLines: 1)),
    (Array("a\né\n".utf8) + [0xFF, 0x0A], .mostlyUTF8(validLines: 1, otherLines: 1)),
    ([0x61, 0x0A, 0xFF, 0xFE, 0xFD, 0x81, 0x0A], .none(otherLines: 1)),
  ]

  @Test(arguments: plain)
  func isUTF8UnlessMoreLinesSpeakAgainstIt(bytes: [UInt8], evidence: EncodingEvidence) {
    #expect(detection(bytes) == EncodingDetection(encoding: .utf8, evidence: evidence))
  }

  private static let marked: [(mark: [UInt8], encoding: TextEncoding, is: ByteOrderMark)] = [
    ([0xEF, 0xBB, 0xBF], .utf8, .utf8),
    ([0xFF, 0xFE], .utf16(.little), .utf16LittleEndian),
    ([0xFE, 0xFF], .utf16(.big), .utf16BigEndian),
    ([0xFF, 0xFE, 0, 0], .utf32(.little), .utf32LittleEndian),
    ([0, 0, 0xFE, 0xFF], .utf32(.big), .utf32BigEndian),
  ]

  @Test(arguments: marked)
  func believesAMark(mark: [UInt8], encoding: TextEncoding, is known: ByteOrderMark) {
    #expect(
      detection(mark + [0x61, 0x62, 0x63, 0x64])
        == EncodingDetection(encoding: encoding, byteOrderMark: known, evidence: .byteOrderMark))
  }

  /// The text in UTF-16 and UTF-32 without a mark.
  @Test(arguments: ["id,name\n1,Anna\n", "id,name\n1,Αθηνά Ελένη\n2,日本語の名前\n"])
  func tellsWideTextByItsZeros(text: String) {
    let units = Array(text.utf16)
    let scalars = text.unicodeScalars.map(\.value)
    let forms: [(TextEncoding, [UInt8])] = [
      (.utf16(.little), units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
      (.utf16(.big), units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
      (.utf32(.little), scalars.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF), 0, 0] }),
      (.utf32(.big), scalars.flatMap { [0, 0, UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] }),
    ]
    for (encoding, bytes) in forms {
      #expect(
        detection(bytes) == EncodingDetection(encoding: encoding, evidence: .zeroBytes))
      let order: TextEncoding =
        encoding == .utf16(.little) || encoding == .utf16(.big)
        ? .utf16(nil) : .utf32(nil)
      #expect(detection(bytes, configured: order).encoding == encoding)
    }
  }

  @Test func zerosAnywhereAreABinary() {
    var random = SeededGenerator(seed: 16)
    let bytes = random.bytes(count: 4_000, of: Array(0...255))
    #expect(![.zeroBytes, .byteOrderMark].contains(detection(bytes).evidence), "\(random)")
  }

  @Test func aZeroOrTwoProveNothing() {
    #expect(detection(Array("hello\n\0world\0\n".utf8)).evidence != .zeroBytes)
  }

  /// Words, the encoding they are written in, and whether it is certain.
  private static let words: [(text: String, encoding: String, isCertain: Bool)] = [
    ("André Müller Núñez", "windows-1252", true),
    ("l\u{2019}été – 5 € à Besançon", "windows-1252", true),
    ("João Magalhães Conceição", "windows-1252", true),
    ("Žižka", "windows-1252", false),
    ("Sigurður Þór", "windows-1252", false),
    ("Małgorzata Łukasz żółta gęślą jaźń", "windows-1250", false),
    ("Małgorzata Świątek Źrebię ość", "iso-8859-2", false),
    ("Привет Анна Ольга Петрова", "windows-1251", false),
    ("Привет Анна Ольга Петрова", "koi8-r", false),
    ("Καλημέρα Ελένη Γιώργος Παπαδόπουλος", "windows-1253", false),
    ("André Müller Zoë café", "macintosh", false),
    ("André Müller Zoë café", "cp850", false),
    (
      "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
        + "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать "
        + "тридцать Сорок Пятьдесят", "windows-1251", true
    ),
  ]

  @Test(arguments: words)
  func tellsSingleByteEncodingsByTheirWords(
    text: String, encoding: String, isCertain: Bool
  ) throws {
    let found = detection(Array(Self.header.utf8) + (try encoded(text, in: encoding)))
    #expect(found.encoding == .named(encoding))
    #expect(found.evidence.isDoubtful == !isCertain)
  }

  @Test func wordsThatCouldBeOfManyScriptsDecideNothing() throws {
    let hebrew = try encoded("שלום אבא תודה רבה", in: "windows-1255")
    #expect(
      detection(hebrew)
        == EncodingDetection(encoding: .utf8, evidence: .none(otherLines: 1)))
  }

  @Test func theConfigurationOverrulesAll() {
    #expect(
      detection(Array("é\n".utf8), configured: .windows1252)
        == EncodingDetection(encoding: .windows1252, evidence: .configured))
    #expect(
      detection([0xFF, 0xFE, 0x61, 0], configured: .utf16(nil))
        == EncodingDetection(
          encoding: .utf16(.little), byteOrderMark: .utf16LittleEndian, evidence: .configured))
  }

  /// A character that a sample's edge cuts is no evidence against UTF-8.
  @Test func theEdgesOfSamplesCutCharacters() {
    let text = Array("🙋é🙋".utf8)
    for cut in 0...text.count {
      let samples = [Array(text[..<cut]), Array(text[cut...])]
      #expect(EncodingDetection(samples: samples).encoding == .utf8)
      #expect(!EncodingDetection(samples: samples).evidence.isDoubtful)
    }
  }

  /// The bytes of a text in a single-byte encoding, found by turning each byte into text.
  private func encoded(_ text: String, in name: String) throws -> [UInt8] {
    guard let transcoder = Transcoder(from: .named(name)) else { throw UnknownEncoding() }
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8.min...UInt8.max {
      var output: [UInt8] = []
      _ = [byte].withUnsafeBytes { transcoder.convert($0, isLast: true, into: &output) }
      if let scalar = String(validating: output, as: UTF8.self)?.unicodeScalars.first {
        bytes[scalar] = byte
      }
    }
    return try text.unicodeScalars.map { try #require(bytes[$0]) }
  }
}
