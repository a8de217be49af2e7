import Foundation
import TestSupport
import Testing

/// Names that could steer a terminal, or lead out of the output folder.
struct TerminalAndPathTests {
  // MARK: Terminals

  private static let steering = "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}31m\u{8}\u{7F}\r\u{85}"

  /// Whether a text is lines of what can be seen.
  private static func isTame(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0 == "\n" || ($0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value))
    }
  }

  @Test func nothingThatIsSaidSteersATerminal() throws {
    let hostile = try HostileHistory(pages: 2) { word, _ in word + Self.steering + "x" }
    let ids = try hostile.conversationIDs()
    let calls: [(arguments: [String], status: Int32)] = [
      (["report", "in.csv", "--output", "report"], 0),
      (["report", "in.csv", "--output", "other", "--period", "2026-11-02..2026-11-02"], 0),
      (["report", "in.csv", "--format", "text"], 0),
      (
        ["report", "in.csv", "--format", "text", "--fail-on", "targets", "--fail-on", "overdue"], 1
      ),
      (["report", "in.csv", "--format", "text", "--page", Self.steering], 64),
      (["report", "in.csv", "--format", "text", "--policy", Self.steering], 64),
      (["report", "in.csv", "--format", "text", "--timezone", Self.steering], 64),
      (["report", "in.csv", "--format", "text", "--as-of", Self.steering], 64),
      (["report", "no\(Self.steering).csv", "--format", "text"], 66),
      (["report", "in.csv", "--output", "in.csv/\(Self.steering)"], 73),
      (["report", "in.csv", "--config", "no\(Self.steering).yml", "--format", "text"], 78),
      (["explain", "in.csv", "--conversation=\(ids[0])", "--show-text"], 0),
      (["explain", "in.csv", "--conversation=\(ids[0].dropLast(2))"], 65),
      (["explain", "in.csv", "--figure=response_rate"], 0),
      (["explain", "in.csv", "--figure=first_response_median"], 0),
      (["explain", "in.csv", "--figure=openers", "--channel", Self.steering], 64),
      (["diff", "report", "other", "--all"], 1),
      (["diff", "report", "no\(Self.steering)"], 66),
    ]
    for (arguments, status) in calls {
      let outcome = try RunningTool.run(arguments, in: hostile.place.path)
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      #expect(Self.isTame(outcome.output), "\(arguments)")
      #expect(Self.isTame(outcome.errors), "\(arguments)")
    }
  }

  // MARK: Paths

  private static let paths = [
    "../../outside", "/outside", "..", ".", "a/b", "..\\outside", "report.html", "manifest.json",
    "%2e%2e%2foutside", "~/outside", "$(touch outside)", "`touch outside`", "; touch outside", "|x",
  ]

  @Test func aReportWritesItsFilesAndNoOthers() throws {
    var unused = Self.paths
    let hostile = try HostileHistory(pages: Self.paths.count) { word, number in
      // Each path is the whole id of one page, and the beginning of all other texts.
      let isPage = word.hasPrefix("page")
      return isPage ? unused.removeLast() : Self.paths[number % Self.paths.count] + word
    }
    #expect(unused == [])
    let harmless = try HostileHistory.harmless(pages: 1)
    for outcome in [try hostile.report(), try harmless.report()] {
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let files = try [hostile.place.path, harmless.place.path].map {
      try FileManager.default.subpathsOfDirectory(atPath: $0).sorted()
    }
    #expect(files[0] == files[1])
  }
}

extension HostileHistory {
  /// The conversations' ids, by the order of rows.
  fileprivate func conversationIDs() throws -> [String] {
    PlainTable(try place.text(of: "in.csv")).entries.compactMap { $0["conversation_id"] }
  }
}
