import Foundation
import ReplymeterCommand

/// Any two report.json and their manifest.json are compared or refused; with itself a report that
/// can be read does not differ.
///
/// An input is a report.json, its manifest.json and another report.json, with 0xFF between.
enum ReportFuzz {
  static func check(_ bytes: [UInt8]) throws(FuzzFinding) {
    var input = FuzzInput(bytes)
    let report = input.part()
    let manifest = input.part()
    let other = input.part()
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "replymeter-fuzz-\(UUID().uuidString)").path
    do {
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let before = try written(report, manifest, to: folder + "/a")
      let after = try written(other.isEmpty ? report : other, manifest, to: folder + "/b")
      let old = try ComparedReport(before)
      try require(
        ReportDifference(old, ComparedReport(before)).isEmpty, "a report differs from itself")
      let difference = try ReportDifference(old, ComparedReport(after))
      try require(!difference.lines(showsAll: true).isEmpty, "nothing is said")
    } catch let error as FuzzFinding {
      throw error
    } catch let error as RunError {
      try require(error.message.contains("error: "), "words of \(error)")
    } catch {
      throw FuzzFinding("\(error)")
    }
  }

  private static func written(
    _ report: [UInt8], _ manifest: [UInt8], to path: String
  ) throws -> String {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data(report).write(to: URL(filePath: path + "/report.json"))
    if !manifest.isEmpty {
      try Data(manifest).write(to: URL(filePath: path + "/manifest.json"))
    }
    return path
  }
}
