import DelimitedText
import TestSupport
import Testing

/// This system's iconv lacks an encoding that the tests need.
struct UnknownEncoding: Error {}

/// Text of other encodings, written anew as UTF-8.
struct TranscoderTests {
  /// The encoding, its bytes, and the UTF-8 that they become.
  private static let texts: [(encoding: TextEncoding, bytes: [UInt8], text: String)] = [
    (.windows1252, [0x80, 0x20, 0x4A, 0xF8, 0x92], "€ Jø’"),
    (.named("iso-8859-15"), [0xA4, 0xBD], "€œ"),
    (.named("koi8-r"), [0xF0, 0xC9], "Пи"),
    (.named("shift_jis"), [0x93, 0xFA, 0x2C, 0x96, 0x7B], "日,本"),
    (.utf16(.little), [0x3D, 0xD8, 0x4B, 0xDE, 0x41, 0], "🙋A"),
    (.utf16(.big), [0xD8, 0x3D, 0xDE, 0x4B, 0, 0x41], "🙋A"),
    (.utf32(.little), [0x4B, 0xF6, 1, 0], "🙋"),
    (.utf32(.big), [0, 1, 0xF6, 0x4B], "🙋"),
    (.named("windows-1255"), [0xE0, 0xF9], "אש"),
  ]

  @Test(arguments: texts)
  func writesTextAsUTF8(encoding: TextEncoding, bytes: [UInt8], text: String) throws {
    #expect(try converted(bytes, from: encoding) == Array(text.utf8))
  }

  @Test(arguments: texts)
  func doesNotMindWhereItsBlocksEnd(encoding: TextEncoding, bytes: [UInt8], text: String) throws {
    for size in 1...bytes.count {
      #expect(try converted(bytes, from: encoding, blockSize: size) == Array(text.utf8))
    }
  }

  /// Bytes that mean nothing stay apart from each other and are no UTF-8.
  @Test(arguments: [
    (TextEncoding.windows1252, [0x61, 0x81, 0x62] as [UInt8], [0x61, 0x81, 0x62] as [UInt8]),
    (.windows1252, [0x8D], [0x8D]),
    (.named("windows-1253"), [0xD2, 0xE1], [0xED, 0xB3, 0x92, 0xCE, 0xB1]),
    (.utf16(.little), [0x3D, 0xD8, 0x41, 0], [0xED, 0xA0, 0xBD, 0x41]),
    (.utf16(.big), [0xDE, 0x4B, 0, 0x41], [0xED, 0xB9, 0x8B, 0x41]),
    (.utf16(.little), [0x41, 0, 0x42], [0x41, 0x42]),
    (.utf32(.little), [0, 0xD8, 0, 0, 0x41, 0, 0, 0], [0xFF, 0x41]),
  ])
  func keepsWhatMeansNothing(encoding: TextEncoding, bytes: [UInt8], kept: [UInt8]) throws {
    #expect(try converted(bytes, from: encoding) == kept)
  }

  @Test func randomBytesNeverStopIt() throws {
    var random = SeededGenerator(seed: 1252)
    let all = Array(UInt8.min...UInt8.max)
    let encodings: [TextEncoding] = [
      .windows1252, .utf16(.little), .utf16(.big), .utf32(.big), .named("shift_jis"),
      .named("gb18030"), .named("iso-2022-jp"), .named("utf-7"), .named("windows-1258"),
    ]
    for encoding in encodings {
      for _ in 0..<100 {
        let bytes = random.bytes(count: Int.random(in: 0..<200, using: &random), of: all)
        let block = Int.random(in: 8..<64, using: &random)
        let found = try converted(bytes, from: encoding, blockSize: block)
        #expect(found.count <= 6 * bytes.count, "\(encoding.name), \(random)")
      }
    }
  }

  @Test(arguments: ["utf-8", "UTF8", "us-ascii"])
  func utf8IsKnownByItsNames(name: String) {
    #expect(TextEncoding(name: name) == .utf8)
  }

  @Test(arguments: [
    ("UTF-16", TextEncoding.utf16(nil)), ("utf-16le", .utf16(.little)), ("utf-32", .utf32(nil)),
    ("Windows-1252", .windows1252), ("ISO-8859-15", .named("iso-8859-15")),
  ])
  func otherNamesAreTheSystems(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(name: name) == encoding)
  }

  @Test(arguments: ["", "windows-1525", "latin1//translit", "../x", "utf-8//ignore", "é"])
  func namesThatTheSystemDoesNotKnowAreNone(name: String) {
    #expect(TextEncoding(name: name) == nil)
  }

  /// Whole characters of a block are used, the rest comes again with the next.
  private func converted(
    _ bytes: [UInt8], from encoding: TextEncoding, blockSize: Int = .max
  ) throws -> [UInt8] {
    guard let transcoder = Transcoder(from: encoding) else { throw UnknownEncoding() }
    var output: [UInt8] = []
    var rest: [UInt8] = []
    var next = 0
    repeat {
      let end = min(bytes.count, next + min(blockSize, bytes.count))
      rest += bytes[next..<end]
      next = end
      let used = rest.withUnsafeBytes {
        transcoder.convert($0, isLast: end == bytes.count, into: &output)
      }
      rest.removeFirst(used)
    } while next < bytes.count
    #expect(rest.isEmpty)
    return output
  }
}
