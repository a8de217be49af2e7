import Testing

struct HelpTests {
  @Test(arguments: [
    ([], "help.txt"), (["report"], "help-report.txt"), (["explain"], "help-explain.txt"),
    (["check"], "help-check.txt"), (["init"], "help-init.txt"),
    (["diff"], "help-diff.txt"), (["benchmarks"], "help-benchmarks.txt"),
    (["templates"], "help-templates.txt"),
  ])
  func explainsItself(verb: [String], golden: String) throws {
    let outcome = try RunningTool.run(
      verb + ["--help"], in: Checkout.folder, environment: ["COLUMNS": "100"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    try Golden().expect(outcome.output, named: golden)
  }

  @Test func tellsItsVersion() throws {
    let outcome = try RunningTool.run(["--version"], in: Checkout.folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "replymeter 0.1.0")
    #expect(
      lines.dropFirst().map { $0.prefix { $0 != ":" } } == ["commit", "libxml2", "time zones"])
  }
}
