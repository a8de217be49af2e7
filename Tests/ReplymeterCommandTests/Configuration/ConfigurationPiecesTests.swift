import DelimitedText
import MessageHistory
import ReplymeterCommand
import Reports
import Testing

@Suite("Pieces of a configuration")
struct ConfigurationPiecesTests {
  @Test(
    "a file that says nothing is an empty configuration",
    arguments: ["", "\n\n", "# nothing yet\n", "---\n", "\u{FEFF}", "{}", "\u{FEFF}# timezone\r\n"])
  func nothingSaid(yaml: String) throws {
    #expect(try read(yaml) == Configuration())
  }

  @Test(
    "words stay words, whatever YAML would make of them",
    arguments: [
      ("title: no", "no"), ("title: 2026", "2026"), ("title: 1e3", "1e3"), ("title: ~", "~"),
      ("title: null", "null"), ("title: 0x1F", "0x1F"), ("title: 012", "012"),
      ("title: '2026-01-01'", "2026-01-01"), ("title: \"\"", ""), ("title: !!str yes", "yes"),
      ("title: \"a\\tb\"", "a\tb"), ("title: |\n  one\n  two\n", "one\ntwo\n"),
      ("title: R&D and *all*", "R&D and *all*"), ("\u{FEFF}title: Büro", "Büro"),
      ("{\"title\": \"as JSON\"}", "as JSON"),
    ])
  func textsAreKept(yaml: String, title: String) throws {
    #expect(try read(yaml).title?.value == title)
  }

  @Test("places are those of the values, in Unicode scalars, behind comments and line ends")
  func placesAreKept() throws {
    let configuration = try read("# é\u{301}\r\ntitle: \"ä\"\r\n\r\nperiod:   2026-W46")
    #expect(configuration.title?.place == place(2, 8))
    #expect(configuration.period?.place == place(4, 11))
    #expect(try read("\u{FEFF}title: x").title?.place == place(1, 8))
    #expect(try read("{ title: é, period: all }").period?.place == place(1, 21))
  }

  @Test("an input takes all of its settings")
  func inputSettings() throws {
    let yaml = """
      inputs:
        - path: a.csv
          separator: ";"
          quote: "'"
          escape: backslash
          header: false
          skip_lines: 3
          encoding: utf-16le
          columns: { timestamp: [Date, Time], text: Body }
          values:
            status: { "Closed ": done, Odd: "" }
            kind: { Robot: bot }
            page: { "12": shop }
        - { path: b.csv, separator: tab, quote: none, escape: doubled, header: true }
      """
    let inputs = try read(yaml).inputs
    let first = try #require(inputs.first)
    let last = try #require(inputs.last)

    #expect(inputs.map(\.path.value) == ["a.csv", "b.csv"])
    #expect(first.separator?.value == UInt8(ascii: ";"))
    #expect(first.quote?.value == .byte(UInt8(ascii: "'")))
    #expect(first.escape?.value == .backslash)
    #expect(first.header?.value == false)
    #expect(first.skippedLines?.value == 3)
    #expect(first.encoding?.value == .utf16LittleEndian)
    #expect(first.columns.map(\.column) == [.timestamp, .text])
    #expect(first.columns.map { $0.names.map(\.value) } == [["Date", "Time"], ["Body"]])
    #expect(first.values.map(\.column) == [.status, .kind, .page])
    #expect(first.values[0].replacements.map(\.word.value) == ["Closed ", "Odd"])
    #expect(first.values[0].replacements.map(\.replacement.value) == ["done", ""])
    #expect(last.separator?.value == UInt8(ascii: "\t"))
    #expect(last.quote?.value == ConfiguredInput.Quote.none)
    #expect(last.escape?.value == .doubled)
    #expect(last.header?.value == true)
  }

  @Test(
    "a separator is a character or a tab by name",
    arguments: [
      ("','", ","), ("';'", ";"), ("'|'", "|"), ("\"\\t\"", "\t"), ("tab", "\t"), ("'\\t'", "\t"),
      ("'~'", "~"),
    ])
  func separators(written: String, expected: String) throws {
    let input = try read("inputs: [{ path: a, separator: \(written) }]").inputs.first
    #expect(input?.separator?.value == expected.utf8.first)
  }

