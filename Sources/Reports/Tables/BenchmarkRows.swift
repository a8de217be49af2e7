import MessageHistory
package import ResponseMetrics

extension BenchmarkFindings {
  /// Sets pages beside cited figures, their peers and what consumers expect.
  ///
  /// - Parameters:
  ///   - pages: those that are shown.
  ///   - allPages: all pages with an industry, among which peers are ranked.
  ///   - leadingChannel: by page index, the channel with the most eligible openers.
  ///   - summary: the period's figures.
  ///   - catalogue: the cited figures.
  ///   - asOfYear: tells how old a figure is; nil without any data.
  package init(
    pages: [FoundPage], allPages: [FoundPage], leadingChannel: [String?],
    summary: MetricsSummary, catalogue: BenchmarkCatalogue, asOfYear: Int?
  ) {
    self.init()
    let peers = Self.peers(of: allPages, summary: summary)
    var choices: [[UInt8]: [BenchmarkChoice?]] = [:]
    byPage = pages.map { page in
      let figures = summary.pages[page.index].openers
      let channel = leadingChannel[page.index]
      let key = Array((channel ?? "").utf8)
      let expected =
        choices[key] ?? ReplyExpectation.choices(channel: channel, in: catalogue)
      choices[key] = expected
      return PageBenchmarks(
        page: page.id,
        figures: page.industry.map { industry in
          PageBenchmark.rows(
            industry: industry, channel: channel, asOfYear: asOfYear, in: catalogue,
            own: { OwnFigure($0, of: figures) })
        } ?? [],
        expectations: ReplyExpectation.rows(of: expected, ownShare: { figures.within($0) }),
        peers: peers.filter { $0.page.utf8.elementsEqual(page.id.utf8) })
    }
    for page in byPage {
      benchmarks += page.figures.map { [.text(page.page)] + $0.cells }
      expectations += page.expectations.map { [.text(page.page)] + $0.cells }
      self.peers += page.peers.map { [.text(page.page)] + $0.cells }
    }
  }

  /// Each page's place among all pages of its industry.
  private static func peers(of allPages: [FoundPage], summary: MetricsSummary) -> [PeerPlace] {
    let members = allPages.compactMap { page in page.industry.map { (page: page, industry: $0) } }
    return PeerPlace.places(
      of: members.map { (id: $0.page.id, industry: $0.industry) },
      value: { index, metric in
        metric.value(of: summary.pages[members[index].page.index].openers)
      })
  }
}

extension PageBenchmark {
  /// The columns from metric on; values are in the benchmark's unit.
  fileprivate var cells: [Cell] {
    [
      .word(metric.column), .number(comparison.own), .number(comparison.benchmark),
      .number(comparison.difference), Cell.rate(comparison.ratio),
      comparison.verdict.map { .word($0.rawValue) } ?? .blank, .word(figure.industry.text),
      .word(choice.chosen.matchedBy.rawValue), .text(figure.channel),
      .text(figure.statistic.text), .text(figure.sample), Cell(figure.year),
      .text(figure.publisher), .text(figure.sourceTitle), .text(figure.sourceURL), .text(note),
    ]
  }
}

extension ComparedMetric {
  /// The column of the summary that the own figure comes from.
  package var column: String {
    switch self {
    case .responseRate: "response_rate"
    case .meanFirstResponse: "first_response_mean_seconds"
    case .medianFirstResponse: "first_response_median_seconds"
    }
  }
}

extension PeerPlace {
  /// The columns from industry on.
  fileprivate var cells: [Cell] {
    let shown: Cell =
      switch metric {
      case .responseRate, .settledResponseRate: Cell(value)
      case .firstResponseMedian, .firstResponseP90: .time(value)
      }
    return [
      .word(industry.text), .word(metric.rawValue), shown, Cell(rank), .integer(of),
      Cell(percentile),
    ]
  }
}

extension ReplyExpectation {
  /// The columns from within on.
  fileprivate var cells: [Cell] {
    [
      .word(threshold.name), Cell(ownShare), Cell(expectedShare),
      .text(figure?.publisher ?? ""), Cell(figure?.year), .text(figure?.sourceTitle ?? ""),
      .text(figure?.sourceURL ?? ""),
    ]
  }
}

extension Cell {
  /// A figure in a benchmark's unit: up to three decimals.
  fileprivate static func number(_ number: Fraction?) -> Cell {
    number.map { .decimal($0, places: 3) } ?? .blank
  }

  /// A ratio, which may be above 1: six decimals, as shares have.
  fileprivate static func rate(_ ratio: Fraction?) -> Cell { Cell(ratio) }
}
