import DelimitedText
import MessageHistory
import ReplymeterCommand
import Reports
import Testing

@Suite("The configuration's whole example")
struct ConfigurationExampleTests {
  @Test("every key of the example becomes its value")
  func exampleIsRead() throws {
    let configuration = try Configuration(reading: Array(wholeExample.utf8), file: "f.yml")

    #expect(configuration.timezone == Located("Europe/Paris", at: place(1, 11)))
    #expect(configuration.title?.value == "Weekly responsiveness")
    #expect(configuration.language?.value == .english)
    #expect(configuration.period?.value == "last-week")
    #expect(configuration.asOf?.value == "2026-11-16T06:00")
    #expect(configuration.silence?.value == .hours(24))
    #expect(configuration.compare?.value == .previous)
    #expect(configuration.away.file?.value == "away.csv")
    #expect(configuration.away.outsideOfficeHours?.value == false)
    #expect(configuration.automationSenders.map(\.value) == ["Bot", "Workflow"])
    #expect(configuration.exclusions.done?.value == .unanswered)
    #expect(configuration.exclusions.away?.value == true)
    #expect(configuration.policy == .preset(Located(.facebook2020, at: place(30, 9))))
    #expect(
      configuration.windowChannels?.map(\.value) == ["messenger", "instagram", "facebook"])
    #expect(configuration.overdueAfter?.value == .hours(24))
    #expect(configuration.expectDataWithin?.value == .days(2))
    #expect(configuration.benchmarksFile?.value == "my-benchmarks.csv")
    #expect(configuration.industries.map(\.word.value) == ["Shoe shops"])
    #expect(configuration.industries.map(\.replacement.value) == ["retail"])
    #expect(configuration.email.from?.value == "reports@example.com")
    #expect(configuration.email.to.map(\.value) == ["boss@example.com"])
    #expect(configuration.email.subject?.value == "Responsiveness {{period}}")
    #expect(configuration.redaction.level?.value == .contacts)
    #expect(configuration.redaction.keyFile?.value == "redaction.key")
    guard case .listed(let aliases) = configuration.employeeAliases else {
      Issue.record("the aliases are not read as a mapping")
      return
    }
    #expect(aliases.map(\.name.value) == ["Anna L."])
    #expect(aliases.map { $0.keys.map(\.value) } == [["anna@example.com", "17"]])
  }

  @Test("the example's input becomes its settings")
  func exampleInputIsRead() throws {
    let configuration = try Configuration(reading: Array(wholeExample.utf8), file: "f.yml")
    let input = try #require(configuration.inputs.first)

    #expect(configuration.inputs.count == 1)
    #expect(input.path == Located("exports/*.csv", at: place(9, 11)))
    #expect(input.format?.value == "auto")
    #expect(input.timezone?.value == "Europe/Paris")
    #expect(input.dateOrder?.value == .dayMonthYear)
    #expect(input.encoding?.value == .windows1252)
    #expect(input.columns.map(\.column) == [.conversationID, .timestamp])
    #expect(input.columns.map { $0.names.map(\.value) } == [["Conversation"], ["Sent at"]])
    #expect(input.values.map(\.column) == [.direction])
    #expect(input.values.first?.replacements.map(\.word.value) == ["Received"])
    #expect(input.values.first?.replacements.map(\.replacement.value) == ["inbound"])
  }

  @Test("the example's page becomes its schedule, holidays and targets")
  func examplePageIsRead() throws {
    let configuration = try Configuration(reading: Array(wholeExample.utf8), file: "f.yml")
    let page = try #require(configuration.pages.first)
    let hours = try #require(page.officeHours?.value)

    #expect(configuration.pages.count == 1)
    #expect(page.id.value == "shop")
    #expect(page.name?.value == "Shop")
    #expect(page.industry?.value == "retail")
    #expect(page.timezone?.value == "Europe/Paris")
    for day: ConfiguredWeekday in [.monday, .tuesday, .wednesday, .thursday, .friday] {
      #expect(hours[day].map(\.startMinute) == [540, 810])
      #expect(hours[day].map(\.endMinute) == [750, 1_080])
    }
    #expect(hours[.saturday].map(\.startMinute) == [1_320])
    #expect(hours[.saturday].map(\.endMinute) == [1_560])
    #expect(hours[.sunday].isEmpty)
    let christmas = try #require(ConfiguredDate("2026-12-25"))
    #expect(page.holidays.map(\.value) == [.date(christmas), .file("holidays.csv")])
    let share = try #require(ConfiguredShare("0.95"))
    #expect(page.targets.map(\.metric.value) == [.responseRate, .firstResponseMedian])
    #expect(page.targets.map(\.goal.value) == [.least(share), .most(.minutes(10))])
  }
}

func place(_ line: Int, _ column: Int) -> SourcePlace {
  SourcePlace(line: line, column: column)
}

/// Every key of the configuration, as the documentation shows them.
let wholeExample = """
  timezone: Europe/Paris
  title: Weekly responsiveness
  language: en              # en, fr, pt, nb, id: the words and number formats
  period: last-week         # as the options of the same names
  as_of: 2026-11-16T06:00
  silence: 24h
  compare: previous         # previous, last-year, none
  inputs:
    - path: exports/*.csv
      format: auto            # or a vendor format's name
      timezone: Europe/Paris  # for naive times
      date_order: dmy         # only where the data leaves it open
      encoding: windows-1252  # with separator, quote, escape, header, skip_lines
      columns: { conversation_id: "Conversation", timestamp: "Sent at" }
      values: { direction: { "Received": inbound } }
  pages:
    - id: shop
      name: Shop
      industry: retail
      timezone: Europe/Paris  # of office_hours and holidays
      office_hours: { mon-fri: "09:00-12:30, 13:30-18:00", sat: "22:00-02:00" }
      holidays: [2026-12-25, holidays.csv]
      targets: { response_rate: 0.95, first_response_median: 10m }
  # of the whole business
  away: { file: away.csv, outside_office_hours: false }
  automation: { senders: ["Bot", "Workflow"] }
  employees: { aliases: { "Anna L.": ["anna@example.com", "17"] } }
  exclusions: { done: unanswered, away: true }
  # or a mapping with the policy's keys
  policy: facebook-2020
  window: { channels: [messenger, instagram, facebook] }
  overdue_after: 24h
  expect_data_within: 2d
  benchmarks: { file: my-benchmarks.csv }
  industries: { "Shoe shops": retail }
  email: { from: reports@example.com, to: [boss@example.com], subject: "Responsiveness {{period}}" }
  redaction: { level: contacts, key_file: redaction.key }   # level as `--redact`, default none
  """
