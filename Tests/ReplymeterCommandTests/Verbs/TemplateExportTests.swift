import BuiltInTemplates
import Foundation
import TestSupport
import Testing

@testable import ReplymeterCommand

@Suite("templates")
struct TemplateExportTests {
  @Test("every template is written as it is built in, into a folder that is made")
  func export() throws {
    let folder = try TemporaryFolder()
    let written = try TemplateExport.write(to: folder.path + "/a/b", overwrites: false)
    #expect(
      written == (TemplateExport.fileNames + ["FIELDS.md"]).map { folder.path + "/a/b/" + $0 })
    #expect(TemplateExport.fileNames.contains("summary.csv.mustache"))
    for (name, bytes) in BuiltIn.templates {
      #expect(try folder.text(of: "a/b/\(name).mustache") == String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("an exported folder can be given back to a report")
  func givenBack() throws {
    let folder = try TemporaryFolder()
    _ = try TemplateExport.write(to: folder.path, overwrites: false)
    _ = try ReportTemplates(folder: folder.path)
  }

  @Test("a file that is there is kept and nothing is written, unless it is forced")
  func existing() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "trend.csv.mustache")
    let error = #expect(throws: RunError.self) {
      try TemplateExport.write(to: folder.path + "/", overwrites: false)
    }
    #expect(error?.status == .cannotWrite)
    #expect(
      error?.message
        == "\(folder.path)/trend.csv.mustache: error: there is such a file; nothing was written; "
        + "name another folder or give --force")
    #expect(try folder.names() == ["trend.csv.mustache"])
    #expect(try folder.text(of: "trend.csv.mustache") == "mine")
    _ = try TemplateExport.write(to: folder.path, overwrites: true)
    #expect(try folder.text(of: "trend.csv.mustache") != "mine")
    #expect(try folder.names() == ["FIELDS.md"] + TemplateExport.fileNames)
  }

  @Test("a link is replaced, and what it leads to stays")
  func link() throws {
    let folder = try TemporaryFolder()
    let target = try folder.write("mine", to: "elsewhere/kept.txt")
    let link = folder.path + "/t"
    try FileManager.default.createDirectory(atPath: link, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: link + "/trend.csv.mustache", withDestinationPath: target)
    _ = try TemplateExport.write(to: link, overwrites: true)
    #expect(try folder.text(of: "elsewhere/kept.txt") == "mine")
  }

  @Test("what cannot be a folder is refused")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("", to: "file")
    let error = #expect(throws: RunError.self) {
      try TemplateExport.write(to: file, overwrites: true)
    }
    #expect(error?.status == .cannotWrite)
  }
}
