import MessageHistory
import Reports
import TestSupport
import Testing

@testable import ReplymeterCommand

/// openers.csv and conversations.csv of histories with hostile ids, however little memory there is.
struct ListingFilesTests {
  /// A conversation whose every inbound message is an opener with a reply.
  private struct TestConversation {
    var page: String
    var channel: String
    var id: String
    var contact: String
    /// Seconds after the start of 2026 and until the reply, message id, who replied.
    var exchanges: [(at: Int, wait: Int, message: String, employee: String)]
  }

  private static let ids =
    [
      "=1+1", "@home", "a", "aa", "a,b", "a\"b", "\"", "line\nbreak", "line", "é", "e", "-",
      "conversation-1", "conversation-10", "conversation-2", "ǅ\u{301}", "a;b", "a\tb",
      String(repeating: "z", count: 10_000), String(repeating: "z", count: 9_999) + "a",
    ]

  private static func conversations(_ random: inout SeededGenerator) -> [TestConversation] {
    var conversations: [TestConversation] = []
    for page in ["", "shop", "=shop", "a,b", "shop2"] {
      for channel in ["messenger", "sms", "chat \"x\""] where !random.chance(percent: 20) {
        for id in ids + (0..<12).map({ "id-\($0)" }) where !random.chance(percent: 30) {
          let number = conversations.count
          let start = random.number(in: 0..<5_000_000)
          let exchanges = (0..<random.number(in: 1..<4)).map { exchange in
            (
              at: start + exchange * 200_000, wait: random.number(in: 0..<80_000),
              message: "m\(number)/\(exchange)",
              employee: "e\(random.number(in: 1..<4))"
            )
          }
          conversations.append(
            TestConversation(
              page: page, channel: channel, id: id, contact: "c\(number)", exchanges: exchanges))
        }
      }
    }
    return conversations
  }

  // MARK: The obvious way

