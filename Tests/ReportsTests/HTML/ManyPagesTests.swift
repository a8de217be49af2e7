import MessageHistory
import ResponseMetrics
import Testing

@testable import Reports

/// What report.html says of many pages, and how large it is.
struct ManyPagesTests {
  private static let header =
    "conversation_id,timestamp,direction,page,channel,contact_name,employee_name,status\n"

  /// Pages of which the one with ordinal n, from 0, has `openers(n)` openers, all missed.
  private static func history(
    pages: Int, channels: Int = 1, openers: (Int) -> Int = { _ in 1 }
  ) throws -> ReportedHistory {
    let rows = (0..<pages).flatMap { page in
      (0..<openers(page)).map { opener in
        """
        c\(page)-\(opener),2026-11-02T09:00:00Z,inbound,\(name(page)),\
        \(name(opener % channels)),Ada,,

        """
      }
    }
    return try ReportedHistory(
      header + rows.joined(), asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09")
  }

  /// Four digits, so that ids are in the order of numbers.
  private static func name(_ number: Int) -> String { "p\(10_000 + number)" }

  private static func context(_ history: ReportedHistory) throws -> ReportContext {
    ReportContext(
      findings: try history.findings(), extras: HTMLReport.Extras(),
      words: ReportLanguage.standard.wording)
  }

  // MARK: Depth

  @Test func twelvePagesAreShownInFullAndThirteenInBrief() throws {
    let full = try Self.history(pages: 12).html()
    #expect(full.matches(of: #/<section class="page" id="page-\d+"/#).count == 12)
    #expect(!full.contains("class=\"page brief\""))
    #expect(!full.contains("replymeter report --page ID"))
    let brief = try Self.history(pages: 13).html()
    #expect(brief.matches(of: #/<section class="page brief" id="page-\d+"/#).count == 13)
    #expect(brief.contains("<section class=\"page\" id=\"all\""))
    #expect(brief.contains("Each of the 13 pages has a short part below."))
    #expect(brief.contains("id=\"all-trend\""))
    #expect(!brief.contains("id=\"page-1-trend\""))
    let reader = MarkupReader(brief)
    #expect(reader.flaws == [])
    #expect(Set(reader.ids).count == reader.ids.count)
  }

  @Test func partsInBriefHaveTheHeadlineAndTheFirstRowsOfLists() throws {
    let html = try Self.history(pages: 13, channels: 16) { $0 == 4 ? 16 : 1 }.html()
    let start = try #require(html.firstRange(of: "id=\"page-5\"")).lowerBound
    let part = try #require(html[start...].firstRange(of: "</section>\n<section")).lowerBound
    let text = MarkupReader("<section " + html[start..<part] + "</section>").text.plainSpaces
    #expect(text.contains("None of 16 openers was answered."))
    #expect(text.contains("0 left out as closed"))
    #expect(text.contains("Those with the most openers are shown; 1 more is in channels.csv."))
    #expect(text.contains("1 more is in waiting.csv."))
    #expect(text.contains("p10014"))
  }

  @Test(arguments: [
    (200, [200]), (201, [200, 1]), (1_000, [200, 800]), (1_001, [200, 800, 1]),
  ])
  func pagesPastTheBoundsAreLeftToTheIndexAndTheTables(pages: Int, counts: [Int]) throws {
    // The first page is the busiest, the last ones have least.
    let history = try Self.history(pages: pages) { $0 == 0 ? 3 : 1 }
    let context = try Self.context(history)
    let parts = ReportDocument.Parts(context.scopes)
    #expect(parts.listed.count == min(pages, 1_000))
    #expect(parts.shown.count == 200)
    #expect(parts.ids.count == 200)
    #expect(parts.shown.first?.name == Self.name(0))
    #expect(parts.shown.last?.name == Self.name(199))
    let notes = parts.notes(words: context.words, numbers: context.numbers)
    #expect(notes.count == counts.count)
    for (note, count) in zip(notes, counts) {
      #expect(note.contains(context.numbers.count(count)), "\(note)")
    }
  }

  @Test func theBusiestAreKeptInTheirOrder() throws {
    let scopes = try Self.context(Self.history(pages: 4) { [1, 3, 2, 3][$0] }).scopes.dropFirst()
    let names = { (count: Int) in PageDepth.busiest(Array(scopes), count).map(\.name) }
    #expect(names(4) == [0, 1, 2, 3].map(Self.name))
    #expect(names(3) == [1, 2, 3].map(Self.name))
    #expect(names(1) == [1].map(Self.name))
  }

  @Test func aPageWithoutAPartHasALineWithoutALink() throws {
    let context = try Self.context(Self.history(pages: 2))
    let scope = try #require(context.scopes.last)
    #expect(SliceRow.page(scope, context: context).hasLink)
    #expect(!SliceRow.page(scope, hasPart: false, context: context).hasLink)
  }

  // MARK: Lists

  @Test(arguments: [
    (PageDepth.full, 1, 1_300, 100, 520), (.full, 13, 100, 100, 40), (.full, 200, 10, 10, 10),
    (.brief, 13, 15, 15, 15), (.brief, 86, 15, 15, 6), (.brief, 87, 14, 14, 6),
    (.brief, 200, 6, 6, 6),
  ])
  func listsShareTheRoom(depth: PageDepth, parts: Int, people: Int, waiting: Int, channels: Int) {
    let limits = ListLimits(depth: depth, parts: parts)
    #expect(limits.people == people)
    #expect(limits.waiting == waiting)
    #expect(limits.channels == channels)
  }

  /// As-of is in November 2026: sixty months begin in December 2021.
  @Test(arguments: [("2021-12-01", 60, nil), ("2021-11-01", 60, "1"), ("1996-11-01", 60, "301")])
  func trendsShowTheNewestSixtySteps(from: String, rows: Int, earlier: String?) throws {
    var history = try Self.history(pages: 1)
    history.from = try #require(LocalDate(from))
    history.to = try #require(LocalDate("2026-11-10"))
    let context = try Self.context(history)
    let scope = try #require(context.scopes.first)
    let trend = try #require(TrendSection(scope, depth: .full, context: context))
    #expect(trend.rows.count == rows)
    #expect(trend.rows.last?.label.plainSpaces.hasPrefix("Nov 2026") == true)
    #expect(trend.more?.contains("trend.csv") == earlier.map { _ in true })
    #expect(trend.more?.contains("shown; \(earlier ?? "") earlier") == earlier.map { _ in true })
  }

  /// The days of the period up to as-of, the last of them half over.
  @Test(arguments: [("2026-08-02", nil), ("2026-08-01", "1")])
  func badgesShowTheNewestHundredDays(from: String, earlier: String?) throws {
    var history = try Self.history(pages: 1)
    history.from = try #require(LocalDate(from))
    history.to = try #require(LocalDate("2026-11-10"))
    let context = try Self.context(history)
    let scope = try #require(context.scopes.first)
    let badge = try #require(BadgeSection(scope, context: context))
    #expect(badge.rows.count == 100)
    #expect(badge.rows.last?.date.plainSpaces.hasPrefix("9 Nov 2026") == true)
    #expect(badge.more?.contains("shown; \(earlier ?? "") earlier") == earlier.map { _ in true })
  }

  // MARK: Size

  /// Two hundred and one pages with names of eighty characters that each take six bytes.
  @Test func theLargestReportStaysUnderSixMegabytes() throws {
    let quotes = String(repeating: "'", count: 90)
    var history = try Self.history(pages: 201, channels: 7) { _ in 7 }
    history.csv = history.csv.replacing("Ada", with: quotes).replacing(",p1", with: ",\(quotes)1")
    let size = try history.html().utf8.count
    #expect(size < 6_000_000)
    #expect(size > 1_000_000)
  }
}
