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
    var sources: [(name: String, text: String)] = []
    var paths: [String: String] = [:]
    for (name, builtIn) in BuiltIn.templates {
      let own = try folder.flatMap { folder throws(RunError) in
        try FileBytes.read("\(folder)/\(name).mustache", failingWith: .configuration)
      }
      let path = own == nil ? name : "\(folder ?? "")/\(name).mustache"
      guard let source = String(validating: own ?? builtIn, as: UTF8.self) else {
        throw RunError(.configuration, "\(path): error: the template is no UTF-8 text")
      }
      sources.append((name, source))
      if own != nil { paths[name] = path }
    }
    do throws(TemplateError) {
      library = try Self.checkedLibrary(sources)
    } catch {
      throw error.showing(paths)
    }
  }

  private static func checkedLibrary(
    _ sources: [(name: String, text: String)]
  ) throws(TemplateError) -> TemplateLibrary {
    var templates: [Template] = []
    for source in sources {
      templates.append(try Template(parsing: source.text, name: source.name))
    }
    let library = try TemplateLibrary(templates)
    for file in ReportFile.allCases where !file.isListing {
      try library.check(CSVReport.templateName(file), against: CSVReport.shape(of: file))
    }
    try library.check(HTMLReport.templateName, against: HTMLReport.shape)
    for name in [MailReport.htmlName, MailReport.textName] {
      try library.check(name, against: MailReport.shape)
    }
    return library
  }
}

extension TemplateError {
  /// The error with the paths of the user's own templates in place of their names.
  fileprivate func showing(_ paths: [String: String]) -> TemplateError {
    var error = self
    error.place.template = paths[place.template] ?? place.template
    error.inclusions = inclusions.map { place in
      var place = place
      place.template = paths[place.template] ?? place.template
      return place
    }
    return error
  }
}