  private static func quoted(_ cell: String, isText: Bool = true) -> String {
    let guarded = isText && "=+-@\t\r".utf8.contains(cell.utf8.first ?? 0) ? "'" + cell : cell
    guard guarded.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return guarded }
    return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
  }

  private static func instant(_ seconds: Int, zone: String = "+00:00") -> String {
    let day = LocalDate(dayNumber: 20_454 + seconds / 86_400)
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let time = seconds % 86_400
    return "\(day)T\(two(time / 3_600)):\(two(time / 60 % 60)):\(two(time % 60))\(zone)"
  }

  private static func input(
    _ conversations: [TestConversation], _ random: inout SeededGenerator
  ) -> String {
    var rows: [String] = []
    for conversation in conversations {
      let head = [conversation.page, conversation.channel, conversation.id]
        .map { quoted($0, isText: false) }.joined(separator: ",")
      for exchange in conversation.exchanges {
        rows.append(
          "\(head),\(exchange.message),\(instant(exchange.at, zone: "Z")),inbound,"
            + "\(conversation.contact),,\n")
        rows.append(
          "\(head),r\(exchange.message),\(instant(exchange.at + exchange.wait, zone: "Z")),"
            + "outbound,\(exchange.employee),,\n")
      }
    }
    return rows.shuffled(using: &random).joined()
  }

  private static func sorted(_ conversations: [TestConversation]) -> [TestConversation] {
    func key(_ conversation: TestConversation) -> [[UInt8]] {
      let page = conversation.page.isEmpty ? "default" : conversation.page
      return [page, conversation.channel, conversation.id].map { Array($0.utf8) }
    }
    return conversations.sorted { left, right in
      for (first, second) in zip(key(left), key(right)) where first != second {
        return first.lexicographicallyPrecedes(second)
      }
      return false
    }
  }

  private static func head(_ conversation: TestConversation) -> String {
    let page = conversation.page.isEmpty ? "default" : conversation.page
    return [page, conversation.channel, conversation.id].map { quoted($0) }.joined(separator: ",")
  }

  private static func expectedOpeners(_ conversations: [TestConversation]) -> String {
    let rows = sorted(conversations).flatMap { conversation in
      conversation.exchanges.map { exchange in
        "\(head(conversation)),\(exchange.message),\(instant(exchange.at)),answered,,"
          + "\(instant(exchange.at + exchange.wait)),\(exchange.employee),\(exchange.wait),\n"
      }
    }
    return ReportFile.openers.columns.joined(separator: ",") + "\n" + rows.joined()
  }

  private static func expectedConversations(_ conversations: [TestConversation]) -> String {
    let rows = sorted(conversations).map { conversation in
      let exchanges = conversation.exchanges
      let last = exchanges.map { $0.at + $0.wait }.max() ?? 0
      let count = exchanges.count
      let employees = Set(exchanges.map(\.employee)).sorted().joined(separator: "; ")
      return "\(head(conversation)),\(conversation.contact),\(instant(exchanges[0].at)),"
        + "\(instant(last)),\(count),\(count),0,\(count),\(count),\(exchanges[0].wait),"
        + "\(employees),,\n"
    }
    return ReportFile.conversations.columns.joined(separator: ",") + "\n" + rows.joined()
  }

  // MARK: Tests

  private static func settings(
    _ settings: inout ReportSettings, in folder: borrowing TemporaryFolder
  ) {
    settings.output = folder.path + "/out"
    settings.period = "2026-01-01..2026-12-31"
    settings.timezone = "UTC"
    settings.formats = [.csv]
  }

  @Test(arguments: 7_000..<UInt64(7_003))
  func filesAreThoseOfTheObviousWayAtAnyBudgetAndNumberOfThreads(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let conversations = Self.conversations(&random)
    let history = WrittenHistory(rows: Self.input(conversations, &random))
    let expected = (
      Self.expectedOpeners(conversations), Self.expectedConversations(conversations)
    )
    for (bytes, threads) in [
      (Int.max, 1), (Int.max, 3), (1 << 20, 2), (16_000, 1), (4_000, 3), (0, 2),
    ] {
      let folder = try TemporaryFolder()
      let plan = try history.plan(in: folder) {
        Self.settings(&$0, in: folder)
        $0.threads = threads
        $0.memory = MemoryBudget(bytes: bytes)
      }
      _ = try ReportPipeline(plan: plan, version: "1", now: SystemClock.now()).run()
      let isSame = try (
        folder.text(of: "out/openers.csv").utf8.elementsEqual(expected.0.utf8),
        folder.text(of: "out/conversations.csv").utf8.elementsEqual(expected.1.utf8)
      )
      #expect(isSame == (true, true), "\(random), \(bytes) bytes, \(threads) threads")
    }
  }

  @Test func aSeparatorThatStandsInNumbersAndWordsHasThemQuoted() throws {
    let folder = try TemporaryFolder()
    let history = WrittenHistory(
      rows: """
        shop,chat,c-1,m1,2026-11-03T09:00:00Z,inbound,,,
        shop,chat,c-1,m2,2026-11-03T09:05:00Z,outbound,anna,,

        """)
    let plan = try history.plan(in: folder) {
      Self.settings(&$0, in: folder)
      $0.csvSeparator = UInt8(ascii: "-")
    }
    _ = try ReportPipeline(plan: plan, version: "1", now: SystemClock.now()).run()
    #expect(
      try folder.text(of: "out/openers.csv").split(separator: "\n").last
        == """
        shop-chat-"c-1"-m1-"2026-11-03T09:00:00+00:00"-answered--"2026-11-03T09:05:00+00:00"-anna-300-
        """)
  }

  /// Conversations of one message each, some of whose rows are long, in no order.
  private static func waiting(_ random: inout SeededGenerator) -> WrittenHistory {
    let rows = (0..<600).map { number in
      let id = "c\(number)" + String(repeating: "x", count: random.number(in: 0..<300))
      return "shop,sms,\(id),m\(number),\(instant(number * 1_000, zone: "Z")),inbound,p\(number),,"
        + "\n"
    }
    return WrittenHistory(rows: rows.shuffled(using: &random).joined())
  }

  /// Its texts come with those of the listings, or by themselves, as those of conversations that wait
  /// since before the period and are not listed.
  @Test(arguments: ["2026-01-01..2026-12-31", "2026-01-04..2026-12-31"])
  func theWaitingListIsTheSameWithAndWithoutListings(period: String) throws {
    var random = SeededGenerator(seed: 1)
    let history = Self.waiting(&random)
    var lists: Set<String> = []
    for (bytes, threads, listsConversations) in [
      (Int.max, 1, false), (Int.max, 1, true), (Int.max, 3, true), (4_000, 2, true), (0, 2, true),
    ] {
      let folder = try TemporaryFolder()
      let plan = try history.plan(in: folder) {
        Self.settings(&$0, in: folder)
        $0.period = period
        $0.threads = threads
        $0.memory = MemoryBudget(bytes: bytes)
        $0.listsConversations = listsConversations
      }
      _ = try ReportPipeline(plan: plan, version: "1", now: SystemClock.now()).run()
      lists.insert(try folder.text(of: "out/waiting.csv"))
    }
    #expect(lists.count == 1)
    #expect(lists.first?.utf8.count { $0 == UInt8(ascii: "\n") } == 601)
  }

  /// By page, channel and conversation, under which pseudonyms.
  @Test func theWaitingListShowsThePseudonymsOfTheListings() throws {
    var random = SeededGenerator(seed: 2)
    let folder = try TemporaryFolder()
    let plan = try Self.waiting(&random).plan(in: folder) {
      Self.settings(&$0, in: folder)
      $0.redaction = .contacts
    }
    _ = try ReportPipeline(plan: plan, version: "1", now: SystemClock.now()).run()
    let shown = try ["waiting.csv", "conversations.csv"].map { name in
      try Set(
        folder.text(of: "out/\(name)").split(separator: "\n").dropFirst().map {
          $0.split(separator: ",").prefix(4).joined(separator: ",")
        })
    }
    #expect(shown[0].count == 600)
    #expect(shown[0] == shown[1])
    #expect(shown[0].allSatisfy { $0.contains(",contact-") })
  }

  @Test func aHistoryThatChangesBeforeItsTextsAreFetchedIsAnError() throws {
    let folder = try TemporaryFolder()
    let plan = try WrittenHistory(rows: WrittenHistory.shop).plan(in: folder) {
      Self.settings(&$0, in: folder)
    }
    let history = try readHistory(plan)
    try folder.write(WrittenHistory.header + WrittenHistory.shop + "\n", to: "history.csv")
    #expect(
      throws: MessageHistoryError.changedWhileRead(path: history.inputs[0].file.name)
    ) {
      _ = try FindingsBuilder(plan: plan, history: history).findings()
    }
  }
}
