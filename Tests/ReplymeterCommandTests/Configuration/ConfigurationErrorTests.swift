import ReplymeterCommand
import Testing

/// Pairs of a file, marked with § at the place that the error must name, and the error's words.
@Suite("Errors in a configuration")
struct ConfigurationErrorTests {
  @Test(
    "keys",
    arguments: [
      (
        "title: x\n§timezon: UTC",
        "unknown key 'timezon' (expected one of timezone, title, language, period, as_of, silence, "
          + "compare, inputs, pages, away, automation, employees, exclusions, policy, window, "
          + "overdue_after, expect_data_within, benchmarks, industries, email, redaction); "
          + "did you mean 'timezone'?"
      ),
      (
        "pages:\n  - id: a\n    §colour: red",
        "unknown key 'pages[].colour' (expected one of id, name, industry, timezone, "
          + "office_hours, holidays, targets); remove it"
      ),
      (
        "window: { §channel: [sms] }",
        "unknown key 'window.channel' (expected one of channels); did you mean 'channels'?"
      ),
      (
        "away: { §\"fi\\u202Ele\\e[1m\": a }",
        "unknown key 'away.fi\\u{202e}le\\u{1b}[1m' (expected one of file, outside_office_hours); "
          + "remove it"
      ),
      (
        "inputs: [{ path: a, columns: { §conversation: b } }]",
        "unknown key 'inputs[].columns.conversation' (expected one of conversation_id, timestamp, "
          + "direction, message_id, page, channel, kind, sender_id, sender_name, employee_id, "
          + "employee_name, contact_id, contact_name, assignee, status, tag, rating, text); "
          + "did you mean 'conversation_id'?"
      ),
      ("pages:\n  - §name: Shop", "'pages[]' lacks the key 'id'; add it"),
      ("inputs:\n  - §{ format: auto }", "'inputs[]' lacks the key 'path'; add it"),
      (
        "title: x\n# again\n§title: y",
        "the key 'title' stands here again (first on line 1); keep one of them"
      ),
      (
        "title: x\n§'title': y\n",
        "the key 'title' stands here again (first on line 1); "
          + "keep one of them"
      ),
      (
        "pages:\n- id: a\n  name: b\n  §id: c",
        "the key 'pages[].id' stands here again (first on line 2); keep one of them"
      ),
      (
        "industries: { \"Shoe shops\": retail, §Shoe shops: travel }",
        "the key 'industries.Shoe shops' stands here again (first on line 1); keep one of them"
      ),
      (
        "§\"tit\\u006Ce\": x\ntitle: y",
        "a key that begins here stands more than once in its mapping; keep one of them"
      ),
      ("§[title]: x", "a key that is no text; write 'key: value'"),
      ("?§ \n: x", "a key that is no text; write 'key: value'"),
    ] as [(String, String)])
  func keys(marked: String, words: String) {
    expectError(in: marked, words)
  }

