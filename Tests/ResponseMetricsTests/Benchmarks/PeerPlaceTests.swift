import ResponseMetrics
import Testing

@Suite struct PeerPlaceTests {
  private static func places(
    _ values: [(id: String, value: Int?)], _ metric: PeerMetric
  ) throws -> [PeerPlace] {
    let retail = try #require(IndustrySlug(folding: "retail"))
    return PeerPlace.places(of: values.map { ($0.id, retail) }) { index, asked in
      asked == metric ? values[index].value.map { Fraction($0) } : nil
    }.filter { $0.metric == metric }
  }

  @Test func ranksRatesFromTheHighest() throws {
    let places = try Self.places(
      [("a", 50), ("b", 90), ("c", 70), ("d", 90), ("e", 10)], .responseRate)
    #expect(places.map(\.page) == ["a", "b", "c", "d", "e"])
    #expect(places.map(\.rank) == [4, 1, 3, 1, 5])
    #expect(places.map(\.of) == [5, 5, 5, 5, 5])
    // (5 − rank) / 4
    #expect(
      places.map(\.percentile)
        == [Fraction(1, over: 4), Fraction(1), Fraction(1, over: 2), Fraction(1), Fraction(0)])
  }

  @Test(arguments: [PeerMetric.firstResponseMedian, .firstResponseP90])
  func ranksTimesFromTheShortest(metric: PeerMetric) throws {
    let places = try Self.places(
      [("a", 50), ("b", 90), ("c", 70), ("d", 90), ("e", 10)], metric)
    #expect(places.map(\.rank) == [2, 4, 3, 4, 1])
  }

  @Test func pagesWithoutAValueNeitherRankNorCount() throws {
    let places = try Self.places(
      [("a", 1), ("b", nil), ("c", 2), ("d", 3), ("e", 4), ("f", 5)], .settledResponseRate)
    #expect(places.map(\.rank) == [5, nil, 4, 3, 2, 1])
    #expect(places.map(\.of) == [5, 5, 5, 5, 5, 5])
    #expect(places[1].percentile == nil)
  }

  @Test func underFivePagesThereIsNoPlace() throws {
    let places = try Self.places(
      [("a", 1), ("b", nil), ("c", 2), ("d", 3), ("e", 4)], .responseRate)
    #expect(places.map(\.of) == [4, 4, 4, 4, 4])
    #expect(places.map(\.rank) == [nil, nil, nil, nil, nil])
    #expect(places.map(\.percentile) == [nil, nil, nil, nil, nil])
    #expect(places.map(\.value) == [1, nil, 2, 3, 4].map { $0.map { Fraction($0) } })
  }

  @Test func aPageAloneHasNoPlace() throws {
    let places = try Self.places([("a", 1)], .responseRate)
    #expect(places.map(\.of) == [1])
    #expect(places.map(\.rank) == [nil])
  }

  @Test func industriesAreRankedApart() throws {
    let directory = IndustryDirectory.builtIn
    let pages = try ["Retail", "retailers", "sports", "RETAIL", "retail", "Retail & Wholesale"]
      .enumerated().map { index, word in
        (id: "\(index)", industry: try #require(directory.slug(of: word)))
      }
    let places = PeerPlace.places(of: pages) { index, metric in
      metric == .responseRate ? Fraction(index) : nil
    }.filter { $0.metric == .responseRate }
    #expect(places.map(\.of) == [5, 5, 1, 5, 5, 5])
    #expect(places.map(\.rank) == [5, 4, nil, 3, 2, 1])
  }

  @Test func rowsAreByPageBytesThenMetric() throws {
    let retail = try #require(IndustrySlug(folding: "retail"))
    let places = PeerPlace.places(of: [("é", retail), ("Z", retail), ("a", retail)]) { _, _ in
      nil
    }
    #expect(places.map(\.page) == ["Z", "Z", "Z", "Z", "a", "a", "a", "a", "é", "é", "é", "é"])
    #expect(
      places.prefix(4).map(\.metric.rawValue) == [
        "response_rate", "settled_response_rate", "first_response_median_seconds",
        "first_response_p90_seconds",
      ])
  }

  /// A rank is the first place of a value in a sorted list, in whatever order pages come.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func agreesWithASortedList(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let values = (0..<Int.random(in: 5...30, using: &generator)).map { _ in
      Int.random(in: 0...12, using: &generator)
    }
    let pages = values.enumerated().map { (id: "\($0.offset)", value: Int?($0.element)) }
      .shuffled(using: &generator)
    let sorted = values.sorted(by: >)
    for place in try Self.places(pages, .responseRate) {
      let value = try #require(Int(place.page).map { values[$0] })
      #expect(place.rank == sorted.firstIndex(of: value).map { $0 + 1 }, "seed \(seed)")
      #expect(place.of == values.count, "seed \(seed)")
    }
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
