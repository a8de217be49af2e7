import ArgumentParser

/// The built-in templates: their names, and copies to edit.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Lists the built-in templates, or copies them into a folder to edit.",
    discussion: """
      A folder of edited templates is given to 'report --templates DIR'; templates that it lacks \
      are the built-in ones.
      """,
    subcommands: [List.self, Export.self])

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
      abstract: "Copies the built-in templates into a folder; never over files without --force.")

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
}
