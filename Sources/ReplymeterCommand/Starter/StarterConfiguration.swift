import MessageHistory
import Reports
import ResponseMetrics

/// A configuration to start from: what the inputs prove, what they suggest (`guess`), and what only
/// a person can answer (`question`).
///
/// It is valid as it is: whatever changes numbers without proof stands in a comment.
struct StarterConfiguration {
  private let plan: ReportPlan
  private let check: InputCheck
  private let isZoneChosen: Bool
  private let entries: [(path: String, input: StarterInput)]

  /// Pages beyond these are not listed: they need no entry.
  private static let mostPages = 100

  /// - Parameters:
  ///   - plan: how the inputs were read.
  ///   - check: what came of it.
  ///   - arguments: the inputs as they were given.
  ///   - isZoneChosen: whether the plan's zone was given.
  ///   - folder: where the configuration will lie.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  init(
    plan: ReportPlan, check: InputCheck, arguments: [String], isZoneChosen: Bool,
    folder: ConfigurationFolder
  ) throws {
    self.plan = plan
    self.check = check
    self.isZoneChosen = isZoneChosen
    var entries: [(path: String, input: StarterInput)] = []
    var next = 0
    for argument in arguments {
      let count = try InputList(
        arguments: [argument], configuration: Configuration(), configurationFolder: ""
      ).entries.count
      let range = next..<min(next + count, plan.inputs.count)
      next = range.upperBound
      let inputs = try range.map { try Self.input($0, check) }
      // A folder or pattern stays one entry, so that next week's files are read too.
      let fullest = inputs.max { $0.lines.count < $1.lines.count }
      if let fullest, inputs.count == 1 || inputs.allSatisfy(fullest.isLike) {
        entries.append((folder.name(of: argument), fullest))
      } else {
        entries += zip(range, inputs).map { (folder.name(of: plan.inputs[$0].path), $1) }
      }
    }
    self.entries = entries
  }

  private static func input(_ index: Int, _ check: InputCheck) throws -> StarterInput {
    switch check.outcomes[index] {
    case .refused(let error): return StarterInput(refused: error)
    case .read(let number):
      guard let history = check.history else { return StarterInput(refused: .nothingRead) }
      return try StarterInput(history, index: number)
    }
  }

  var lines: [String] {
    head + inputLines + pageLines + peopleLines + furtherLines
  }

  private var head: [String] {
    let zone =
      isZoneChosen
      ? "timezone: \(plan.clock.name)"
      : "timezone: \(plan.clock.name)             # question: whose days and hours? "
        + "An IANA name such as Europe/Paris"
    return [
      "# A configuration to start from, by 'replymeter init' \(Version.text), from "
        + counted(check.outcomes.count, "input") + ".",
      "# A guess is what the inputs suggest, a question what they cannot say; lines behind # are off.",
      "", zone,
      "title: Responsiveness",
      "language: en              # en, fr, pt, nb, id",
      "period: all               # or last-week, last-month, 2026-Q3, 2026-10-01..2026-10-31 …",
      "compare: previous         # previous, last-year, none", "",
    ]
  }

  private var inputLines: [String] {
    ["inputs:"]
      + entries.flatMap { path, input in
        ["  - path: \(YAMLText.quoted(path))"] + input.lines.map { "    " + $0 }
      } + [""]
  }

  // MARK: Pages

  private var pageLines: [String] {
    guard let history = check.history, !history.pages.isEmpty else { return [] }
    let pages = history.pages.indices.sorted {
      history.pages[$0].lexicographicallyPrecedes(history.pages[$1])
    }
    let readable = pages.filter { String(validating: history.pages[$0], as: UTF8.self) != nil }
    var lines = ["pages:"]
    if readable.isEmpty { return [] }
    for page in readable.prefix(Self.mostPages) {
      let id = YAMLText.quoted(String(decoding: history.pages[page], as: UTF8.self))
      lines += [
        "  - id: \(id)   # channels: \(channels(of: page, in: history))",
        "    name: \(id)   # guess: the id",
        "    # industry:   # question: one of the slugs below, or a word of your own",
        "    # office_hours: { mon-fri: \"09:00-18:00\" }   # question: when is somebody there?",
      ]
    }
    if readable.count > Self.mostPages {
      lines.append("  # and \(readable.count - Self.mostPages) more; pages need no entry")
    }
    return lines + ["# Industries: " + wrappedSlugs, ""]
  }

  private func channels(of page: Int, in history: History) -> String {
    history.slices.filter { Int($0.page) == page }
      .map { history.channels[Int($0.channel)] }
      .sorted { $0.lexicographicallyPrecedes($1) }
      .map { TerminalText.oneLine($0) }.joined(separator: ", ")
  }

  private var wrappedSlugs: String {
    var lines = [""]
    for slug in IndustryTaxonomy.labels.map(\.slug) {
      if (lines.last ?? "").count + slug.count > 84 { lines.append("") }
      lines[lines.count - 1] += (lines.last?.isEmpty ?? true ? "" : ", ") + slug
    }
    return lines.joined(separator: ",\n#   ")
  }

  // MARK: People

  private var peopleLines: [String] {
    let machines = senders.filter(Self.soundsAutomated).prefix(20).map(YAMLText.quoted)
    let bots =
      machines.isEmpty
      ? "# automation: { senders: [\"Bot\"] }   # question: who of the senders is a machine?"
      : "# automation: { senders: [" + machines.joined(separator: ", ") + "] }   # guess: by name"
    return [
      bots,
      "# employees: { aliases: { \"Anna L.\": [\"anna@example.com\", \"17\"] } }   "
        + "# question: who has several keys?",
    ]
  }

  /// The keys of those who sent for the business, by bytes.
  private var senders: [String] {
    (check.history?.employees ?? []).filter { !$0.isEmpty }
      .sorted { $0.lexicographicallyPrecedes($1) }
      .compactMap { String(validating: $0, as: UTF8.self) }
  }

  private static func soundsAutomated(_ sender: String) -> Bool {
    let words = HeaderName.folded(sender).split(separator: "_")
    let machines: Set<Substring> = [
      "automation", "autoreply", "bot", "broadcast", "chatbot", "noreply", "system", "workflow",
    ]
    return words.contains(where: machines.contains) || words.starts(with: ["auto", "reply"])
  }

  private var furtherLines: [String] {
    [
      "# away: { file: away.csv }             # columns page, start, end",
      "# overdue_after: 24h",
      "# targets stand at a page: targets: { response_rate: 0.9, first_response_median: 10m }",
      "# email: { from: reports@example.com, to: [you@example.com] }",
    ]
  }
}

extension RunError {
  /// For an input that stands for read although nothing was; it names no flaw of the input.
  fileprivate static let nothingRead = RunError(.internalError, "error: nothing was read")
}
