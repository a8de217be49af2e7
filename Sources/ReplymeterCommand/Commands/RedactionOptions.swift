import ArgumentParser
import Reports

/// Whose names and ids are hidden: shared by the verbs that show people.
struct RedactionOptions: ParsableArguments {
  @Option(
    name: .customLong("redact"),
    help: ArgumentHelp(
      "Whose names and ids are replaced by pseudonyms.", valueName: "level"))
  var level: RedactionLevel?
}

extension RedactionLevel: ExpressibleByArgument {}
