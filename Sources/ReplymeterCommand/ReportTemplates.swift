import BuiltInTemplates
import Reports
import Templates

/// The templates of a run: the user's own file by file, else the built-in ones; all are checked
/// before a byte of history is read.
struct ReportTemplates {
  let library: TemplateLibrary

  /// - Parameter folder: the user's templates; nil for the built-in ones alone.
  /// - Throws: `RunError` for a folder that is not there, `TemplateError` for a wrong template.
  init(folder: String?) throws {
    if let folder {
      guard case .folder = FileKind(folder) else {
        throw RunError(.configuration, "\(folder): error: there is no such folder of templates")
      }
    }
    var templates: [Template] = []
    for (name, builtIn) in BuiltIn.templates {
      let own = try folder.flatMap { folder throws(RunError) in
        try FileBytes.read("\(folder)/\(name).mustache", failingWith: .configuration)
      }
      let path = own == nil ? name : "\(folder ?? "")/\(name).mustache"
      guard let source = String(validating: own ?? builtIn, as: UTF8.self) else {
        throw RunError(.configuration, "\(path): error: the template is no UTF-8 text")
      }
      templates.append(try Template(parsing: source, name: name))
    }
    library = try TemplateLibrary(templates)
    for file in ReportFile.allCases where !file.isListing {
      try library.check(CSVReport.templateName(file), against: CSVReport.shape(of: file))
    }
  }
}
