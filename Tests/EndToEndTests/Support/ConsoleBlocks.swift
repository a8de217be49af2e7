/// The blocks of a document that show commands with their output.
///
/// A block begins with a line ```` ```console ````. In it a line that begins with `$ ` is a command,
/// the lines after it are its output, and a last line `…` stands for any more.
struct ConsoleBlocks {
  struct Step: Equatable {
    var command: String
    var output: [String] = []
    /// Whether `output` is all of it.
    var isWhole = true
  }

  private(set) var steps: [Step] = []

  init(_ document: String) {
    var isInside = false
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if isInside, !steps.isEmpty {
        if line == "…" {
          steps[steps.count - 1].isWhole = false
        } else {
          steps[steps.count - 1].output.append(String(line))
        }
      }
    }
  }
}