  @Test("a policy of one's own keeps what it says and nothing else")
  func customPolicy() throws {
    let yaml = """
      policy:
        name: strict
        base: facebook-2015
        window: 14d
        least_response_rate: 0.9
        response_time: median
        response_time_limit: 5m
        fewest_openers: 0
        silence: 12h
        reply_deadline: 24h
        exclusions: [spam, page_started]
        channels: [ WhatsApp ]
      """
    guard case .custom(let policy) = try read(yaml).policy else {
      Issue.record("the mapping is not read as a policy")
      return
    }
    #expect(policy.name?.value == "strict")
    #expect(policy.base?.value == .facebook2015)
    #expect(policy.window?.value == .days(14))
    #expect(policy.leastResponseRate?.value == ConfiguredShare("0.90"))
    #expect(policy.responseTime?.value == .median)
    #expect(policy.responseTimeLimit?.value == .minutes(5))
    #expect(policy.fewestOpeners?.value == 0)
    #expect(policy.silence?.value == .hours(12))
    #expect(policy.replyDeadline?.value == .after(.hours(24)))
    #expect(policy.exclusions?.map(\.value) == [.spam, .pageStarted])
    #expect(policy.channels?.value == .listed([Located("whatsapp", at: place(12, 15))]))
    #expect(try read("policy: {}").policy == .custom(ConfiguredPolicy()))
  }

  @Test("a policy can have no deadline, no exclusions and all channels")
  func openPolicy() throws {
    let yaml = "policy: { reply_deadline: none, exclusions: [], channels: all }"
    guard case .custom(let policy) = try read(yaml).policy else {
      Issue.record("the mapping is not read as a policy")
      return
    }
    #expect(policy.replyDeadline?.value == ConfiguredPolicy.ReplyDeadline.none)
    #expect(policy.exclusions == [])
    #expect(policy.channels?.value == .all)
  }

  @Test("channels are trimmed and in lower case, ids and senders trimmed")
  func cellsAreTrimmed() throws {
    let configuration = try read(
      """
      window: { channels: [" Messenger ", FACEBOOK, "ÄTHER"] }
      pages: [{ id: " Shop\u{A0}" }]
      automation: { senders: [" Bot "] }
      """)
    #expect(configuration.windowChannels?.map(\.value) == ["messenger", "facebook", "Äther"])
    #expect(configuration.pages.map(\.id.value) == ["Shop"])
    #expect(configuration.automationSenders.map(\.value) == ["Bot"])
  }

  @Test("pages whose ids differ in a letter's case or in their bytes are two pages")
  func similarPages() throws {
    let configuration = try read("pages: [{ id: Shop }, { id: shop }, { id: é }, { id: e\u{301} }]")
    #expect(configuration.pages.count == 4)
  }

  @Test("an alias may repeat its own name and keys, and aliases may be in a file")
  func aliases() throws {
    let own = try read("employees: { aliases: { Anna: [Anna, '17', '17'] } }")
    guard case .listed(let aliases) = own.employeeAliases else {
      Issue.record("the aliases are not read as a mapping")
      return
    }
    #expect(aliases.map { $0.keys.map(\.value) } == [["Anna", "17", "17"]])
    let file = try read("employees: { aliases: aliases.csv }")
    #expect(file.employeeAliases == .file(Located("aliases.csv", at: place(1, 23))))
  }

  @Test(
    "an address may have a name before it",
    arguments: ["a@example.com", "Anna L. <anna@example.com>", "<a+b@mail.example.com>"])
  func addresses(address: String) throws {
    #expect(try read("email: { from: \"\(address)\" }").email.from?.value == address)
  }

  @Test("every metric that can have a target takes a goal of its kind")
  func targets() throws {
    let lines = TargetMetric.allCases.map { "\($0.rawValue): \($0.isShare ? "0.5" : "90")" }
    let page = try read("pages: [{ id: p, targets: { \(lines.joined(separator: ", ")) } }]").pages
    let half = try #require(ConfiguredShare("0.5"))
    #expect(page[0].targets.map(\.metric.value) == TargetMetric.allCases)
    #expect(
      page[0].targets.map(\.goal.value)
        == TargetMetric.allCases.map { $0.isShare ? .least(half) : .most(.seconds(90)) })
  }

  private func read(_ yaml: String) throws -> Configuration {
    try Configuration(reading: Array(yaml.utf8), file: "f.yml")
  }
}
