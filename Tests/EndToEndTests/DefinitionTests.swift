import Foundation
import TestSupport
import Testing

/// The worked examples of the definitions, evaluated by the program.
struct DefinitionTests {
  /// A section with its example.
  private struct Section {
    var title: String
    var rows = ""
    var configuration = ""
    /// Lines such as `summary.csv *: openers 2, inbound 4`.
    var figures: [Substring] = []
  }

  private static func sections() throws -> [Section] {
    let text = try Checkout.text(
      of: "Sources/ResponseMetrics/Documentation.docc/Definitions.md")
    return text.split(separator: "\n## ").dropFirst().map { part in
      let lines = part.split(separator: "\n")
      var section = Section(title: String(lines.first ?? ""))
      var block: Substring?
      for line in lines.dropFirst() {
        if line.hasPrefix("```") {
          block = block == nil ? line.dropFirst(3) : nil
          continue
        }
        switch block {
        case "csv": section.rows += line + "\n"
        case "yaml": section.configuration += line + "\n"
        case "figures": section.figures.append(line)
        default: break
        }
      }
      return section
    }
  }

  @Test func everySectionHasAnExampleThatHolds() throws {
    let sections = try Self.sections()
    #expect(sections.count == 14)
    for section in sections {
      #expect(!section.rows.isEmpty && !section.figures.isEmpty, "\(section.title)")
      let place = try TemporaryFolder()
      try place.write(section.rows, to: "in.csv")
      try place.write(section.configuration, to: "replymeter.yml")
      let outcome = try RunningTool.run(
        ["report", "in.csv", "--output", "report", "--format", "csv", "--quiet"], in: place.path)
      #expect(outcome.status == 0, "\(section.title): \(outcome.errors)")
      let folder = ReportFolder(path: place.path + "report")
      for line in section.figures { try Self.check(line, in: folder, section.title) }
    }
  }

  /// Checks a line `FILE.csv KEY…: COLUMN VALUE, …`: of the rows that begin with these keys, the
  /// last one; `blank` stands for an empty cell.
  private static func check(_ line: Substring, in folder: ReportFolder, _ title: String) throws {
    let parts = line.split(separator: ": ", maxSplits: 1)
    let keys = (parts.first ?? "").split(separator: " ").map(String.init)
    let table = try folder.table(String((keys.first ?? "").dropLast(".csv".count)))
    let row = try #require(
      table.rows.last { $0.starts(with: keys.dropFirst()) }, "\(line)")
    for pair in (parts.last ?? "").split(separator: ", ") {
      let words = pair.split(separator: " ")
      let column = try #require(table.header.firstIndex { $0 == words.first ?? "" }, "\(pair)")
      let expected = words.last == "blank" ? "" : words.last ?? ""
      #expect(row[column] == expected, "\(title): \(pair)")
    }
  }
}
