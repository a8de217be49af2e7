import BuiltInTemplates
import Reports
import Templates

/// The templates of a run: the user's own file by file, else the built-in ones.
///
/// Where any is the user's own, all are checked before a byte of history is read; the built-in ones
/// alone have nothing wrong with them, of which a test makes sure.
struct ReportTemplates {
  let library: TemplateLibrary
  /// The user's files that were read, by name.
  let ownPaths: [String]

  /// - Parameter folder: the user's templates; nil for the built-in ones alone.
  /// - Throws: `RunError` for a folder that is not there and for a file in it that nothing uses,
  ///   `TemplateError` for a wrong template.
  init(folder: String?) throws {
    let own = try folder.map { path throws(RunError) in try TemplateFolder(path).files } ?? []
    ownPaths = own.map(\.file.path)
    let paths = Dictionary(own.map { ($0.name, $0.file.path) }) { first, _ in first }
    let builtIn = BuiltIn.templates.filter { paths[$0.name] == nil }
    do {
      let templates =
        try own.map { name, file in
          try Self.template(name, path: file.path, file.bytes)
        }
        + builtIn.map { name, bytes in try Self.template(name, path: name, bytes) }
      library = try TemplateLibrary(templates)
      guard !own.isEmpty else { return }
      try Self.check(library)
      try Self.checkUse(of: own.map(\.name), paths, among: templates)
    } catch let error as TemplateError {
      throw error.showing(paths)
    }
  }

  private static func template(_ name: String, path: String, _ bytes: [UInt8]) throws -> Template {
    guard let source = String(validating: bytes, as: UTF8.self) else {
      throw RunError(.configuration, "\(path): error: the template is no UTF-8 text")
    }
    return try Template(parsing: source, name: name)
  }

  /// Checks that documents ask for nothing that their data do not have.
  private static func check(_ library: TemplateLibrary) throws(TemplateError) {
    for document in DocumentTemplate.all {
      try library.check(document.name, against: document.shape)
    }
  }

  /// Fails for a file that makes no document and that no other one includes: a slip in its name
  /// would otherwise leave the built-in template in its place without a word.
  private static func checkUse(
    of own: [String], _ paths: [String: String], among templates: [Template]
  ) throws(RunError) {
    let documents = DocumentTemplate.all.map(\.name)
    let included = Set(
      templates.flatMap { template in template.includedNames.filter { $0 != template.name } })
    let listings = ReportFile.allCases.filter(\.isListing).map(\.fileName)
    for name in own where !documents.contains(name) && !included.contains(name) {
      guard !listings.contains(name) else {
        throw RunError(
          .configuration,
          "\(paths[name] ?? name): error: listings have no template (found '\(name)', expected one "
            + "of 'replymeter templates list'); remove the file")
      }
      let nearest = nearestName(to: name, among: documents)
      throw RunError(
        .configuration,
        "\(paths[name] ?? name): error: no document is made of the template and no other one "
          + "includes it (found '\(name)', expected one of 'replymeter templates list'); "
          + (nearest.map { "did you mean '\($0)'?" } ?? "rename or remove the file"))
    }
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
