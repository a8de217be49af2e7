import Foundation
import Testing

/// Expected files that are written by the product and read by a person.
///
/// A missing golden, or `RECORD_GOLDENS=1`, writes the file and fails; under `CI=true` nothing is
/// ever written.
struct Golden {
  var folder = Checkout.path("Tests/EndToEndTests/Goldens")
  var environment = ProcessInfo.processInfo.environment

  /// Fails with a line diff where `text` is not the golden's.
  func expect(
    _ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: folder + "/" + name)
    let known = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    let mayWrite = environment["CI"] != "true"
    if mayWrite, known == nil || environment["RECORD_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record(
        "\(name) was written; read it and run the tests again", sourceLocation: sourceLocation)
      return
    }
    guard let known else {
      Issue.record(
        "there is no golden \(name); run the tests without CI=true and commit it",
        sourceLocation: sourceLocation)
      return
    }
    // By bytes: texts are equal to `String` where their accents are only written differently.
    guard Array(known.utf8) != Array(text.utf8) else { return }
    Issue.record(
      "\(name) differs from its golden:\n\(Self.difference(from: known, to: text))",
      sourceLocation: sourceLocation)
  }

  /// Lines that went (-) and came (+), at most `limit` of them.
  static func difference(from old: String, to new: String, limit: Int = 40) -> String {
    let lines: (String) -> [String] = { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let changes = lines(new).difference(from: lines(old)).map { change in
      switch change {
      case .remove(let offset, let line, _): (line: offset + 1, order: 0, text: "-", line)
      case .insert(let offset, let line, _): (line: offset + 1, order: 1, text: "+", line)
      }
    }.sorted { ($0.line, $0.order) < ($1.line, $1.order) }
    let shown = changes.prefix(limit).map { "\($0.text) \($0.line): \($0.3)" }
    let rest = changes.count - shown.count
    return (shown + (rest > 0 ? ["and \(rest) more lines"] : [])).joined(separator: "\n")
  }
}
