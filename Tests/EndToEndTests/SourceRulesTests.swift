import Foundation
import Testing

/// Rules of the sources and documents that no compiler checks.
struct SourceRulesTests {
  // MARK: Comments

  /// Functions without a comment, because their name and the comment of their type say it all.
  private static let speakingNames: Set<String> = [
    "adding(days:)", "beginArray()", "beginObject()", "bytes(of:)", "clock(named:)",
    "contains(_:)", "date(at:)", "days(_:)", "endArray()", "endObject()", "flag(_:)",
    "formUnion(_:)", "hours(_:)", "index(of:)", "insert(_:)", "key(_:)", "makeIterator()",
    "merge(_:)", "minutes(_:)", "next()", "note(_:of:at:)", "null()", "rejected(_:)", "render()",
    "seconds(_:)", "senderID(_:)", "senderName(_:)", "string(_:)", "table()", "templateName(_:)",
    "value(of:)",
  ]

  @Test func everyTypeAndFunctionOfAnInterfaceHasAComment() throws {
    var lacking: [String] = []
    for file in try Self.files(in: "Sources") where file.hasSuffix(".swift") {
      let lines = try Self.text(of: file).split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where Self.needsComment(line) {
        let before = lines[..<index].reversed().map { $0.drop { $0 == " " } }
          .first { !$0.hasPrefix("@") }
        if before?.hasPrefix("///") != true { lacking.append("\(file):\(index + 1): \(line)") }
      }
    }
    #expect(lacking == [])
  }

  /// Whether a line declares a type of a file or a function for other targets.
  ///
  /// Properties and initialisers are left to the comment of their type, as are the types in it;
  /// operators to their protocol.
  private static func needsComment(_ line: Substring) -> Bool {
    let isInType = line.hasPrefix(" ")
    var words = line.split(separator: " ")[...]
    guard words.popFirst() == "package" else { return false }
    while let word = words.first, ["static", "mutating", "final", "indirect"].contains(word) {
      words = words.dropFirst()
    }
    switch words.popFirst() {
    case "struct", "enum", "class", "protocol", "typealias": return !isInType
    case "func":
      guard let name = words.first, name.first?.isLetter == true else { return false }
      let word = name.prefix { $0 != "(" && $0 != "<" }
      return !speakingNames.contains { $0.prefix { $0 != "(" } == word }
    default: return false
    }
  }

  // MARK: Machines

  @Test func noFileNamesAPathOfAMachine() throws {
    // In pieces, so that this file is none of them.
    let paths = ["/wo" + "rk/", "/tmp/" + "pkg", "/ho" + "me/", "/Us" + "ers/"]
    let folders = [".ci", "README.md", "CHANGELOG.md", "LICENSE", "Package.swift", "Sources"]
    for file in try (folders + ["Tests", "docs", "sample-data", "script", "templates"])
      .flatMap(Self.files)
    {
      guard let text = try? Self.text(of: file) else { continue }
      for path in paths where text.contains(path) { Issue.record("\(file) names \(path)") }
    }
  }

  // MARK: Standard error

  /// Rows reach standard error in no way: only the verbs write to it, and what they write is
  /// wording that the tests of `BadInputTests` hold against rows; and the progress bar, which has
  /// nothing but numbers to show.
  @Test func onlyTheVerbsWriteToStandardError() throws {
    for file in try Self.files(in: "Sources") where file.hasSuffix(".swift") {
      let text = try Self.text(of: file)
      if file.hasSuffix("ReplymeterCommand/Run/ProgressBar.swift") { continue }
      for word in ["fputs(", "STDERR_FILENO", "standardError", "debugPrint(", " print(", "perror("]
      where text.contains(word) {
        #expect(file.hasSuffix("ReplymeterCommand/StandardStreams.swift"), "\(word) in \(file)")
      }
      if text.contains("StandardStreams.") {
        #expect(file.contains("ReplymeterCommand/Commands/"), "\(file)")
      }
    }
  }

  // MARK: Files

  /// The files of a folder of the checkout and its folders, or the file itself, by path; none of
  /// what is not there.
  private static func files(in name: String) throws -> [String] {
    let url = URL(filePath: Checkout.path(name)).resolvingSymlinksInPath()
    let path = url.path(percentEncoded: false)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
    guard isFolder.boolValue else { return [name] }
    return try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
      .map { name + "/" + $0 }
  }

  private static func text(of file: String) throws -> String {
    let bytes = try Data(contentsOf: URL(filePath: Checkout.path(file)))
    return String(decoding: bytes, as: UTF8.self)
  }
}
