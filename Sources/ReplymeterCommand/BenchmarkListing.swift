import ResponseMetrics

/// The cited figures as lines for a terminal: a table a metric, then the sources by number.
struct BenchmarkListing {
  private let catalogue: BenchmarkCatalogue
  private let builtIn: Set<BenchmarkFigure>
  /// Titles and addresses, in the order in which they are first shown.
  private var sources: [Source] = []

  private struct Source: Hashable {
    var publisher: String
    var title: String
    var url: String

    init(_ figure: BenchmarkFigure) {
      publisher = figure.publisher
      title = figure.sourceTitle
      url = figure.sourceURL
    }
  }

  /// - Parameters:
  ///   - catalogue: built-in figures and the user's own.
  ///   - builtIn: those that ship with the program; others are marked.
  init(_ catalogue: BenchmarkCatalogue, builtIn: BenchmarkCatalogue) {
    self.catalogue = catalogue
    self.builtIn = Set(builtIn.figures)
  }

  /// Channels for which the choice is shown: those of the social networks, mail, chat and sms.
  static let channels = [
    "messenger", "instagram", "facebook", "comment", "whatsapp", "twitter", "email", "webchat",
    "sms",
  ]

  // MARK: All figures

  /// Every figure, by metric, in the order of the files.
  mutating func allLines() -> [String] {
    var lines: [String] = []
    for metric in BenchmarkMetric.allCases {
      let figures = catalogue.figures.filter { $0.metric == metric }
      guard !figures.isEmpty else { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append(metric.heading)
      lines += table(figures.map { [$0.industry.text] + cells($0) })
    }
    return lines + sourceLines + Self.caveatLines
  }

  // MARK: One industry

  /// What stands beside a page of an industry, and all figures that bear on it.
  mutating func lines(of industry: IndustrySlug) -> [String] {
    let steps = IndustryMatch.steps(for: industry)
      .map { "\($0.industry.text) (\($0.match.rawValue))" }.joined(separator: ", ")
    var lines = ["industry \(industry.text); looked up: \(steps)", ""]
    lines.append("Chosen by metric and channel")
    for metric in [BenchmarkMetric.responseRate, .responseTime] {
      lines.append("  \(metric.rawValue)")
      let choices = Self.channels.map { channel in
        (
          channel: channel,
          match: BenchmarkChoice(
            of: metric, industry: industry, channel: channel, in: catalogue)?.chosen
        )
      }
      lines += choiceLines(choices)
    }
    lines.append("  expectations, over all industries")
    for (index, threshold) in ReplyExpectation.thresholds.enumerated() {
      lines.append("   within \(threshold.name)")
      let choices = Self.channels.map { channel in
        (
          channel: channel,
          match: ReplyExpectation.rows(channel: channel, in: catalogue, ownShare: { _ in nil })[
            index
          ].choice?.chosen
        )
      }
      lines += choiceLines(choices)
    }
    let bearing = catalogue.figures(bearingOn: industry)
    for metric in BenchmarkMetric.allCases {
      let figures = bearing.filter { $0.figure.metric == metric }
      guard !figures.isEmpty else { continue }
      lines += ["", metric.heading]
      lines += table(
        figures.map { [$0.matchedBy.rawValue, $0.figure.industry.text] + cells($0.figure) })
    }
    return lines + sourceLines + Self.caveatLines
  }

  /// Channels of the same choice share a line.
  private mutating func choiceLines(
    _ choices: [(channel: String, match: BenchmarkChoice.Match?)]
  ) -> [String] {
    var groups: [(channels: [String], match: BenchmarkChoice.Match?)] = []
    for choice in choices {
      let key = choice.match.map { [$0.figure] }
      if let index = groups.firstIndex(where: { $0.match.map { [$0.figure] } == key }) {
        groups[index].channels.append(choice.channel)
      } else {
        groups.append(([choice.channel], choice.match))
      }
    }
    return groups.flatMap { group -> [String] in
      let channels = "    " + group.channels.joined(separator: ", ") + ":"
      guard let match = group.match else { return [channels + " no figure"] }
      let cells = cells(match.figure).filter { !$0.isEmpty }
      return [
        channels,
        "      by \(match.matchedBy.rawValue) (\(match.figure.industry.text)): "
          + cells.joined(separator: ", "),
      ]
    }
  }

  // MARK: Cells

  /// Channel, value, year, statistic, source and marks.
  private mutating func cells(_ figure: BenchmarkFigure) -> [String] {
    let number = number(of: Source(figure))
    var marks = "[\(number)]"
    if figure.confidence != .primary { marks += " as quoted" }
    if !builtIn.contains(figure) { marks += " own file" }
    return [
      shown(figure.channel), "\(figure.published) \(figure.unit.sign)",
      figure.year.map(String.init) ?? "undated", shown(figure.statistic.text), marks,
    ]
  }

  private mutating func number(of source: Source) -> Int {
    if let index = sources.firstIndex(of: source) { return index + 1 }
    sources.append(source)
    return sources.count
  }

  private var sourceLines: [String] {
    ["", "Sources"]
      + sources.enumerated().flatMap { index, source in
        [
          "  [\(index + 1)] "
            + [source.publisher, source.title].filter { !$0.isEmpty }.map { shown($0) }
            .joined(separator: ": "),
          "      " + (source.url.isEmpty ? "no address" : shown(source.url)),
        ]
      }
  }

  private func shown(_ text: String) -> String { TerminalText.oneLine(text.utf8) }

  /// Rows with their columns aligned, the last one as it is.
  private func table(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let padded = zip(row, widths).enumerated().map { column, cell in
        column == columns - 1
          ? cell.0 : cell.0 + String(repeating: " ", count: cell.1 - cell.0.count)
      }
      return "  " + padded.joined(separator: "  ")
    }
  }

  // MARK: Caveats

  /// What holds for all of them.
  static let caveatLines: [String] =
    ["", "Beside every figure"]
    + [
      BenchmarkCaveat.publishersInterest.wording,
      "Nearly all are older than five years: the year stands beside the value",
      "Beside private messages a figure about public ones is low: where both were counted, private "
        + "ones were answered more often (96 % against 86 %), so a result above the benchmark is to "
        + "be expected",
      "A mean is compared with a mean and a median with a median; where the kind differs, the "
        + "figure is shown without a verdict",
      "Sources count calendar time, so they stand beside the calendar figure, not the one in "
        + "office hours",
      "Under \(BenchmarkComparison.fewestOpeners) openers there is no verdict",
      "A value that was published with a hedge (\"more than\", \"about\") keeps it; \"as quoted\" "
        + "was not read in the publisher's own text",
      "What consumers expect: " + BenchmarkCaveat.statedWish.wording,
    ].map { "  - \($0)." }
}

extension BenchmarkUnit {
  /// As it stands behind a value.
  fileprivate var sign: String {
    switch self {
    case .percent: "%"
    case .seconds: "s"
    case .minutes: "min"
    case .hours: "h"
    case .days: "d"
    case .count, .ratio: ""
    }
  }
}

extension BenchmarkMetric {
  /// The metric and what it is about.
  fileprivate var heading: String {
    if isAboutOrganisations { return "\(rawValue) (over organisations: context, never chosen)" }
    if isStatedByConsumers { return "\(rawValue) (what consumers say)" }
    return rawValue
  }
}
