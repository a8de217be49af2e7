import MessageHistory
import Reports
import ResponseMetrics
import Testing

@testable import ReplymeterCommand

@Suite("Targets of pages")
struct TargetVerdictTests {
  private func verdicts(
    _ targets: String, rows: String = WrittenHistory.shop
  ) throws -> [TargetVerdict] {
    try WrittenHistory(
      rows: rows, configuration: "pages:\n  - id: shop\n    targets: { \(targets) }\n"
    ).findings().targets
  }

  // Openers c1, c2, c3, c6; answered c1 after 300 s and c3 after 900 s; c2 missed, c6 awaiting.
  @Test(
    "a target is met, missed or undefined, with the distance",
    arguments: [
      ("response_rate: 0.5", .met, Fraction(1, over: 2), Fraction(0)),
      ("response_rate: 0.500001", .missed, Fraction(1, over: 2), Fraction(-1, over: 1_000_000)),
      ("settled_response_rate: 0.6", .met, Fraction(2, over: 3), Fraction(1, over: 15)),
      ("within_5m: 0.25", .met, Fraction(1, over: 4), Fraction(0)),
      ("within_1m: 0.1", .missed, Fraction(0), Fraction(-1, over: 10)),
      ("first_response_median: 10m", .met, Fraction(600_000), Fraction(0)),
      ("first_response_mean: 599.999s", .missed, Fraction(600_000), Fraction(1)),
      ("first_response_max: 16m", .met, Fraction(900_000), Fraction(-60_000)),
      ("first_response_office_median: 10m", .undefined, nil, nil),
      ("resolution_median: 1h", .undefined, nil, nil),
      // c2 waits since 2026-11-03T10:00, 56 h before as-of.
      ("waiting_longest: 48h", .missed, Fraction(201_600_000), Fraction(28_800_000)),
    ] as [(String, TargetVerdict.State, Fraction?, Fraction?)])
  func states(
    target: String, state: TargetVerdict.State, own: Fraction?, distance: Fraction?
  ) throws {
    let verdict = try #require(try verdicts(target).first)
    #expect(verdict.page == "shop")
    #expect(verdict.metric == String(target.prefix { $0 != ":" }))
    #expect(verdict.state == state)
    #expect(verdict.own == own)
    #expect(verdict.distance == distance)
  }

  @Test("of a page without openers rates are undefined, and nobody has waited")
  func noOpeners() throws {
    let states = try verdicts(
      "response_rate: 0.5, waiting_longest: 1h",
      rows: "other,messenger,c1,m1,2026-11-03T09:00:00Z,inbound,,\n"
    ).map(\.state)
    #expect(states == [.undefined, .met])
  }

  @Test("without any data and as-of nothing is known of waiting")
  func noData() throws {
    #expect(try verdicts("waiting_longest: 1h", rows: "").map(\.state) == [.undefined])
  }

  @Test("targets come by page and in the order of the configuration; of hidden pages none")
  func order() throws {
    let history = WrittenHistory(
      rows: WrittenHistory.shop,
      configuration: """
        pages:
          - id: shop
            targets: { within_1h: 0.5, response_rate: 0.5 }
          - id: annex
            targets: { response_rate: 0.1 }

        """)
    let all = try history.findings().targets.map { "\($0.page) \($0.metric)" }
    #expect(all == ["annex response_rate", "shop within_1h", "shop response_rate"])
    let shop = try history.findings { $0.pages = ["shop"] }.targets.map(\.page)
    #expect(shop == ["shop", "shop"])
  }

  @Test("every metric has a value where all figures are defined", arguments: TargetMetric.allCases)
  func everyMetric(metric: TargetMetric) throws {
    let goal = metric.isShare ? "0.5" : "1h"
    let findings = try WrittenHistory(
      rows: """
        shop,messenger,c1,,2026-11-03T09:00:00Z,inbound
        shop,messenger,c1,,2026-11-03T09:05:00Z,outbound
        shop,messenger,c1,,2026-11-03T09:06:00Z,,,,closed

        """,
      configuration: """
        pages:
          - id: shop
            office_hours: { mon-sun: "00:00-24:00" }
            targets: { \(metric.rawValue): \(goal) }

        """
    ).findings()
    let verdict = try #require(findings.targets.first)
    #expect(verdict.state == (metric == .within1Minute ? .missed : .met))
    let own: Int64 =
      switch metric {
      case .resolutionMean, .resolutionMedian, .resolutionP90: 360_000
      case .waitingLongest: 0
      case .within1Minute: 0
      case _ where metric.isShare: 1
      default: 300_000
      }
    #expect(verdict.own == Fraction(own))
  }
}
