import MessageHistory
import Testing

@testable import ReplymeterCommand

/// Names of dated runs.
struct RunNameTests {
  @Test func anInstantIsCutOffBelowTheSecond() {
    // 2026-11-16T06:00:00.999Z
    let instant = Instant(milliseconds: 1_794_808_800_999)
    #expect(RunName(at: instant).text == "2026-11-16T060000Z")
  }

  @Test(arguments: [
    "2026-11-16T060000Z", "2026-11-16T060000Z-2", "0001-01-01T000000Z-10",
  ])
  func whatIsReadIsWrittenAgain(text: String) {
    #expect(RunName(text)?.text == text)
  }

  @Test(arguments: [
    "", "latest", "2026-11-16", "2026-11-16T060000", "2026-11-16T06:00:00Z",
    "2026-11-16T060000Z-1", "2026-11-16T060000Z-02", "2026-11-16T060000Z-+2",
    "2026-11-16T060000Z-", "2026-11-16T060000Zx", "2026-11-16T060000Z/..", "２026-11-16T060000Z",
  ])
  func othersAreNoNames(text: String) {
    #expect(RunName(text) == nil)
  }

  @Test func namesSortByTime() {
    let names = [
      "2026-11-16T060000Z-10", "2026-11-16T060000Z", "2025-12-31T235959Z-3",
      "2026-11-16T060000Z-9",
    ]
    #expect(
      names.compactMap { RunName($0) }.sorted().map(\.text) == [
        "2025-12-31T235959Z-3", "2026-11-16T060000Z", "2026-11-16T060000Z-9",
        "2026-11-16T060000Z-10",
      ])
  }
}
