import ResponseMetrics
import Testing

@Suite struct BenchmarkCatalogueTests {
  @Test func readsTheWholeBuiltInFile() throws {
    let catalogue = try BuiltInBenchmarks.catalogue()
    #expect(catalogue.figures.count == 325)
    #expect(catalogue.figures.count { $0.metric == .responseRate } == 65)
    #expect(catalogue.figures.count { $0.metric == .responseTime } == 84)
    #expect(catalogue.figures.count { $0.confidence == .primary } == 151)
    #expect(catalogue.figures.count { $0.year == nil } == 75)
    let known = IndustryDirectory.builtIn
    #expect(catalogue.figures.filter { !known.knows($0.industry) } == [])
    #expect(catalogue.figures.filter { $0.sourceTitle.isEmpty } == [])
    let addresses = catalogue.figures.map(\.sourceURL).filter { !$0.isEmpty }
    #expect(addresses.filter { !$0.hasPrefix("http") } == [])
  }

  @Test func keepsEveryCellOfARow() throws {
    let figure = try #require(BuiltInBenchmarks.catalogue().figures.first)
    #expect(figure.metric == .responseRate)
    #expect(figure.industry.text == "banking-finance")
    #expect(figure.channel == "facebook-public+twitter")
    #expect(figure.value == Fraction(28))
    #expect(figure.published == "28")
    #expect(figure.unit == .percent)
    #expect(figure.statistic.text == "share of inquiries")
    #expect(
      figure.sample == "Q3 2013; index covers over 160 million inbound messages "
        + "on 20000 public brand profiles and pages")
    #expect(figure.year == 2013)
    #expect(figure.publisher == "Sprout Social")
    #expect(
      figure.sourceTitle
        == "The Social Customer (highlights from The Sprout Social Index, December 2013)")
    #expect(figure.sourceURL == "https://visual.ly/community/Infographics/business/social-customer")
    #expect(figure.confidence == .primary)
    #expect(figure.note.hasPrefix("public messages, each message rather than each opener"))
  }

  @Test func findsColumnsByNameAndSkipsBlankRows() throws {
    let catalogue = try BenchmarkCatalogue(
      file: "own.csv",
      rows: [
        [
          "colour", " Value ", "unit", "metric", "industry", "channel", "statistic", "year",
          "publisher", "source_title",
        ],
        ["", " "],
        ["red", " 7.9", "hours", "response_time", "Banks", " Twitter", "mean", "", "", "A study"],
      ])
    let figure = try #require(catalogue.figures.first)
    #expect(catalogue.figures.count == 1)
    #expect(figure.value == Fraction(79, over: 10))
    #expect(figure.industry.text == "banking-finance")
    #expect(figure.channel == "twitter")
    #expect(figure.year == nil)
    #expect(figure.sample == "")
    #expect(figure.note == "")
    #expect(figure.confidence == .primary)
  }

  @Test(arguments: [
    ("0", 0, 1), ("28", 28, 1), ("21.7", 217, 10), ("39.39", 3939, 100),
    ("123456789.123456", 123_456_789_123_456, 1_000_000), ("007", 7, 1), ("1.50", 3, 2),
  ])
  func readsDecimalsExactly(text: String, numerator: Int, denominator: Int) {
    #expect(Fraction(decimal: text) == Fraction(numerator, over: denominator))
  }

  @Test(arguments: [
    "", ".", ".5", "5.", "-1", "+1", "1e3", "1,5", "1.2.3", " 1", "1 ", "12 h", "1234567890",
    "1.1234567", "٣", "NaN",
  ])
  func refusesWhatIsNoPlainDecimal(text: String) {
    #expect(Fraction(decimal: text) == nil)
  }

  @Test func listsWhatBearsOnAnIndustryByTheStepsOfTheLookUp() throws {
    let row = { (industry: String, value: String) in
      ["response_rate", industry, "email", value, "percent", "share; segment=x", "2020", ""]
    }
    let catalogue = try FewBenchmarks.catalogue([
      row("all", "1"), row("legal-real-estate", "2"), row("sports", "3"), row("legal", "4"),
      row("legal/notaries", "5"), row("legal", "6"),
    ])
    let notaries = try #require(IndustrySlug(folding: "legal/notaries"))
    #expect(
      catalogue.figures(bearingOn: notaries).map { "\($0.figure.published) \($0.matchedBy)" }
        == ["5 exact", "4 parent", "6 parent", "2 joined", "1 all"])
  }

  // MARK: A user's own file

  @Test func ownFiguresComeAfterTheBuiltInOnes() throws {
    var catalogue = try FewBenchmarks.catalogue([
      ["response_rate", "retail", "social", "20", "percent", "share", "2020", ""]
    ])
    catalogue.add(
      try FewBenchmarks.catalogue([
        ["response_rate", "retail", "social", "30", "percent", "share", "2021", ""],
        ["response_rate", "sports", "social", "40", "percent", "share", "2020", ""],
      ]))
    #expect(catalogue.figures.map(\.published) == ["20", "30", "40"])
  }

  @Test func ownFiguresReplaceThoseOfTheSameIdentityInTheirPlace() throws {
    let row = { (value: String, statistic: String) in
      ["response_rate", "retail", "social", value, "percent", statistic, "2020", ""]
    }
    var catalogue = try FewBenchmarks.catalogue([
      row("20", "share"), row("21", "mean"), row("22", "share"),
    ])
    catalogue.add(try FewBenchmarks.catalogue([row("50", "share of all"), row("51", "share")]))
    #expect(catalogue.figures.map(\.published) == ["51", "21", "50"])
  }
}
