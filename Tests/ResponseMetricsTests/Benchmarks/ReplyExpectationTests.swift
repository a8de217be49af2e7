import ResponseMetrics
import Testing

@Suite struct ReplyExpectationTests {
  private static func told(
    channel: String?, _ catalogue: BenchmarkCatalogue
  ) -> [String] {
    ReplyExpectation.rows(channel: channel, in: catalogue) { _ in nil }.map { row in
      guard let figure = row.figure else { return "\(row.threshold.name) -" }
      let year = figure.year.map { "\($0)" } ?? "-"
      return "\(row.threshold.name) \(figure.published) \(figure.publisher) \(year)"
    }
  }

  @Test(
    arguments: [
      ("messenger", ["15m -", "1h 49.8 Arise 2017", "24h 79.2 Arise 2017"]),
      ("default", ["15m -", "1h 49.8 Arise 2017", "24h 79.2 Arise 2017"]),
      (nil, ["15m -", "1h 49.8 Arise 2017", "24h 79.2 Arise 2017"]),
      (
        "twitter",
        [
          "15m -", "1h 53 Lithium Technologies / Millward Brown Digital 2013",
          "24h 79.2 Arise 2017",
        ]
      ),
      ("email", ["15m -", "1h -", "24h -"]),
    ] as [(String?, [String])])
  func choosesFromTheBuiltInFile(channel: String?, rows: [String]) throws {
    #expect(Self.told(channel: channel, try BuiltInBenchmarks.catalogue()) == rows)
  }

  @Test func figuresAboutComplaintsComeLast() throws {
    let complaints = [
      "expect_reply_within", "all", "messenger", "72", "percent",
      "share of complaints within 60 min", "2024", "",
    ]
    let every = [
      "expect_reply_within", "all", "twitter", "30", "percent", "share within 60 min", "2001",
      "seed",
    ]
    let told = { (rows: [[String]]) in
      Self.told(channel: "messenger", try FewBenchmarks.catalogue(rows))[1]
    }
    #expect(try told([complaints, every]) == "1h 30 Anybody 2001")
    #expect(try told([complaints]) == "1h 72 Anybody 2024")
  }

  @Test(arguments: [
    ["expect_reply_within", "retail", "social", "1", "percent", "share within 60 min", "", ""],
    ["expect_reply_within", "all", "social", "1", "percent", "share within 30 min", "", ""],
    ["expect_reply_within", "all", "social", "1", "percent", "share at once", "", ""],
    ["replied_within", "all", "social", "1", "percent", "share within 60 min", "", ""],
    [
      "expect_reply_within", "all", "social", "1", "percent",
      "share within 60 min; segment=complaints", "", "",
    ],
  ])
  func nothingElseIsTaken(row: [String]) throws {
    #expect(
      Self.told(channel: "messenger", try FewBenchmarks.catalogue([row]))
        == ["15m -", "1h -", "24h -"])
  }

  @Test func showsTheOwnShareBesideTheExpectedOne() throws {
    let rows = ReplyExpectation.rows(
      channel: "messenger", in: try BuiltInBenchmarks.catalogue()
    ) { threshold in
      threshold == .oneDay ? nil : Fraction(1, over: threshold == .oneHour ? 2 : 4)
    }
    #expect(rows.map(\.ownShare) == [Fraction(1, over: 4), Fraction(1, over: 2), nil])
    #expect(
      rows.map(\.expectedShare)
        == [nil, Fraction(498, over: 1_000), Fraction(792, over: 1_000)])
    #expect(rows.map { $0.caveats(asOfYear: 2026) }.first == [])
    #expect(
      rows.last?.caveats(asOfYear: 2026)
        == [.olderThanFiveYears(published: 2017), .statedWish])
  }
}