  @Test(
    "types",
    arguments: [
      (
        "§- title",
        "the configuration is of the wrong type (found a list, expected a mapping); "
          + "write { key: value } or a line 'key: value' each"
      ),
      (
        "§just words",
        "the configuration is of the wrong type (found a text, expected a mapping); "
          + "write { key: value } or a line 'key: value' each"
      ),
      (
        "title: §[a, b]",
        "'title' is of the wrong type (found a list, expected a text); "
          + "write one text, in quotes where it holds brackets or colons"
      ),
      (
        "email: { subject: §{{period}} }",
        "'email.subject' is of the wrong type (found a mapping, expected a text); "
          + "write one text, in quotes where it holds brackets or colons"
      ),
      (
        "title: x\n§timezone:\nperiod: all",
        "'timezone' has no value (expected a text); write one or remove the key"
      ),
      ("§pages:\n", "'pages' has no value (expected a list); write one or remove the key"),
      (
        "pages: §shop",
        "'pages' is of the wrong type (found a text, expected a list); "
          + "write [one, two] or a line '- one' each"
      ),
      (
        "pages: [§shop]",
        "'pages[]' is of the wrong type (found a text, expected a mapping); "
          + "write { key: value } or a line 'key: value' each"
      ),
      (
        "pages:\n  §shop: { name: Shop }",
        "'pages' is of the wrong type (found a mapping, expected a list); "
          + "write [one, two] or a line '- one' each"
      ),
      (
        "email: { to: §boss@example.com }",
        "'email.to' is of the wrong type (found a text, expected a list); "
          + "write [one, two] or a line '- one' each"
      ),
      (
        "policy: §[facebook-2020]",
        "'policy' is of the wrong type (found a list, expected a text or a mapping); "
          + "write { key: value } or a line 'key: value' each"
      ),
      (
        "inputs: [{ path: a, columns: { text: §{ a: b } } }]",
        "'inputs[].columns.text' is of the wrong type (found a mapping, expected a text or a list);"
          + " write [one, two] or a line '- one' each"
      ),
      (
        "policy: { §channels: }",
        "'policy.channels' has no value (expected a text or a list); write one or remove the key"
      ),
    ] as [(String, String)])
  func types(marked: String, words: String) {
    expectError(in: marked, words)
  }

  @Test(
    "words and numbers",
    arguments: [
      (
        "language: §english",
        "'language' has an unknown value (found 'english', expected one of en, fr, pt, nb, id)"
      ),
      (
        "compare: §last_year",
        "'compare' has an unknown value (found 'last_year', expected one of previous, last-year, "
          + "none); did you mean 'last-year'?"
      ),
      (
        "exclusions: { away: §no }",
        "'exclusions.away' is neither true nor false (found 'no', expected true or false)"
      ),
      (
        "silence: §1 day",
        "'silence' is no usable duration (found '1 day', expected a number of seconds, or a number "
          + "with ms, s, m, h, d or w); write for example 90, 15m or 24h, to the millisecond and at "
          + "most 3652500d"
      ),
      (
        "policy: { window: §0d }",
        "'policy.window' is no usable duration (found '0d', expected more than 0, as seconds or a "
          + "number with ms, s, m, h, d or w); write for example 90, 15m or 24h, to the millisecond "
          + "and at most 3652500d"
      ),
      (
        "policy: { reply_deadline: §never }",
        "'policy.reply_deadline' is no usable duration (found 'never', expected a number of "
          + "seconds, a number with ms, s, m, h, d or w, or none); write for example 90, 15m or "
          + "24h, to the millisecond and at most 3652500d"
      ),
      (
        "policy: { least_response_rate: §90% }",
        "'policy.least_response_rate' is no share (found '90%', expected a number from 0 to 1 with "
          + "at most 6 decimals); write for example 0.95 for 95 %"
      ),
      (
        "policy: { fewest_openers: §-1 }",
        "'policy.fewest_openers' is no usable number (found '-1', expected a whole number from 0 "
          + "to 1000000)"
      ),
      (
        "policy: { channels: §some }",
        "'policy.channels' has an unknown value (found 'some', expected one of all)"
      ),
      (
        "policy: §facebook-2021",
        "'policy' has an unknown value (found 'facebook-2021', expected one of facebook-2020, "
          + "facebook-2017, facebook-2015); did you mean 'facebook-2020'?"
      ),
      (
        "inputs: [{ path: a, encoding: §windws-1252 }]",
        "'inputs[].encoding' is no encoding that this system knows (found 'windws-1252', expected "
          + "utf-8, utf-16, windows-1252 or another that 'iconv -l' lists); "
          + "did you mean 'windows-1252'?"
      ),
      (
        "inputs: [{ path: a, separator: §'\"' }]",
        "'inputs[].separator' is no separator (found '\"', expected one ASCII character that is no "
          + "letter, digit, quote or line end, or tab)"
      ),
      (
        "inputs: [{ path: a, quote: §q }]",
        "'inputs[].quote' is no quote (found 'q', expected one ASCII character that is no letter, "
          + "digit or line end, or none)"
      ),
      (
        "inputs: [{ path: a, values: { direction: { In: §inbond } } }]",
        "'inputs[].values.direction.In' has an unknown value (found 'inbond', expected one of "
          + "inbound, outbound); did you mean 'inbound'?"
      ),
      ("inputs: [{ path: §' ' }]", "'inputs[].path' is blank (expected a text)"),
      (
        "inputs: [{ path: a, columns: { text: §[] } }]",
        "'inputs[].columns.text' is blank (expected a text)"
      ),
      (
        "title: x\u{1F4EC} \nsilence:    §\"\(String(repeating: "9", count: 90))\"",
        "'silence' is no usable duration (found '\(String(repeating: "9", count: 80))…', expected "
          + "a number of seconds, or a number with ms, s, m, h, d or w); write for example 90, 15m "
          + "or 24h, to the millisecond and at most 3652500d"
      ),
    ] as [(String, String)])
  func wordsAndNumbers(marked: String, words: String) {
    expectError(in: marked, words)
  }

