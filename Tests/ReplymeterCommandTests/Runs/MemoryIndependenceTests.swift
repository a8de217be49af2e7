import Foundation
import MessageHistory
import TestSupport
import Testing

@testable import ReplymeterCommand

/// A run in little memory writes what one in much does.
struct MemoryIndependenceTests {
  private static func rows(_ random: inout SeededGenerator) -> String {
    var rows = ""
    for number in 0..<600 {
      let conversation = random.number(in: 0..<120)
      let isInbound = random.chance(percent: 55)
      rows +=
        "\(["shop", "garage"][conversation % 2]),\(["messenger", "email"][conversation % 3 / 2]),"
      rows += "c\(conversation),\(random.chance(percent: 80) ? "m\(number % 550)" : ""),"
      rows += "2026-11-\(10 + random.number(in: 0..<10))T\(10 + random.number(in: 0..<12)):00:00Z,"
      rows += isInbound ? "inbound,," : "outbound,e\(random.number(in: 0..<4)),"
      rows += "\(random.element(of: ["", "", "open", "done"]) ?? ""),\n"
    }
    return rows
  }

  /// The files of a report by name.
  private static func files(
    _ history: WrittenHistory, threads: Int, memory: MemoryBudget
  ) throws -> [String: Data] {
    let folder = try TemporaryFolder()
    let plan = try history.plan(in: folder) {
      $0.output = folder.path + "/out"
      $0.threads = threads
      $0.memory = memory
      $0.inputs = [folder.path + "/history.csv"]
    }
    _ = try ReportPipeline(plan: plan, version: "1", now: SystemClock.now()).run()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out")
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0 != "manifest.json" }.map {
        ($0, try Data(contentsOf: URL(filePath: folder.path + "/out/" + $0)))
      })
  }

  /// The newest row and the oldest are duplicates, so that the run's times are others than those of
  /// the rows as they were read.
  @Test func reportsAreTheSameWhereTheTimesAreThoseOfDuplicates() throws {
    var random = SeededGenerator(seed: 33)
    let moved = { (day: String) in
      "shop,messenger,c1,m1,2026-\(day)T08:00:00Z,inbound,,,\n"
        + "shop,messenger,c2,m2,2026-\(day)T09:00:00Z,inbound,,,\n"
    }
    let kept = Self.rows(&random) + moved("11-15")
    let history = WrittenHistory(rows: moved("01-05") + moved("12-24") + kept)
    let expected = try Self.files(history, threads: 1, memory: .unbounded)
    let withoutDuplicates = try Self.files(
      WrittenHistory(rows: kept), threads: 1, memory: .unbounded)
    for name in ["summary.csv", "trend.csv", "badge.csv", "channels.csv"] {
      #expect(expected[name] != nil && expected[name] == withoutDuplicates[name], "\(name)")
    }
    for bytes in [1, 20_000] {
      let written = try Self.files(history, threads: 2, memory: MemoryBudget(bytes: bytes))
      for (name, content) in expected {
        #expect(written[name] == content, "\(name), \(bytes) bytes")
      }
    }
  }

  @Test(arguments: [31, 32] as [UInt64])
  func reportsAreTheSameAtAnyBudget(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let history = WrittenHistory(rows: Self.rows(&random))
    let expected = try Self.files(history, threads: 1, memory: .unbounded)
    #expect(expected.count > 10)
    for (threads, bytes) in [(1, 1), (2, 4_096), (3, 20_000)] {
      let written = try Self.files(history, threads: threads, memory: MemoryBudget(bytes: bytes))
      #expect(written.keys.sorted() == expected.keys.sorted())
      for (name, content) in expected {
        #expect(written[name] == content, "\(name), \(random), \(threads) threads, \(bytes) bytes")
      }
    }
  }
}
