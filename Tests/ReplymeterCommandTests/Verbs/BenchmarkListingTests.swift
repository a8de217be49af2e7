import ResponseMetrics
import TestSupport
import Testing

@testable import ReplymeterCommand

@Suite("benchmarks")
struct BenchmarkListingTests {
  private func catalogue(_ rows: [String]...) throws -> BenchmarkCatalogue {
    let header = [
      "metric", "industry", "channel", "value", "unit", "statistic", "sample", "year", "publisher",
      "source_title", "source_url", "confidence", "note",
    ]
    return try BenchmarkCatalogue(file: "b.csv", rows: [header] + rows)
  }

  private let retail = [
    "response_rate", "retail", "facebook-public", "83", "percent", "share of questions", "", "2016",
    "Publisher", "Report A", "https://a.example", "seen-primary", "",
  ]
  private let all = [
    "response_time", "all", "social", "10", "hours", "mean (about)", "", "", "", "Report B", "",
    "seed", "",
  ]

  @Test("figures are listed by metric, aligned, with numbered sources and marks")
  func list() throws {
    let builtIn = try catalogue(retail)
    var listing = BenchmarkListing(try catalogue(retail, all), builtIn: builtIn)
    let lines = listing.allLines()
    #expect(
      lines.prefix(10) == [
        "response_rate",
        "  retail  facebook-public  83 %  2016  share of questions  [1]",
        "",
        "response_time",
        "  all  social  10 h  undated  mean (about)  [2] as quoted own file",
        "",
        "Sources",
        "  [1] Publisher: Report A",
        "      https://a.example",
        "  [2] Report B",
      ])
    #expect(lines[10...12] == ["      no address", "", "Beside every figure"])
    #expect(
      lines[13]
        == "  - Most of these figures are published by vendors, about their own customers or to sell "
        + "speed.")
  }

  @Test("columns are as wide as their widest cell")
  func alignment() throws {
    var wide = retail
    wide[1] = "travel-hospitality/airlines"
    wide[3] = "7.5"
    let figures = try catalogue(retail, wide)
    var listing = BenchmarkListing(figures, builtIn: figures)
    #expect(
      listing.allLines()[1...2] == [
        "  retail                       facebook-public  83 %   2016  share of questions  [1]",
        "  travel-hospitality/airlines  facebook-public  7.5 %  2016  share of questions  [1]",
      ])
  }

  @Test("of an industry the choice is shown by metric and channel, with the step that led there")
  func industry() throws {
    let figures = try catalogue(retail, all)
    var listing = BenchmarkListing(figures, builtIn: figures)
    let slug = try #require(IndustrySlug(folding: "retail/shoes"))
    let lines = listing.lines(of: slug)
    #expect(
      lines.prefix(11) == [
        "industry retail/shoes; looked up: retail/shoes (exact), retail (parent), all (all)",
        "",
        "Chosen by metric and channel",
        "  response_rate",
        "    messenger, instagram, facebook, comment, whatsapp, twitter, sms:",
        "      by parent (retail): facebook-public, 83 %, 2016, share of questions, [1]",
        "    email, webchat: no figure",
        "  response_time",
        "    messenger, instagram, facebook, comment, whatsapp, twitter, sms:",
        "      by all (all): social, 10 h, undated, mean (about), [2] as quoted",
        "    email, webchat: no figure",
      ])
    #expect(
      lines.contains("  parent  retail  facebook-public  83 %  2016  share of questions  [1]"))
  }

  @Test("the built-in figures are all listed, each once")
  func builtIn() throws {
    let catalogue = try BuiltInBenchmarks.catalogue()
    var listing = BenchmarkListing(catalogue, builtIn: catalogue)
    let rows = listing.allLines().prefix { $0 != "Sources" }.count { $0.hasPrefix("  ") }
    #expect(rows == catalogue.figures.count)
    #expect(!listing.allLines().contains { $0.hasSuffix("own file") })
  }

  private func slug(_ word: String, _ configuration: String = "") throws -> String {
    let read = try Configuration(reading: Array(configuration.utf8), file: "replymeter.yml")
    return try IndustryWord(word, read, BuiltInBenchmarks.catalogue()).slug.text
  }

  @Test("an industry is a slug, a publisher's label or a word of the configuration")
  func words() throws {
    #expect(try slug("retail") == "retail")
    #expect(try slug("Banking/Finance") == "banking-finance")
    #expect(try slug("shoe SHOPS", "industries: { Shoe shops: retail }\n") == "retail")
    #expect(
      try slug("Retail / Shoes", "pages:\n  - id: a\n    industry: retail/shoes\n")
        == "retail/shoes")
  }

  @Test("an unknown industry is refused with the nearest")
  func unknown() throws {
    let error = #expect(throws: RunError.self) { try slug("retial") }
    #expect(error?.status == .usage)
    #expect(
      error?.message
        == "error: unknown industry in '--industry' (neither a slug of the figures nor a word of "
        + "the configuration); did you mean 'retail'?")
    let far = #expect(throws: RunError.self) { try slug("zzzzzzzzzzzz") }
    #expect(far?.message.hasSuffix("; 'replymeter benchmarks' lists all") == true)
  }
}