  @Test(
    "pages",
    arguments: [
      (
        "pages:\n  - id: a\n  - id: §a",
        "two pages have the same 'pages[].id' (found 'a', first on line 2); join them or rename one"
      ),
      (
        "pages: [{ id: a }, { id: §\" a \" }]",
        "two pages have the same 'pages[].id' (found 'a', first on line 1); join them or rename one"
      ),
      (
        "pages: [{ id: a, holidays: [§2026-02-29] }]",
        "'pages[].holidays[]' is no date of the calendar (found '2026-02-29', expected YYYY-MM-DD "
          + "or the name of a file)"
      ),
      (
        "pages: [{ id: a, holidays: [h.csv, §25.12.2026] }]",
        "'pages[].holidays[]' is no date of the calendar (found '25.12.2026', expected YYYY-MM-DD "
          + "or the name of a file)"
      ),
      (
        "pages: [{ id: a, office_hours: { §monday: closed } }]",
        "'pages[].office_hours.monday' names no days of the week (expected mon, tue, wed, thu, "
          + "fri, sat, sun, a range or a list by comma); write for example mon-fri or sat,sun"
      ),
      (
        "pages: [{ id: a, office_hours: { mon: §9-17 } }]",
        "'pages[].office_hours.mon' is no list of office hours (found '9-17', expected times from "
          + "00:00 to 24:00 by comma, or closed); write for example 09:00-12:30, 13:30-18:00"
      ),
      (
        "pages: [{ id: a, office_hours: { mon: §\"09:00-09:00\" } }]",
        "'pages[].office_hours.mon' ends at the time it begins (found '09:00-09:00', expected "
          + "another end); for the whole day write 00:00-24:00"
      ),
      (
        "pages: [{ id: a, targets: { first_response_median: §ten } }]",
        "'pages[].targets.first_response_median' is no usable duration (found 'ten', expected a "
          + "number of seconds, or a number with ms, s, m, h, d or w); write for example 90, 15m or "
          + "24h, to the millisecond and at most 3652500d"
      ),
      (
        "pages: [{ id: a, targets: { within_1h: §95 } }]",
        "'pages[].targets.within_1h' is no share (found '95', expected a number from 0 to 1 with "
          + "at most 6 decimals); write for example 0.95 for 95 %"
      ),
    ] as [(String, String)])
  func pages(marked: String, words: String) {
    expectError(in: marked, words)
  }

