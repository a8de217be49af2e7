import Foundation
import Testing

/// Reads a mail as a mail program does, by the letter of the standards and by no code of ours.
struct MailReader {
  /// A head and what follows it.
  struct Part {
    /// Names in lower case, with folded lines joined.
    var fields: [(name: String, value: String)] = []
    var body: [UInt8] = []

    func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    var kind: String {
      (values("content-type").first ?? "").split(separator: ";").first.map(String.init) ?? ""
    }

    /// The body with its encoding undone; line ends are LF.
    var content: [UInt8] {
      switch values("content-transfer-encoding").first {
      case "base64":
        Array(Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters) ?? Data())
      case "quoted-printable": MailReader.unquoted(body)
      default: body
      }
    }

    /// The parts of a multipart, without what stands before the first and after the last.
    func parts() throws -> [Part] {
      let kind = try #require(values("content-type").first)
      let boundary = try #require(kind.split(separator: "boundary=\"").last).dropLast()
      let text = "\r\n" + String(decoding: body, as: UTF8.self)
      let pieces = text.components(separatedBy: "\r\n--\(boundary)")
      #expect(pieces.last?.hasPrefix("--") == true)
      return try pieces.dropFirst().dropLast().map { piece in
        #expect(piece.hasPrefix("\r\n"))
        return try MailReader.part(Array(piece.dropFirst().utf8))
      }
    }
  }

  static func part(_ bytes: [UInt8]) throws -> Part {
    let text = String(decoding: bytes, as: UTF8.self)
    let end = try #require(text.range(of: "\r\n\r\n"))
    var part = Part(body: Array(text[end.upperBound...].utf8))
    for line in text[..<end.lowerBound].components(separatedBy: "\r\n") {
      if line.hasPrefix(" ") {
        let last = try #require(part.fields.indices.last)
        part.fields[last].value += line
      } else {
        let colon = try #require(line.range(of: ": "))
        part.fields.append(
          (line[..<colon.lowerBound].lowercased(), String(line[colon.upperBound...])))
      }
    }
    return part
  }

  /// Undoes quoted-printable; line ends become LF.
  static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
      .replacingOccurrences(of: "=\r\n", with: "").replacingOccurrences(of: "\r\n", with: "\n")
    var content: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "="),
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        content.append(code)
        rest = rest.dropFirst(2)
      } else {
        content.append(byte)
      }
    }
    return content
  }

  /// Undoes the encoded words of a folded field.
  static func decodedWords(_ text: String) -> String {
    var bytes: [UInt8] = []
    let words = text.replacingOccurrences(of: "\r\n", with: "")
      .replacingOccurrences(of: "?= =?", with: "?==?")
    var rest = words[...]
    while let start = rest.range(of: "=?utf-8?B?"),
      let end = rest.range(of: "?=", range: start.upperBound..<rest.endIndex)
    {
      bytes += rest[..<start.lowerBound].utf8
      bytes += Data(base64Encoded: String(rest[start.upperBound..<end.lowerBound])) ?? Data()
      rest = rest[end.upperBound...]
    }
    return String(decoding: bytes + rest.utf8, as: UTF8.self)
  }
}
