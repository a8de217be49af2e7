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
    #expect(outcome == RunningTool.Outcome(status: 0, output: "0.1.0\n", errors: ""))
  }
}
