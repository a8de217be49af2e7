import ResponseMetrics
import Testing

@Suite struct PageBenchmarkTests {
  private static func rows(
    industry: String, channel: String, openers: Int = 12
  ) throws -> [PageBenchmark] {
    let slug = try #require(IndustryDirectory.builtIn.slug(of: industry))
    return PageBenchmark.rows(
      industry: slug, channel: channel, asOfYear: 2026, in: try BuiltInBenchmarks.catalogue()
    ) { metric in
      switch metric {
      case .responseRate: .responseRate(answered: openers - 1, openers: openers)
      case .meanFirstResponse: .meanFirstResponse(Fraction(7_200_000), openers: openers)
      case .medianFirstResponse: .medianFirstResponse(Fraction(3_600_000), openers: openers)
      }
    }
  }

  @Test func aShopsPageHasARowForEachMetric() throws {
    let rows = try Self.rows(industry: "Retailers", channel: "messenger")
    #expect(rows.map(\.metric) == [.responseRate, .meanFirstResponse, .medianFirstResponse])
    #expect(rows.map(\.figure.published) == ["23", "12", "12"])
    #expect(rows.map(\.comparison.verdict) == [.better, .better, nil])
    #expect(
      rows.map(\.comparison.own) == [Fraction(275, over: 3), Fraction(2), Fraction(1)])
    #expect(
      rows.first?.note
        == """
        public messages, each message rather than each opener; whether of all messages or of \
        those judged to need a reply is not clear; older than five years (2013); it is about \
        facebook-public+twitter, not messenger; it is about public messages and this page's \
        are private: where both were counted, private ones were answered more often (96 % \
        against 86 %), so a result above the benchmark is to be expected
        """)
  }

  @Test func aMetricWithoutAFigureHasNoRow() throws {
    let rows = try Self.rows(industry: "retail", channel: "email")
    #expect(rows.map(\.metric) == [.meanFirstResponse, .medianFirstResponse])
  }

  @Test func underTenOpenersEveryVerdictIsBlank() throws {
    #expect(
      try Self.rows(industry: "retail", channel: "messenger", openers: 9)
        .map(\.comparison.verdict) == [nil, nil, nil])
  }

  @Test func ownFiguresComeFromTheOpenersOfThePage() {
    #expect(OwnFigure(.responseRate, of: .none) == .responseRate(answered: 0, openers: 0))
    #expect(OwnFigure(.meanFirstResponse, of: .none) == .meanFirstResponse(nil, openers: 0))
    #expect(OwnFigure(.medianFirstResponse, of: .none) == .medianFirstResponse(nil, openers: 0))
  }
}
