import Foundation
import HTMLDocument
import Testing

@testable import Reports

/// What the mail is made of, against a table of what mail programs understand.
///
/// The folder of the environment variable `REPLYMETER_TEST_DATA` holds
/// `mail-client-support/features.json`, made of caniemail.com.
struct MailClientSupportTests {
  private static let data = ProcessInfo.processInfo.environment["REPLYMETER_TEST_DATA"]

  private struct Table: Decodable {
    struct Feature: Decodable {
      /// The major programs that do not know it at all.
      var no_support: [String]
    }

    var features: [String: Feature]
  }

  /// What some major program does not know, and what then is different.
  private static let degrading = [
    "css-at-media": "a telephone shows the wide layout, scaled to its screen or scrolled",
    "css-at-media-prefers-color-scheme": "light, or darkened by the program",
    "css-height": "bars have the height of their line",
    "css-max-height": "the preheader is hidden by display too",
    "css-overflow": "the preheader is hidden by display too",
    "css-table-layout": "a word as long as the sheet makes it wider",
    "css-word-wrap": "a word as long as the sheet makes it wider",
    "html-aria-hidden": "the bars are read as empty cells",
    "html-body": "the paper's colour is that of the outer cell too",
    "html-meta-color-scheme": "light, or darkened by the program",
  ]

  /// Names of properties that are not those of their features.
  private static func feature(ofProperty property: String, in table: Table) -> String? {
    let whole = "css-" + property
    let first = "css-" + (property.split(separator: "-").first.map(String.init) ?? property)
    return [whole, first].first { table.features[$0] != nil }
  }

  private func usedFeatures(_ table: Table) throws -> (known: Set<String>, unknown: Set<String>) {
    let tree = try HTMLTree(parsing: try sampleMail())
    // What the sheet that stays is made of.
    var known: Set = [
      "css-at-media", "css-at-media-prefers-color-scheme", "css-important", "css-selector-class",
      "css-selector-grouping", "css-selector-type", "html-meta-color-scheme",
    ]
    var unknown: Set<String> = []
    for element in try tree.elements(matching: "*") {
      let names =
        [element.name]
        + ["aria-hidden", "dir", "lang", "role"].filter { element[$0] != nil }
      for name in names {
        let key = "html-" + name
        if table.features[key] != nil { known.insert(key) } else { unknown.insert(key) }
      }
      for declaration in (element["style"] ?? "").split(separator: ";") {
        let property = String(declaration.prefix { $0 != ":" })
        if let key = Self.feature(ofProperty: property, in: table) {
          known.insert(key)
        } else {
          unknown.insert("css-" + property)
        }
      }
    }
    return (known, unknown)
  }

  private func sampleMail() throws -> [UInt8] {
    let header = "conversation_id,timestamp,direction,page,employee_name,status\n"
    var csv = header
    for (page, day) in [("north", 2), ("south", 3)] {
      csv += "\(page)1,2026-11-0\(day)T09:00:00Z,inbound,\(page),,\n"
      csv += "\(page)1,2026-11-0\(day)T09:05:00Z,outbound,\(page),Anna,\n"
      csv += "\(page)2,2026-11-0\(day)T09:00:00Z,inbound,\(page),,\n"
      csv += "\(page)3,2026-11-0\(day)T09:00:00Z,inbound,\(page),,closed\n"
    }
    return try MailReportTests().mail(
      of: ReportedHistory(csv, asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09")
    ).html
  }

  @Test(
    .enabled(
      if: data != nil, "set REPLYMETER_TEST_DATA to a folder with mail-client-support"))
  func majorProgramsUnderstandItOrLoseNothing() throws {
    let path = (Self.data ?? "") + "/mail-client-support/features.json"
    let table = try JSONDecoder().decode(Table.self, from: Data(contentsOf: URL(filePath: path)))
    let used = try usedFeatures(table)
    for name in used.known.sorted() where table.features[name]?.no_support.isEmpty == false {
      #expect(Self.degrading[name] != nil, "\(name): \(table.features[name]?.no_support ?? [])")
    }
    for name in Self.degrading.keys {
      #expect(used.known.contains(name), "\(name) is not used any more")
      #expect(table.features[name]?.no_support.isEmpty == false, "\(name) is known everywhere")
    }
    // What the table does not list is as old as HTML itself.
    #expect(
      used.unknown == [
        "html-h1", "html-h2", "html-head", "html-html", "html-meta", "html-td", "html-th",
        "html-title", "html-tr", "css-color",
      ])
  }
}
