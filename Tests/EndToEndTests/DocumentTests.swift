import Foundation
import TestSupport
import Testing

/// What the documents show is what the program does.
struct DocumentTests {
  @Test(arguments: [("README.md", 11)])
  func everyLineOfOutputIsTrue(document: String, count: Int) throws {
    let steps = ConsoleBlocks(try Checkout.text(of: document)).steps
    #expect(steps.count == count)
    let place = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: place.path + "sample-data", withDestinationPath: Checkout.path("sample-data"))
    for step in steps {
      let outcome = try RunningTool.run(
        ["-c", step.command], program: "/bin/sh", in: place.path)
      #expect(outcome.status == 0, "\(step.command): \(outcome.errors)")
      var lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      if lines.last == "" { lines.removeLast() }
      let shown = step.isWhole ? lines : Array(lines.prefix(step.output.count))
      #expect(
        shown == step.output,
        """
        \(step.command)
        \(Golden.difference(
          from: step.output.joined(separator: "\n"), to: shown.joined(separator: "\n")))
        """)
    }
  }

  @Test(arguments: ["README.md", "CHANGELOG.md", "Sources/README.md", "sample-data/README.md"])
  func everyLinkLeadsSomewhere(document: String) throws {
    let text = try Checkout.text(of: document)
    let folder = document.split(separator: "/").dropLast().joined(separator: "/")
    for match in text.matches(of: /\]\((?<path>[^)#]+)(?:#(?<heading>[^)]+))?\)/) {
      guard !match.path.contains("://") else { continue }
      let path = (folder.isEmpty ? "" : folder + "/") + match.path
      #expect(FileManager.default.fileExists(atPath: Checkout.path(path)), "\(match.path)")
      guard let heading = match.heading else { continue }
      let headings = try Checkout.text(of: path).split(separator: "\n")
        .filter { $0.hasPrefix("#") }
        .map { $0.drop { "# ".contains($0) }.lowercased().replacing(" ", with: "-") }
      #expect(headings.contains(String(heading)), "\(match.path)#\(heading)")
    }
  }

  /// Every name that the table of columns gives for a needed column is one.
  @Test func everyOtherNameOfANeededColumnIsUnderstood() throws {
    let lines = try Checkout.text(of: "README.md").split(separator: "\n")
    let canonical = ["conversation_id", "timestamp", "direction"]
    for (index, column) in canonical.enumerated() {
      let line = try #require(lines.first { $0.hasPrefix("| `\(column)` |") })
      let names = try #require(line.split(separator: "|").dropFirst().first)
        .split(separator: ",").map { $0.filter { !"` ".contains($0) } }
      #expect(!names.isEmpty)
      for name in names {
        let place = try TemporaryFolder()
        var header = canonical
        header[index] = name
        try place.write(
          header.joined(separator: ",") + "\n1,2026-11-05T09:00:00Z,inbound\n", to: "in.csv")
        let outcome = try RunningTool.run(
          ["report", "in.csv", "--format", "text"], in: place.path)
        #expect(outcome.status == 0, "\(name): \(outcome.errors)")
      }
    }
  }

  @Test func theShortConfigurationIsOne() throws {
    let text = try Checkout.text(of: "README.md")
    let block = try #require(text.firstMatch(of: /```yaml\n(?<yaml>[^`]+)```/))
    let place = try TemporaryFolder()
    try place.write(String(block.yaml), to: "replymeter.yml")
    try place.write(try Checkout.text(of: "sample-data/minimal.csv"), to: "exports/a.csv")
    let outcome = try RunningTool.run(["report", "--format", "text"], in: place.path)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("(Europe/Paris)"))
  }
}
