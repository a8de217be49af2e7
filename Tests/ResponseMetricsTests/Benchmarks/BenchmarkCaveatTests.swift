import ResponseMetrics
import Testing

@Suite struct BenchmarkCaveatTests {
  private static func caveats(
    _ row: [String], _ own: OwnFigure, industry: String = "retail",
    channel: String? = "messenger", asOfYear: Int? = 2026
  ) throws -> [BenchmarkCaveat] {
    let slug = try #require(IndustrySlug(folding: industry))
    let choice = try #require(
      BenchmarkChoice(
        of: own.metric.benchmark, industry: slug, channel: channel,
        in: try FewBenchmarks.catalogue([row])))
    return BenchmarkCaveat.caveats(
      of: choice.chosen, beside: own, channel: channel, asOfYear: asOfYear)
  }

  private static let own = OwnFigure.responseRate(answered: 9, openers: 10)

  @Test func aRecentPrimaryFigureOfTheSameChannelNeedsNone() throws {
    let row = ["response_rate", "retail", "messenger", "5", "percent", "share", "2021", ""]
    #expect(try Self.caveats(row, Self.own) == [])
  }

  @Test(
    arguments: [
      (2026, "2020", [.olderThanFiveYears(published: 2020)]), (2026, "2021", []),
      (2026, "", [.undated]), (nil, "2001", []), (nil, "", [.undated]),
    ] as [(Int?, String, [BenchmarkCaveat])])
  func tellsOfAge(asOfYear: Int?, year: String, expected: [BenchmarkCaveat]) throws {
    let row = ["response_rate", "retail", "messenger", "5", "percent", "share", year, ""]
    #expect(try Self.caveats(row, Self.own, asOfYear: asOfYear) == expected)
  }

  @Test(
    arguments: [
      (
        "messenger", "facebook-public+twitter",
        [
          .otherChannel("facebook-public+twitter", page: "messenger"), .publicBesidePrivate,
        ]
      ),
      (
        "instagram", "twitter", [.otherChannel("twitter", page: "instagram"), .publicBesidePrivate]
      ),
      ("default", "twitter", [.otherChannel("twitter", page: "default"), .publicBesidePrivate]),
      (nil, "twitter", [.publicBesidePrivate]),
      ("twitter", "twitter", []),
      ("comment", "facebook-public", [.otherChannel("facebook-public", page: "comment")]),
      ("messenger", "social", [.otherChannel("social", page: "messenger")]),
      ("messenger", "", []),
      ("email", "email", []),
    ] as [(String?, String, [BenchmarkCaveat])])
  func tellsOfTheChannel(page: String?, figure: String, expected: [BenchmarkCaveat]) throws {
    let row = ["response_rate", "retail", figure, "5", "percent", "share", "2026", ""]
    #expect(try Self.caveats(row, Self.own, channel: page) == expected)
  }

  @Test(
    arguments: [
      ("retail", "retail", []), ("retail/shoes", "retail", [.widerIndustry]),
      ("legal", "legal-real-estate", [.joinedIndustries]), ("retail", "all", [.allIndustries]),
    ] as [(String, String, [IndustryCaveat])])
  func tellsOfTheIndustry(page: String, figure: String, expected: [IndustryCaveat]) throws {
    let row = ["response_rate", figure, "messenger", "5", "percent", "share", "2026", ""]
    let slug = try #require(IndustrySlug(folding: figure))
    let expected: [BenchmarkCaveat] = expected.map {
      switch $0 {
      case .widerIndustry: .widerIndustry(slug)
      case .joinedIndustries: .joinedIndustries(slug)
      case .allIndustries: .allIndustries
      }
    }
    #expect(try Self.caveats(row, Self.own, industry: page) == expected)
  }

  enum IndustryCaveat: Sendable {
    case widerIndustry, joinedIndustries, allIndustries
  }

  @Test func tellsOfOtherStatisticsAndCalendarTime() throws {
    let row = ["response_time", "retail", "messenger", "5", "hours", "median", "2026", ""]
    let mean = OwnFigure.meanFirstResponse(Fraction(1), openers: 10)
    let median = OwnFigure.medianFirstResponse(Fraction(1), openers: 10)
    #expect(
      try Self.caveats(row, mean)
        == [.otherStatistic(.meanFirstResponse, BenchmarkStatistic("median")), .calendarTime])
    #expect(try Self.caveats(row, median) == [.calendarTime])
  }

  @Test func tellsOfFewOpenersBelowTen() throws {
    let row = ["response_rate", "retail", "messenger", "5", "percent", "share", "2026", ""]
    let nine = OwnFigure.responseRate(answered: 9, openers: 9)
    #expect(try Self.caveats(row, nine) == [.fewOpeners(9)])
    #expect(try Self.caveats(row, Self.own) == [])
  }

  @Test func tellsOfHedgesAndQuotations() throws {
    let row = [
      "response_rate", "retail", "messenger", "80", "percent", "share of questions (more than)",
      "2026", "seen-secondary",
    ]
    #expect(try Self.caveats(row, Self.own) == [.hedged(.moreThan), .quoted(by: "A title")])
    let seed = Array(row.dropLast()) + ["seed"]
    #expect(try Self.caveats(seed, Self.own) == [.hedged(.moreThan), .quoted(by: "A title")])
  }

  @Test(
    arguments: [
      (.olderThanFiveYears(published: 2013), "older than five years (2013)"),
      (.undated, "no year is known for it"),
      (
        .publicBesidePrivate,
        """
        it is about public messages and this page's are private: where both were counted, \
        private ones were answered more often (96 % against 86 %), so a result above the \
        benchmark is to be expected
        """
      ),
      (
        .otherChannel("facebook-public", page: "messenger"),
        "it is about facebook-public, not messenger"
      ),
      (.allIndustries, "it is about all industries"),
      (
        .otherStatistic(.medianFirstResponse, BenchmarkStatistic("mean (about)")),
        "no verdict: ours is a median, it is published as \"mean (about)\""
      ),
      (
        .otherStatistic(.meanFirstResponse, BenchmarkStatistic("typical company")),
        "no verdict: ours is a mean, it is published as \"typical company\""
      ),
      (
        .otherStatistic(.responseRate, BenchmarkStatistic("median")),
        "no verdict: ours is a share, it is published as \"median\""
      ),
      (.calendarTime, "both are calendar time, not office hours"),
      (.fewOpeners(0), "no verdict: no openers, fewer than 10"),
      (.fewOpeners(1), "no verdict: 1 opener, fewer than 10"),
      (.fewOpeners(9), "no verdict: 9 openers, fewer than 10"),
      (.hedged(.moreThan), "published as \"more than\" this value"),
      (.quoted(by: "A title"), "as quoted by \"A title\""),
      (
        .statedWish,
        """
        a wish stated in a survey, not a measurement; surveys differ in whom they ask, \
        and most ask in the United States
        """
      ),
      (
        .publishersInterest,
        "Most of these figures are published by vendors, about their own customers or to sell speed"
      ),
    ] as [(BenchmarkCaveat, String)])
  func isWorded(caveat: BenchmarkCaveat, wording: String) {
    #expect(caveat.wording == wording)
  }

  @Test func industriesAreNamed() throws {
    let slug = try #require(IndustrySlug(folding: "legal-real-estate"))
    #expect(
      BenchmarkCaveat.joinedIndustries(slug).wording
        == "it is about the joined industries legal-real-estate")
    #expect(
      BenchmarkCaveat.widerIndustry(slug).wording
        == "it is about the wider industry legal-real-estate")
  }
}