  @Test(
    "people are not named",
    arguments: [
      (
        "employees: { aliases: { Anna: [x, y], Bea: [§y] } }",
        "an employee's key stands under two aliases in 'employees.aliases' (first on line 1); "
          + "keep one of them"
      ),
      (
        "employees:\n  aliases:\n    Anna: [Bea]\n    §Bea: [y]",
        "an employee's key stands under two aliases in 'employees.aliases' (first on line 3); "
          + "keep one of them"
      ),
      (
        "employees: { aliases: { Zoé: [], Bea: [§\" Zoe\u{301} \"] } }",
        "an employee's key stands under two aliases in 'employees.aliases' (first on line 1); "
          + "keep one of them"
      ),
      (
        "employees: { aliases: { Anna: [x], §Anna: [y] } }",
        "the key 'employees.aliases[]' stands here again (first on line 1); keep one of them"
      ),
      (
        "employees: { aliases: { Anna: [§''] } }",
        "'employees.aliases[][]' is blank (expected a text)"
      ),
      ("automation: { senders: [§' '] }", "'automation.senders[]' is blank (expected a text)"),
      (
        "email: { from: §boss }",
        "'email.from' is no mail address (expected name@example.com or Name <name@example.com>)"
      ),
      (
        "email: { to: [a@example.com, §\"b@example.com\\nBcc: c@example.com\"] }",
        "'email.to[]' is no mail address (expected name@example.com or Name <name@example.com>)"
      ),
      (
        "email: { subject: §\"one\\r\\ntwo\" }",
        "'email.subject' is not one line of text (expected a text without control characters)"
      ),
    ] as [(String, String)])
  func people(marked: String, words: String) {
    expectError(in: marked, words)
  }

  @Test("all flaws are told, by their places")
  func allFlaws() {
    let error = configurationError(
      in: "title: [x]\npages:\n- name: Shop\n  timezon: UTC\n- id: ' '\n  name:\nsilence: x")
    #expect(
      error?.flaws.map(\.place) == [
        place(1, 8), place(3, 3), place(4, 3), place(5, 7), place(6, 3), place(7, 10),
      ])
    #expect(error?.untoldCount == 0)
  }

  @Test("repeated keys do not hide what follows them")
  func repeatedKeysAndMore() {
    let error = configurationError(
      in: "title: x\ntitle: y\ntitle: z\naway: { file: a, file: b }\nperiods: all")
    #expect(
      error?.flaws.map(\.place) == [place(2, 1), place(3, 1), place(4, 18), place(5, 1)])
  }

  @Test("of many flaws the first ten are told and the others counted")
  func manyFlaws() {
    let error = configurationError(in: (1...13).map { "key\($0): x" }.joined(separator: "\n"))
    #expect(error?.flaws.map(\.place.line) == Array(1...10))
    #expect(error?.untoldCount == 3)
    #expect(error?.description.split(separator: "\n").count == 11)
    #expect(error?.description.hasSuffix("\nf.yml: and 3 more; mend these first") == true)
  }

  @Test("a later check is told at the value's place")
  func laterCheck() throws {
    let configuration = try Configuration(reading: Array("timezone: Paris".utf8), file: "f.yml")
    let zone = try #require(configuration.timezone)
    let error = ConfigurationError.refusing(
      zone, key: "timezone", in: "f.yml", what: "unknown time zone",
      expected: "a name such as Europe/Paris", advice: "did you mean 'Europe/Paris'?")
    #expect(
      error.description
        == "f.yml:1:11: error: unknown time zone in 'timezone' (found 'Paris', expected a name "
        + "such as Europe/Paris); did you mean 'Europe/Paris'?")
  }
}

/// Expects one error, at the place of the § in the text.
func expectError(
  in marked: String, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let parts = marked.split(separator: "§", omittingEmptySubsequences: false)
  let lines = parts[0].unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
  let column = (lines.last?.count ?? 0) + 1
  let error = configurationError(in: parts.joined())
  #expect(
    error?.description == "f.yml:\(lines.count):\(column): error: \(words)",
    sourceLocation: sourceLocation)
}

func configurationError(in yaml: String) -> ConfigurationError? {
  do {
    _ = try Configuration(reading: Array(yaml.utf8), file: "f.yml")
    return nil
  } catch {
    return error
  }
}
