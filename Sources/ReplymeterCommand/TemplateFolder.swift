import Foundation
import Reports

/// A user's folder of templates: its files, by template name.
struct TemplateFolder {
  /// One file of it.
  struct File {
    var path: String
    var bytes: [UInt8]
  }

  /// By name, which is the file's name without its ending, in the order of names.
  let files: [(name: String, file: File)]

  /// The longest template that is read; the longest built-in one has a hundredth of it.
  private static let longestFile = 4 << 20
  private static let suffix = ".mustache"

  /// Reads the files whose names end in `.mustache` and that are not hidden.
  ///
  /// Only names that the folder itself lists are read, so that no template can name a file
  /// elsewhere.
  ///
  /// - Throws: `RunError` (78) for a folder that is not there, cannot be read or has no template,
  ///   and for a name that no template can include.
  init(_ folder: String) throws(RunError) {
    let path = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard case .folder = FileKind(folder) else {
      throw RunError(.configuration, "\(folder): error: there is no such folder of templates")
    }
    let listed: [String]
    do {
      listed = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw RunError(.configuration, "\(folder): error: the folder of templates cannot be read")
    }
    let names = listed.filter { $0.hasSuffix(Self.suffix) && !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if names.isEmpty { throw Self.emptiness(of: folder, listed) }
    var files: [(name: String, file: File)] = []
    for fileName in names {
      let filePath = "\(path)/\(fileName)"
      let name = String(fileName.dropLast(Self.suffix.count))
      guard Self.isName(name) else {
        throw RunError(
          .configuration,
          "\(filePath): error: not a name of a template (expected letters a to z, digits, '-', '_' "
            + "and '.'); rename the file")
      }
      guard case .file = FileKind(filePath) else {
        throw RunError(.configuration, "\(filePath): error: the template is no regular file")
      }
      let bytes = try FileBytes.read(
        filePath, failingWith: .configuration, atMost: Self.longestFile)
      files.append((name, File(path: filePath, bytes: bytes ?? [])))
    }
    self.files = files
  }

  /// A folder without a template would leave every built-in one in its place without a word.
  private static func emptiness(of folder: String, _ listed: [String]) -> RunError {
    let meant = DocumentTemplate.all.map(\.name).first { listed.contains($0) }
    return RunError(
      .configuration,
      "\(folder): error: the folder has no file whose name ends in \(suffix)"
        + (meant.map { " (found '\($0)'); rename it to \($0)\(suffix)" } ?? ""))
  }

  /// Whether a tag can name it and every file system holds it.
  static func isName(_ name: String) -> Bool {
    name.utf8.count <= 100
      && name.utf8.contains { $0 != UInt8(ascii: ".") }
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
