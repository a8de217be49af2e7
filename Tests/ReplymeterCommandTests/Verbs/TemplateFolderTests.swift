import Foundation
import Templates
import TestSupport
import Testing

@testable import ReplymeterCommand

struct TemplateFolderTests {
  private static let row = "{{#rows}}\n{{> row}}\n{{/rows}}\n"

  @Test func aTemplateIncludesAnotherOfItsFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.row, to: "rules.csv.mustache")
    try folder.write("{{page}},{{rules}}\n", to: "row.mustache")
    let templates = try ReportTemplates(folder: folder.path)
    let bytes = try templates.library.render(
      "rules.csv",
      with: ["rows": .list([.record(["page": .text("a;b"), "rules": .text("c")])])],
      as: .csv(separator: UInt8(ascii: ";")))
    #expect(String(decoding: bytes, as: UTF8.self) == "\"a;b\";c\n")
    #expect(
      templates.ownPaths.map { $0.split(separator: "/").last }
        == ["row.mustache", "rules.csv.mustache"])
  }

  /// What lies in the folder, and the error after its path.
  @Test(
    arguments: [
      (
        ["rules.csv": row, "row": "{{pgae}}"],
        "/row.mustache:1:3: error: unknown name (found 'pgae'"
      ),
      (
        ["rules.csv": row, "raw": ""],
        "/rules.csv.mustache:2:5: error: unknown template (found 'row', expected one of the templates "
          + "here); did you mean 'raw'?"
      ),
      (
        ["rules.csv": "{{> row}}", "row": "{{> rules.csv}}"],
        "error: template includes itself without end"
      ),
      (["rules.csv": "{{#rows}}{{> rules.csv}}{{/rows}}"], "error: nested too deeply"),
      (["rules.csv": "{{> ../../etc/passwd}}"], "error: unknown template"),
      (
        ["rulse.csv": ""],
        "/rulse.csv.mustache: error: no document is made of the template and no other one includes it "
          + "(found 'rulse.csv', expected one of 'replymeter templates list'); did you mean "
          + "'rules.csv'?"
      ),
      (
        ["openers.csv": ""],
        "/openers.csv.mustache: error: listings have no template (found 'openers.csv', expected one of "
          + "'replymeter templates list'); remove the file"
      ),
      (["alone": "{{> alone}}"], "error: template includes itself without end"),
      (
        ["a b": ""],
        "/a b.mustache: error: not a name of a template (expected letters a to z, digits, '-', '_' and "
          + "'.'); rename the file"
      ),
    ] as [([String: String], String)])
  func whatIsWrongIsToldBeforeAnythingIsRead(files: [String: String], message: String) throws {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: "\(name).mustache") }
    do {
      _ = try ReportTemplates(folder: folder.path)
      Issue.record("no error, expected \(message)")
    } catch {
      let error = RunError(error)
      #expect(error.status == .configuration)
      #expect(error.message.contains(message), "\(error.message)")
    }
  }

  @Test func otherFilesAndHiddenOnesAreLeftAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("{{", to: ".#row.mustache")
    try folder.write("{{", to: "row.mustache~")
    try folder.write("{{", to: "FIELDS.md")
    try folder.write("page\n", to: "rules.csv.mustache")
    let paths = try ReportTemplates(folder: folder.path).ownPaths
    #expect(paths.map { $0.split(separator: "/").last } == ["rules.csv.mustache"])
  }

  /// It would leave every built-in template in its place without a word.
  @Test(arguments: [
    (
      "report.html",
      ": error: the folder has no file whose name ends in .mustache (found 'report.html'); rename "
        + "it to report.html.mustache"
    ),
    ("notes.txt", ": error: the folder has no file whose name ends in .mustache"),
  ])
  func aFolderWithoutATemplateIsAnError(file: String, message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("{{title}}", to: file)
    let error = #expect(throws: RunError.self) { try ReportTemplates(folder: folder.path) }
    #expect(error == RunError(.configuration, folder.path + message))
  }

  @Test func aPipeIsNoTemplate() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/row.mustache"
    try #require(mkfifo(path, 0o600) == 0)
    let error = #expect(throws: RunError.self) { try TemplateFolder(folder.path) }
    #expect(
      error?.message.hasSuffix("row.mustache: error: the template is no regular file") == true)
  }
}
