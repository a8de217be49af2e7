import BuiltInTemplates
import Foundation
import Reports

/// Copies of the built-in templates, for somebody to edit.
struct TemplateExport {
  /// File names of the built-in templates, by name.
  static var fileNames: [String] { BuiltIn.templates.map { fileName($0.name) } }

  /// The name of the reference that lies beside them.
  static let referenceName = "FIELDS.md"

  private static func fileName(_ template: String) -> String { template + ".mustache" }

  /// Writes all templates, and the reference of their fields, into a folder, which is made where it
  /// is not there.
  ///
  /// - Parameters:
  ///   - folder: the folder's path.
  ///   - overwrites: whether files of these names are replaced.
  /// - Returns: the paths written.
  /// - Throws: `RunError` (73) where a file of such a name is there and may not be replaced, which
  ///   is looked at before the first one is written, or where nothing can be written.
  static func write(to folder: String, overwrites: Bool) throws(RunError) -> [String] {
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    if !overwrites,
      let taken = (fileNames + [referenceName]).first(where: { FileKind.isThere(base + $0) })
    {
      throw RunError(
        .cannotWrite,
        "\(base)\(taken): error: there is such a file; nothing was written; name another folder "
          + "or give --force")
    }
    var written: [String] = []
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw RunError(.cannotWrite, "\(folder): error: the folder cannot be made")
    }
    let reference = (referenceName, Array((TemplateReference()?.markdown ?? "").utf8))
    for (name, bytes) in BuiltIn.templates.map({ (fileName($0.name), $0.bytes) }) + [reference] {
      let path = base + name
      do {
        // In one step, so that nobody finds half a template; never through a link.
        try Data(bytes).write(
          to: URL(filePath: path), options: overwrites ? .atomic : .withoutOverwriting)
      } catch {
        throw RunError(.cannotWrite, "\(path): error: the template cannot be written")
      }
      written.append(path)
    }
    return written
  }
}
