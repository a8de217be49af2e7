/// How a text's characters are written as bytes.
package enum TextEncoding: Hashable, Sendable {
  /// Which byte of a code unit comes first.
  package enum ByteOrder: Hashable, Sendable, CaseIterable {
    case little, big
  }

  /// Also plain ASCII.
  case utf8
  /// Without an order it is that of the mark or, by the zero bytes, of the text.
  case utf16(ByteOrder?)
  case utf32(ByteOrder?)
  /// Any other that the system's iconv knows, in lower case.
  case named(String)

  package static let utf16LittleEndian = TextEncoding.utf16(.little)
  package static let utf16BigEndian = TextEncoding.utf16(.big)
  package static let windows1252 = TextEncoding.named("windows-1252")

  /// The encoding of a name, in any case of letters; nil where the system knows none of that name.
  package init?(name: String) {
    let name = name.lowercased()
    switch name {
    case "utf-8", "utf8", "ascii", "us-ascii": self = .utf8
    case "utf-16", "utf16": self = .utf16(nil)
    case "utf-16le", "utf16le": self = .utf16(.little)
    case "utf-16be", "utf16be": self = .utf16(.big)
    case "utf-32", "utf32": self = .utf32(nil)
    case "utf-32le", "utf32le": self = .utf32(.little)
    case "utf-32be", "utf32be": self = .utf32(.big)
    default:
      // What iconv takes beyond names (`//TRANSLIT`, the locale's by an empty name) is kept out.
      guard !name.isEmpty, name.utf8.count <= 40, name.utf8.allSatisfy(Self.mayStandInName) else {
        return nil
      }
      self = .named(name)
      guard Transcoder(from: self) != nil else { return nil }
    }
  }

  /// The name by which a person or iconv knows it.
  package var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16(nil): "utf-16"
    case .utf16(.little): "utf-16le"
    case .utf16(.big): "utf-16be"
    case .utf32(nil): "utf-32"
    case .utf32(.little): "utf-32le"
    case .utf32(.big): "utf-32be"
    case .named(let name): name
    }
  }

  /// Bytes of a code unit.
  var unitSize: Int {
    switch self {
    case .utf8, .named: 1
    case .utf16: 2
    case .utf32: 4
    }
  }

  /// The names that people write most, for advice where one is misspelt.
  package static let commonNames = [
    "utf-8", "utf-16", "utf-16le", "utf-16be", "utf-32", "windows-1252", "iso-8859-1",
    "iso-8859-15", "windows-1250", "iso-8859-2", "windows-1251", "koi8-r", "koi8-u", "iso-8859-5",
    "windows-1253", "iso-8859-7", "windows-1254", "iso-8859-9", "windows-1255", "windows-1256",
    "windows-1257", "windows-1258", "macintosh", "cp437", "cp850", "cp852", "cp866", "shift_jis",
    "euc-jp", "iso-2022-jp", "gb18030", "gbk", "big5", "euc-kr", "tis-620",
  ]

  private static func mayStandInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
