import Foundation

/// Finds planted words in what the program wrote, in every disguise in which it may have written
/// them: quoted-printable lines, base64 parts, percent escapes, any case.
struct SpilledWords {
  let words: [String]

  /// The words that stand in a text.
  func found(in text: String) -> [String] {
    let readings = [text, Self.joined(text), Self.decoded(text)].map { $0.lowercased() }
    return words.filter { word in readings.contains { $0.contains(word) } }
  }

  /// `file: word` for each word in the files of a folder and in their names.
  func found(inFolder path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted().flatMap { name in
      let data = (try? Data(contentsOf: URL(filePath: path + "/" + name))) ?? Data()
      return found(in: name + "\n" + String(decoding: data, as: UTF8.self)).map { "\(name): \($0)" }
    }
  }

  /// Without the soft line breaks of quoted-printable and the folds of mail headers.
  private static func joined(_ text: String) -> String {
    text.replacing("=\r\n", with: "").replacing("=\n", with: "").replacing("\r\n ", with: "")
      .replacing("\n ", with: "")
  }

  /// What runs of base64 lines stand for.
  private static func decoded(_ text: String) -> String {
    var texts: [String] = []
    var run = ""
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for line in lines + [Substring()] {
      let isEncoded = line.count >= 4 && line.utf8.allSatisfy(isBase64)
      if isEncoded { run += line }
      if !isEncoded || line.count < 76, !run.isEmpty {
        texts.append(Data(base64Encoded: run).map { String(decoding: $0, as: UTF8.self) } ?? "")
        run = ""
      }
    }
    return texts.joined(separator: "\n")
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D: true
    default: false
    }
  }
}
