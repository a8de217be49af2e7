import ArgumentParser
import Reports

/// The built-in templates: their names, and copies to edit.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Lists, copies, explains and checks templates.",
    discussion: """
      A folder of edited templates is given to 'report --templates DIR'; templates that it lacks \
      are the built-in ones. Files in it may include each other: {{> part}} is part.mustache.
      """,
    subcommands: [List.self, Export.self, Fields.self, Check.self])

  /// The file names, a line each.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the built-in templates.")

    func run() throws {
      try exitingOnError {
        try StandardStreams.print(TemplateExport.fileNames.joined(separator: "\n"))
      }
    }
  }

  /// Copies of all templates.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copies the built-in templates into a folder; never over files without --force.",
      discussion: "FIELDS.md beside them lists all fields, as 'templates fields' does.")

    @Argument(help: ArgumentHelp("The folder; made where it is not there.", valueName: "dir"))
    var folder: String

    @Flag(help: "Replaces files of the same names.")
    var force = false

    func run() throws {
      try exitingOnError {
        let written = try TemplateExport.write(to: folder, overwrites: force)
        try StandardStreams.print(written.joined(separator: "\n"))
      }
    }
  }

  /// The reference of fields.
  struct Fields: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the fields that templates may use, with their meanings, as Markdown.")

    @Argument(
      help: ArgumentHelp("The document, such as summary.csv (default: all).", valueName: "name"))
    var name: String?

    func run() throws {
      guard let reference = TemplateReference(of: name) else {
        let known = DocumentTemplate.all.map(\.name)
        let advice = name.flatMap { nearestName(to: $0, among: known) }
        throw ValidationError(
          "unknown template (found '\(name ?? "")', expected one of 'replymeter templates list')"
            + (advice.map { "; did you mean '\($0)'?" } ?? ""))
      }
      try exitingOnError {
        try StandardStreams.print(String(reference.markdown.dropLast()))
      }
    }
  }

  /// What a report does with a folder before it reads anything, by itself.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Checks a folder of own templates as 'report --templates' does; 78 where one is wrong.")

    @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
    var folder: String

    func run() throws {
      try exitingOnError {
        let paths = try ReportTemplates(folder: folder).ownPaths
        try StandardStreams.print(paths.joined(separator: "\n"))
      }
    }
  }
}
