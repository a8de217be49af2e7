import Foundation
import Reports
import TestSupport
import Testing

@testable import ReplymeterCommand

@Suite("Receipts in report.json")
struct FigureReceiptTests {
  private func receipts(configuration: String = "") throws -> [String: [[String: Any]]] {
    let folder = try TemporaryFolder()
    let plan = try WrittenHistory(rows: WrittenHistory.shop, configuration: configuration)
      .plan(in: folder) {
        $0.output = folder.path + "/out"
        $0.formats = [.json]
      }
    _ = try ReportPipeline(plan: plan, version: "1", now: SystemClock.now()).run()
    let json = try JSONSerialization.jsonObject(
      with: Data(try folder.text(of: "out/report.json").utf8))
    let root = try #require(json as? [String: Any])
    return try #require(root["receipts"] as? [String: [[String: Any]]])
  }

  @Test("each row of summary and channels says of each group what it rests on")
  func rows() throws {
    let receipts = try receipts()
    #expect(receipts["summary"]?.map { $0["page"] as? String } == ["shop", "*"])
    #expect(receipts["channels"]?.map { $0["channel"] as? String } == ["messenger"])
    let excluded = ["excluded_spam": 1, "excluded_done": 1, "excluded_away": 0]
    let groups: [(name: String, counts: [String: Int]?)] = [
      ("response_rate", excluded.merging(["n": 4]) { $1 }),
      ("settled_response_rate", excluded.merging(["n": 3, "awaiting": 1]) { $1 }),
      ("first_response", excluded.merging(["n": 2, "awaiting": 1, "missed": 1]) { $1 }),
      ("waiting_aware", excluded.merging(["n": 4, "censored": 2]) { $1 }),
      ("first_response_office", nil),
      ("reply", ["n": 2]),
      ("reply_office", nil),
      ("resolution", nil),
    ]
    for row in (receipts["summary"] ?? []) + (receipts["channels"] ?? []) {
      for (name, counts) in groups {
        #expect(row[name] as? [String: Int] == counts, "\(name)")
        #expect(row[name] != nil, "\(name)")
      }
    }
  }

  @Test("what pages without a schedule have is counted under all pages")
  func noSchedule() throws {
    let receipts = try receipts(
      configuration: "pages:\n  - id: annex\n    office_hours: { mon: \"09:00-10:00\" }\n")
    let total = try #require(receipts["summary"]?.last)
    #expect((total["first_response_office"] as? [String: Int])?["no_schedule"] == 2)
    #expect(total["reply_office"] as? [String: Int] == ["n": 0, "no_schedule": 2])
  }
}
