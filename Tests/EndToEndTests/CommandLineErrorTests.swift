import TestSupport
import Testing

/// Wrong options and configurations: the exit code and the exact message, and nothing written.
struct CommandLineErrorTests {
  private static let values: [(options: [String], message: String)] = [
    (
      ["--timezone", "Europe/Pariss"],
      "error: unknown time zone in '--timezone' (found 'Europe/Pariss', expected an IANA name such "
        + "as Europe/Paris); did you mean 'Europe/Paris'?"
    ),
    (
      ["--period", "2026-13"],
      "error: in '--period': there is no such month (found 2026-13, expected 2026-01 to 2026-12); "
        + "choose one of these"
    ),
    (
      ["--as-of", "tomorrow"],
      "error: impossible instant in '--as-of' (found 'tomorrow', expected ISO 8601 such as "
        + "2026-11-16T06:00, or a date)"
    ),
    (
      ["--policy", "facebook-2019"],
      "error: unknown policy in '--policy' (found 'facebook-2019', expected facebook-2020, "
        + "facebook-2017, facebook-2015); did you mean 'facebook-2017'?"
    ),
    (
      ["--page", "shop"],
      "error: unknown page in '--page' (found 'shop', expected one of the data or the "
        + "configuration)"
    ),
  ]

  @Test(arguments: values)
  func refusesAValue(options: [String], message: String) throws {
    let place = try TemporaryFolder()
    let outcome = try RunningTool.run(
      ["report", Checkout.path("sample-data/minimal.csv"), "--output", "report"] + options,
      in: place.path)
    #expect(
      outcome == .refusal(64, message))
    #expect(try place.names() == [])
  }

  /// The first line of what the option parser says; the usage follows.
  private static let options: [(options: [String], message: String)] = [
    (["--outptu", "x"], "Error: Unknown option '--outptu'. Did you mean '--output'?"),
    (["--threads", "0"], "Error: '--threads' is from 1 to 1024 (found 0)"),
    (
      ["--memory", "1M"],
      "Error: '--memory' is 64M or more, such as 512M or 2G (found '1M')"
    ),
    (
      ["--memory", "2 gigs"],
      "Error: '--memory' is 64M or more, such as 512M or 2G (found '2 gigs')"
    ),
    (["--threads", "x"], "Error: The value 'x' is invalid for '--threads <n>'"),
    (
      ["--format", "htlm"],
      "Error: unknown format in '--format' (found 'htlm', expected html, csv, json, email, text); did you "
        + "mean 'html'?"
    ),
    (
      ["--compare", "never"],
      "Error: The value 'never' is invalid for '--compare <compare>'. Please provide one of "
        + "'previous', 'last-year' or 'none'."
    ),
    (
      ["--csv-separator", "ab"],
      "Error: '--csv-separator' is one character or 'tab' (found 'ab')"
    ),
    ([], "Error: '--output' is missing; name the folder of the reports"),
  ]

  @Test(arguments: options)
  func refusesAnOption(options: [String], message: String) throws {
    let place = try TemporaryFolder()
    let outcome = try RunningTool.run(
      ["report", Checkout.path("sample-data/minimal.csv")] + options, in: place.path)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").first.map(String.init) == message)
    #expect(try place.names() == [])
  }

  /// A configuration, and what is wrong with it, with its place.
  private static let configurations: [(text: String, message: String)] = [
    (
      "title: Shops\ntimezone: Europe/Pariss\n",
      "replymeter.yml:2:11: error: unknown time zone in 'timezone' (found 'Europe/Pariss', "
        + "expected an IANA name such as Europe/Paris); did you mean 'Europe/Paris'?"
    ),
    (
      "period: 2026-13\n",
      "replymeter.yml:1:9: error: impossible period in 'period' (found '2026-13', expected "
        + "last-week, this-week, last-month, this-month, yesterday, last-7-days, last-30-days, "
        + "2026-W46, 2026-10, 2026-Q3, 2026, 2026-10-01..2026-10-31 or all)"
    ),
    (
      "as_of: never\n",
      "replymeter.yml:1:8: error: impossible instant in 'as_of' (found 'never', expected ISO 8601 "
        + "such as 2026-11-16T06:00, or a date)"
    ),
    (
      "timezone: UTC\nsilnce: 24h\n",
      "replymeter.yml:2:1: error: unknown key 'silnce' (expected one of timezone, title, language, "
        + "period, as_of, silence, compare, inputs, pages, away, automation, employees, "
        + "exclusions, policy, window, overdue_after, expect_data_within, benchmarks, industries, "
        + "email, redaction); did you mean 'silence'?"
    ),
    (
      "policy: facebook-2019\n",
      "replymeter.yml:1:9: error: 'policy' has an unknown value (found 'facebook-2019', expected "
        + "one of facebook-2020, facebook-2017, facebook-2015); did you mean 'facebook-2017'?"
    ),
    (
      "pages:\n  - id: a\n    holidays: [nowhere.csv]\n",
      "nowhere.csv: error: there is no such file"
    ),
    (
      "pages: [\n",
      "replymeter.yml:2:1: error: this is not YAML (did not find expected node content); check "
        + "indentation, colons and quotes near here"
    ),
  ]

  @Test(arguments: configurations)
  func refusesAConfiguration(text: String, message: String) throws {
    let place = try TemporaryFolder()
    try place.write(text, to: "replymeter.yml")
    let outcome = try RunningTool.run(
      ["report", Checkout.path("sample-data/minimal.csv"), "--output", "report"], in: place.path)
    #expect(
      outcome == .refusal(78, message))
    #expect(try place.names() == ["replymeter.yml"])
  }

  private static let absences: [(options: [String], message: String)] = [
    (["--config", "nowhere.yml"], "nowhere.yml: error: there is no such configuration file"),
    (["--templates", "nowhere"], "nowhere: error: there is no such folder of templates"),
  ]

  @Test(arguments: absences)
  func refusesWhatIsNotThere(options: [String], message: String) throws {
    let place = try TemporaryFolder()
    let outcome = try RunningTool.run(
      ["report", Checkout.path("sample-data/minimal.csv"), "--output", "report"] + options,
      in: place.path)
    #expect(
      outcome == .refusal(78, message))
    #expect(try place.names() == [])
  }

  @Test func tellsTheLineOfAWrongSideFile() throws {
    let place = try TemporaryFolder()
    try place.write("away: { file: away.csv }\n", to: "replymeter.yml")
    try place.write(
      "page,start,end\n,2026-11-05T10:00,2026-11-05T12:00\n,2026-11-05T12:00,2026-11-05T12:00\n",
      to: "away.csv")
    let outcome = try RunningTool.run(
      ["report", Checkout.path("sample-data/minimal.csv"), "--output", "report"], in: place.path)
    #expect(outcome.status == 78)
    #expect(
      outcome.errors
        == "replymeter: away.csv:3: error: the end does not lie after the start; correct one of "
        + "them\n")
  }

  @Test func tellsTheLineOfAWrongTemplate() throws {
    let place = try TemporaryFolder()
    try place.write("page\n{{#rows}}{{pgae}}\n{{/rows}}", to: "own/summary.csv.mustache")
    let outcome = try RunningTool.run(
      [
        "report", Checkout.path("sample-data/minimal.csv"), "--output", "report", "--templates",
        "own",
      ], in: place.path)
    #expect(outcome.status == 78)
    #expect(
      outcome.errors.hasPrefix(
        "replymeter: own/summary.csv.mustache:2:12: error: unknown name (found 'pgae'"))
    #expect(try place.names() == ["own"])
  }
}
