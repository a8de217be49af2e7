import MessageHistory
import ResponseMetrics

/// A page's figures beside published ones, beside its industry's pages, beside what people expect.
struct BenchmarkSection: TemplateFilling {
  var rows: [BenchmarkRow]
  var peers: [PeerRow]
  var expectations: [ExpectationRow]

  static var fields: [FilledField<Self>] {
    [
      .flag("has_rows") { !$0.rows.isEmpty }, .list("rows") { $0.rows },
      .flag("has_peers") { !$0.peers.isEmpty }, .list("peers") { $0.peers },
      .flag("has_expectations") { !$0.expectations.isEmpty },
      .list("expectations") { $0.expectations },
    ]
  }

  /// Nil where nothing stands beside the page.
  init?(_ scope: ReportScope, context: ReportContext) {
    guard let page = scope.page,
      let found = context.extras.benchmarks.first(where: { $0.page.hasSameBytes(as: page.id) })
    else { return nil }
    rows = found.figures.map { BenchmarkRow($0, context: context) }
    peers = found.peers.map { PeerRow($0, context: context) }
    expectations = found.expectations.filter { $0.expectedShare != nil }
      .map { ExpectationRow($0, context: context) }
    if rows.isEmpty, peers.isEmpty, expectations.isEmpty { return nil }
  }
}

/// One published figure with the page's own, in the published unit.
struct BenchmarkRow: TemplateFilling {
  var name: String
  var own: String
  var benchmark: String
  /// `better`, `level`, `worse`, or a dash where the two cannot be compared.
  var verdict: String
  /// Of whom it is.
  var industry: String
  /// Where; empty where the source does not say.
  var channel: String
  var statistic: String
  /// Empty where the source does not say.
  var sample: String
  var source: BenchmarkSource
  /// What the figure measures where that differs, and what else to know before comparing.
  var caveats: [String]

  static var fields: [FilledField<Self>] {
    [
      .text("name") { $0.name }, .text("own") { $0.own }, .text("benchmark") { $0.benchmark },
      .text("verdict") { $0.verdict }, .text("industry") { $0.industry },
      .text("channel") { $0.channel }, .text("statistic") { $0.statistic },
      .text("sample") { $0.sample }, .part("source") { $0.source },
      .texts("caveats") { $0.caveats },
    ]
  }

  init(_ benchmark: PageBenchmark, context: ReportContext) {
    let (words, numbers) = (context.words, context.numbers)
    let (comparison, figure) = (benchmark.comparison, benchmark.figure)
    name = words.name(of: benchmark.metric)
    own = Self.value(comparison.own, comparison.unit, numbers)
    self.benchmark = Self.value(comparison.benchmark, comparison.unit, numbers)
    verdict = comparison.verdict.map(words.verdict) ?? ReadableNumbers.dash
    industry = ShownText.shown(figure.industry.text)
    channel = ShownText.shown(figure.channel)
    statistic = ShownText.shown(figure.statistic.text, limit: 200)
    sample = ShownText.shown(figure.sample, limit: 300)
    source = BenchmarkSource(figure)
    caveats =
      (figure.note.isEmpty ? [] : [ShownText.shown(figure.note, limit: 600)])
      + benchmark.caveats.map { ShownText.shown(words.caveat($0), limit: 400) }
  }

  private static func value(
    _ value: Fraction?, _ unit: BenchmarkUnit, _ numbers: ReadableNumbers
  ) -> String {
    guard let value else { return ReadableNumbers.dash }
    if let length = unit.milliseconds { return numbers.duration(value * Fraction(length)) }
    switch unit.dimension {
    case .share: return numbers.rate(value / Fraction(100))
    case .time, .number: return numbers.decimal(value)
    }
  }
}

/// Where a figure was published.
struct BenchmarkSource: TemplateFilling {
  /// Publisher and year, as far as they are known.
  var publisher: String
  var title: String
  /// Absent where it is no address of the web.
  var address: String?

  static var fields: [FilledField<Self>] {
    [
      .text("publisher") { $0.publisher }, .text("title") { $0.title },
      .optionalText("address") { $0.address },
    ]
  }

  init(_ figure: BenchmarkFigure) {
    publisher = ShownText.shown(
      ([figure.publisher] + (figure.year.map { ["\($0)"] } ?? [])).filter { !$0.isEmpty }
        .joined(separator: ", "))
    title = ShownText.shown(figure.sourceTitle, limit: 200)
    let url = figure.sourceURL
    address = url.hasPrefix("https://") || url.hasPrefix("http://") ? url : nil
  }
}

/// A page's place among its industry's pages in the data.
struct PeerRow: TemplateFilling {
  var name: String
  var value: String
  /// `2 of 5`, or why there is none.
  var place: String

  static var fields: [FilledField<Self>] {
    [.text("name") { $0.name }, .text("value") { $0.value }, .text("place") { $0.place }]
  }

  init(_ place: PeerPlace, context: ReportContext) {
    let (words, numbers) = (context.words, context.numbers)
    name = words.name(of: place.metric)
    value =
      switch place.metric {
      case .responseRate, .settledResponseRate: numbers.rate(place.value)
      case .firstResponseMedian, .firstResponseP90: numbers.duration(place.value)
      }
    self.place =
      place.rank.map {
        words.others.peerPlace.text(["rank": numbers.count($0), "n": numbers.count(place.of)])
      }
      ?? (place.of < PeerPlace.fewestPages
        ? words.others.peerTooFew.text(["n": numbers.count(PeerPlace.fewestPages)])
        : ReadableNumbers.dash)
  }
}

/// The share answered within a time, beside the share of consumers who expect that.
struct ExpectationRow: TemplateFilling {
  var within: String
  var own: String
  var expected: String
  var source: BenchmarkSource?

  static var fields: [FilledField<Self>] {
    [
      .text("within") { $0.within }, .text("own") { $0.own }, .text("expected") { $0.expected },
      .optional("source") { $0.source },
    ]
  }

  init(_ expectation: ReplyExpectation, context: ReportContext) {
    let numbers = context.numbers
    within = context.words.charts.withinTime.text([
      "time": numbers.duration(expectation.threshold.duration)
    ])
    own = numbers.rate(expectation.ownShare)
    expected = numbers.rate(expectation.expectedShare)
    source = expectation.figure.map(BenchmarkSource.init)
  }
}
