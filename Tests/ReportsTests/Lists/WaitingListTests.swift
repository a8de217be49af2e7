import BuiltInTemplates
import MessageHistory
import ResponseMetrics
import Templates
import TestSupport
import Testing

@testable import Reports

/// The waiting list, its order, its parts, and waiting.csv of it.
@Suite struct WaitingListTests {
  private static let header =
    "conversation_id,timestamp,direction,page,channel,contact_id,contact_name,assignee"

  private func findings(_ rows: [String]) throws -> Findings {
    let csv = ([Self.header] + rows).map { $0 + "\n" }.joined()
    return try ReportedHistory(csv, asOf: "2026-11-08", from: "2026-11-02", to: "2026-11-09")
      .findings()
  }

  @Test func theLongestComesFirstThenPageChannelAndID() throws {
    let waiting = try findings([
      "d,2026-11-03T08:00:00Z,inbound,b,sms,,,",
      "c,2026-11-03T08:00:00Z,inbound,a,whatsapp,,,",
      "b,2026-11-03T08:00:00Z,inbound,a,sms,,,",
      "a,2026-11-03T08:00:00Z,inbound,a,sms,,,",
      "e,2026-11-02T08:00:00Z,inbound,c,sms,,,",
      "f,2026-11-04T08:00:00Z,inbound,a,sms,,,",
    ]).waiting
    #expect(waiting.map(\.conversationID) == ["e", "a", "b", "c", "d", "f"])
    #expect(waiting.longest == .hours(148))
    #expect(waiting.count(longerThan: .hours(124)) == 1)
    #expect(waiting.count(longerThan: .hours(100)) == 5)
    #expect(waiting.count(longerThan: .zero) == 6)
    let pages = waiting.byPage
    #expect(pages[Array("a".utf8)]?.map(\.conversationID) == ["a", "b", "c", "f"])
    #expect(pages[Array("a".utf8)]?.count(onChannel: "sms") == 3)
    #expect(pages[Array("b".utf8)]?.map(\.conversationID) == ["d"])
    #expect(pages[Array("x".utf8)] == nil)
    #expect(waiting.empty.isEmpty && waiting.empty.longest == nil)
    #expect(!waiting.hasOfficeWaits)
  }

  @Test func assigneesAreCountedByTheirKeys() throws {
    let waiting = try findings([
      "a,2026-11-03T08:00:00Z,inbound,a,sms,,,ada", "b,2026-11-03T08:00:00Z,inbound,a,sms,,,bo",
      "c,2026-11-03T08:00:00Z,inbound,b,sms,,,ada", "d,2026-11-03T08:00:00Z,inbound,b,sms,,,",
    ]).waiting
    #expect(
      waiting.countsByAssignee == [Array("ada".utf8): 2, Array("bo".utf8): 1, []: 1])
    #expect(waiting.byPage[Array("b".utf8)]?.countsByAssignee == [Array("ada".utf8): 1, []: 1])
  }

  @Test func whatTheRowsSayOfTheContactIsShown() throws {
    let waiting = try findings([
      "a,2026-11-05T08:00:00Z,inbound,a,sms,id-a,Ann,",
      "b,2026-11-04T08:00:00Z,inbound,a,sms,id-b,,", "c,2026-11-03T08:00:00Z,inbound,a,sms,,,",
    ]).waiting
    #expect(waiting.map(\.contact) == ["", "id-b", "Ann"])
  }

  /// Texts that have to be quoted, guarded or repaired.
  @Test func theFileIsThatOfTheGeneralWay() throws {
    let odd = ["=1+1", "\"a,b\"", "\"say \"\"hi\"\"\"", "\"two\nlines\"", "-3", "é\u{301}", "ok"]
    let rows = odd.indices.flatMap { index in
      odd.map { contact in
        "\(odd[index]),2026-11-0\(index % 6 + 2)T08:00:00.5Z,inbound,\(odd[index]),sms,,\(contact),"
      }
    }
    let waiting = try findings(rows).waiting
    let name = CSVReport.templateName(.waiting)
    let source = String(decoding: try #require(BuiltIn.template(name)), as: UTF8.self)
    let templates = [
      source, "{{#rows}}{{{page}}}|{{contact}}{{contact}}\n{{/rows}}",
      "{{#rows}}{{#contact}}{{contact}}{{/contact}}\n{{/rows}}",
    ]
    for template in templates {
      let library = try TemplateLibrary([Template(parsing: template, name: name)])
      for separator in [UInt8(ascii: ","), UInt8(ascii: ";")] {
        let report = CSVReport(library: library, clock: .utc, separator: separator)
        var bytes: [UInt8] = []
        try report.write(waiting) { bytes += $0 }
        #expect(try bytes == report.renderByTemplate(waiting.rows.table))
      }
    }
    #expect(waiting.count == odd.count)
  }
}
