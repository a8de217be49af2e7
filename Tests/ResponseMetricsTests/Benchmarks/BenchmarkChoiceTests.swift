import ResponseMetrics
import Testing

@Suite struct BenchmarkChoiceTests {
  /// Of the built-in file: value, unit, year, publisher, step.
  @Test(
    arguments: [
      (.responseRate, "retail", "messenger", "23 percent 2013 Sprout Social, exact"),
      (.responseTime, "retail", "messenger", "12 hours 2015 Sprout Social, exact"),
      (.responseRate, "retail", "instagram", "19 percent 2017 Sprout Social, exact"),
      (.responseRate, "retail", "whatsapp", "23 percent 2013 Sprout Social, exact"),
      (.responseTime, "retail", "email", "36 hours 2020 Netomi, exact"),
      (.responseTime, "retail", "webchat", "268 seconds 2015 Eptica, exact"),
      (.responseTime, "ecommerce", "webchat", "65 seconds 2014 LiveChat, exact"),
      (.responseRate, "real-estate", "messenger", "15 percent 2013 Sprout Social, exact"),
      (.responseRate, "legal", "messenger", "29 percent 2020 Sprout Social, joined"),
      (.responseRate, "telecom", "messenger", "80 percent 2014 Socialbakers, exact"),
      (.responseTime, "telecom", "messenger", "9 hours 2011 Unmetric, exact"),
      (.responseRate, "technology/software", "messenger", "21 percent 2013 Sprout Social, parent"),
      (.responseRate, "education/universities", "email", "62 percent - Hotcourses, exact"),
      (
        .responseRate, "education/universities", "messenger",
        "16 percent 2013 Sprout Social, parent"
      ),
      (.responseTime, "education/universities", "messenger", "11.18 hours - Intead, exact"),
      (
        .responseRate, "travel-hospitality/airlines", "messenger",
        "76.4 percent 2013 Socialbakers, exact"
      ),
      (
        .responseTime, "travel-hospitality/airlines", "messenger",
        "5.4 hours 2022 Emplifi, exact"
      ),
      (.responseTime, "banking-finance", "messenger", "10 hours 2013 Sprout Social, exact"),
      (.responseRate, "shoe-shops", "messenger", "96 percent 2016 , all"),
      (.responseRate, "utilities", "messenger", "96 percent 2016 , all"),
      (.responseRate, "shoe-shops", "instagram", "11 percent 2016 Sprout Social, all"),
      (.responseTime, "shoe-shops", "messenger", "205 minutes 2017 Eptica, all"),
      (.responseTime, "manufacturing", "email", "1583 minutes 2017 Eptica, all"),
      (.responseTime, "shoe-shops", "webchat", "134 seconds 2017 Eptica, all"),
      (.responseRate, "retail", "email", nil),
      (.responseRate, "retail", "webchat", nil),
    ] as [(BenchmarkMetric, String, String, String?)])
  func choosesOneFigureOfTheBuiltInFile(
    metric: BenchmarkMetric, industry: String, channel: String, expected: String?
  ) throws {
    let slug = try #require(IndustrySlug(folding: industry))
    let choice = BenchmarkChoice(
      of: metric, industry: slug, channel: channel, in: try BuiltInBenchmarks.catalogue())
    let told = choice.map { choice in
      let figure = choice.chosen.figure
      return "\(figure.published) \(figure.unit) \(figure.year.map { "\($0)" } ?? "-") "
        + "\(figure.publisher), \(choice.chosen.matchedBy.rawValue)"
    }
    #expect(told == expected)
  }

  /// Each figure beats all below it, by the first key that differs.
  private static let ladder = [
    ["response_rate", "legal/notaries", "messenger", "1", "percent", "share", "2001", "seed"],
    ["response_rate", "legal/notaries", "messenger", "2", "percent", "share", "", "seed"],
    ["response_rate", "legal/notaries", "facebook-public", "3", "percent", "share", "2020", ""],
    ["response_rate", "legal/notaries", "social", "4", "percent", "share", "2021", ""],
    ["response_rate", "legal", "messenger", "5", "percent", "share", "2021", ""],
    ["response_rate", "legal", "messenger", "6", "percent", "share", "2020", ""],
    ["response_rate", "legal", "messenger", "7", "percent", "share of all", "2020", ""],
    ["response_rate", "legal", "messenger", "8", "percent", "share", "", ""],
    [
      "response_rate", "legal", "messenger", "9", "percent", "share", "2022", "seen-secondary",
    ],
    ["response_rate", "legal", "messenger", "10", "percent", "share", "2023", "seed"],
    ["response_rate", "legal-real-estate", "messenger", "11", "percent", "share", "2023", ""],
    ["response_rate", "all", "messenger", "12", "percent", "share", "2023", ""],
    ["response_rate", "all", "twitter", "13", "percent", "share", "2023", ""],
    ["response_rate", "all", "phone", "14", "percent", "share", "2023", ""],
  ]

  @Test func ranksByIndustryChannelConfidenceYearAndFileOrder() throws {
    let notaries = try #require(IndustrySlug(folding: "legal/notaries"))
    // Reversed but for the two that differ in nothing but their order in the file.
    var rows = Array(Self.ladder.reversed())
    rows.swapAt(7, 8)
    let choice = try #require(
      BenchmarkChoice(
        of: .responseRate, industry: notaries, channel: "messenger",
        in: try FewBenchmarks.catalogue(rows)))
    #expect(
      ([choice.chosen] + choice.others).map(\.figure.published) == (1...14).map { "\($0)" })
  }

  @Test(arguments: [
    ["response_rate", "retail", "messenger", "1", "percent", "share; segment=Spain", "2020", ""],
    ["responding_orgs_rate", "retail", "messenger", "1", "percent", "share", "2020", ""],
    ["no_response_rate", "retail", "messenger", "1", "percent", "share", "2020", ""],
    ["response_rate", "retail", "email", "1", "percent", "share", "2020", ""],
    ["response_rate", "retail/shoes", "messenger", "1", "percent", "share", "2020", ""],
    ["response_rate", "utilities-telecom", "messenger", "1", "percent", "share", "2020", ""],
  ])
  func neverChoosesAFigureAboutSomethingElse(row: [String]) throws {
    let catalogue = try FewBenchmarks.catalogue([row])
    for word in ["retail", "utilities"] {
      let industry = try #require(IndustrySlug(folding: word))
      #expect(
        BenchmarkChoice(
          of: .responseRate, industry: industry, channel: "messenger", in: catalogue) == nil)
    }
  }

  @Test func figuresAboutOrganisationsAreNeverChosenEvenForTheirOwnMetric() throws {
    let retail = try #require(IndustrySlug(folding: "retail"))
    let catalogue = try FewBenchmarks.catalogue([
      ["responding_orgs_rate", "retail", "messenger", "1", "percent", "share", "2020", ""]
    ])
    #expect(
      BenchmarkChoice(
        of: .respondingOrganisationsRate, industry: retail, channel: "messenger", in: catalogue)
        == nil)
  }
}
