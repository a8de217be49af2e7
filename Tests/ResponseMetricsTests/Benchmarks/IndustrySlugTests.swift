import ResponseMetrics
import Testing

@Suite struct IndustrySlugTests {
  @Test(arguments: [
    ("Retail", "retail"), ("  Shoe shops ", "shoe-shops"),
    ("Personal & Business Support", "personal-and-business-support"), ("R&D", "r-and-d"),
    ("& sons", "and-sons"), ("Non-profit", "non-profit"),
    ("Consumer Goods (CPG)", "consumer-goods-cpg"),
    ("Retail / Shoe  shops", "retail/shoe-shops"), ("Café, bar", "café-bar"), ("--a__b--", "a-b"),
  ])
  func foldsWords(word: String, slug: String) {
    #expect(IndustrySlug(folding: word)?.text == slug)
  }

  @Test(arguments: ["", " ", "/", "?!"])
  func nothingFoldsToNothing(word: String) {
    #expect(IndustrySlug(folding: word) == nil)
  }

  @Test func knowsItsAncestors() {
    #expect(IndustrySlug(folding: "a/b/c")?.ancestors.map(\.text) == ["a/b", "a"])
    #expect(IndustrySlug(folding: "retail")?.ancestors == [])
  }

  @Test(arguments: [
    ("Banking/Finance", "banking-finance"), ("Media/Entertainment", "media-entertainment"),
    ("Travel/Hospitality", "travel-hospitality"), ("airlines", "travel-hospitality/airlines"),
    ("travel-hospitality/airlines", "travel-hospitality/airlines"),
    ("Travel-Hospitality / Airlines", "travel-hospitality/airlines"),
    ("RETAIL & WHOLESALE", "retail"), ("law firms", "legal"), ("Non-profit", "nonprofit"),
    ("Restaurant & Cafe", "restaurants"), ("QSR", "restaurants/quick-service"),
    ("Utilities", "utilities"), ("Telecommunications", "telecom"), ("All", "all"),
    ("Shoe shops", "shoe-shops"), ("Retail/Shoes", "retail/shoes"),
  ])
  func looksUpLabels(word: String, slug: String) {
    #expect(IndustryDirectory.builtIn.slug(of: word)?.text == slug)
  }

  @Test func theUsersWordsComeFirst() throws {
    let directory = IndustryDirectory(
      figures: [],
      words: [("Shoe shops", "retail"), ("Retail", "E-commerce"), ("shoe-shops", "sports")])
    #expect(directory.slug(of: "SHOE  SHOPS")?.text == "retail")
    #expect(directory.slug(of: "retail")?.text == "ecommerce")
    #expect(directory.slug(of: "sports")?.text == "sports")
  }

  @Test func industriesOfFiguresAreKnown() throws {
    let figures = try FewBenchmarks.catalogue([
      ["response_rate", "crafts/candles", "social", "1", "percent", "share", "", ""]
    ]).figures
    let directory = IndustryDirectory(figures: figures, words: [])
    let slug = try #require(directory.slug(of: "Crafts Candles"))
    #expect(slug.text == "crafts/candles")
    #expect(directory.knows(slug))
    #expect(!IndustryDirectory.builtIn.knows(slug))
  }

  @Test(arguments: [
    ("retail", ["retail exact", "all all"]),
    (
      "travel-hospitality/airlines",
      ["travel-hospitality/airlines exact", "travel-hospitality parent", "all all"]
    ),
    ("legal", ["legal exact", "legal-real-estate joined", "all all"]),
    (
      "telecom/mobile",
      [
        "telecom/mobile exact", "telecom parent", "utilities-telecom joined",
        "media-telecom joined", "all all",
      ]
    ),
    ("utilities", ["utilities exact", "all all"]),
    ("all", ["all exact"]),
  ])
  func looksUpInSteps(industry: String, steps: [String]) throws {
    let slug = try #require(IndustrySlug(folding: industry))
    #expect(
      IndustryMatch.steps(for: slug).map { "\($0.industry) \($0.match.rawValue)" } == steps)
  }
}
