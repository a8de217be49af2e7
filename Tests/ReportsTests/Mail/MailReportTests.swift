import BuiltInTemplates
import Foundation
import HTMLDocument
import MessageHistory
import ResponseMetrics
import Templates
import Testing

@testable import Reports

/// The mail as a whole: it says what the figures say, fits, and cannot be misread.
struct MailReportTests {
  private static let header =
    "conversation_id,timestamp,direction,page,channel,contact_name,employee_name,status\n"

  /// Two pages, and as-of noon of 9 November: see `HTMLReportTests`.
  private func shops() throws -> ReportedHistory {
    try ReportedHistory(
      Self.header + """
        c1,2026-11-02T09:00:00Z,inbound,north,messenger,Ada,,
        c1,2026-11-02T09:05:00Z,outbound,north,messenger,Ada,Anna,
        c2,2026-11-03T09:00:00Z,inbound,north,messenger,Bob,,
        c2,2026-11-03T09:15:00Z,outbound,north,messenger,Bob,Ben,
        c3,2026-11-04T20:00:00Z,inbound,north,instagram,Cleo,,
        c4,2026-11-05T09:00:00Z,inbound,north,messenger,Dan,,closed
        d1,2026-11-08T18:00:00Z,inbound,south,messenger,Eve,,
        """, asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09")
  }

  private static func library() throws -> TemplateLibrary {
    try TemplateLibrary(
      [MailReport.htmlName, MailReport.textName].map { name in
        let bytes = try #require(BuiltIn.template(name))
        return try Template(
          parsing: try #require(String(validating: bytes, as: UTF8.self)), name: name)
      })
  }

  func mail(
    of history: ReportedHistory, from: String? = "Åse <ase@example.com>",
    to: [String] = ["a@example.com", "Bo Ek <b@example.com>"],
    subject: String = "{{title}}: {{period}}",
    tables: [MailAttachment] = []
  ) throws -> MailReport.Documents {
    let head = MailHead(
      from: from.flatMap { MailAddress($0) }, to: to.compactMap { MailAddress($0) },
      subject: try MailSubject(parsing: subject))
    return try MailReport(library: try Self.library()).render(
      try history.findings(), title: history.title, version: "1.0", notes: history.notes,
      head: head, tables: tables)
  }

  // MARK: Body

  @Test(arguments: [MailReport.htmlName, MailReport.textName])
  func theTemplatesAskOnlyForFieldsOfTheShape(name: String) throws {
    try Self.library().check(name, against: MailReport.shape)
  }

  @Test func theMarkupHoldsTogether() throws {
    let html = try mail(of: try shops()).html
    #expect(try HTMLTree(parsing: html).flaws == [])
    #expect(MarkupReader(String(decoding: html, as: UTF8.self)).flaws == [])
  }

  @Test func nothingIsLoadedAndNothingRuns() throws {
    let tree = try HTMLTree(parsing: try mail(of: try shops()).html)
    #expect(try tree.elements(matching: "img, svg, script, link, iframe, object, form").isEmpty)
    #expect(try tree.elements(matching: "[src], [href], [background], [onclick]").isEmpty)
    let text = String(decoding: tree.serialized(), as: UTF8.self)
    for trace in ["http:", "https:", "url(", "@import"] {
      #expect(!text.contains(trace), "\(trace)")
    }
  }

  /// All presentation is CSS: what every mail program needs as attributes stands in the comment
  /// that Outlook alone reads.
  @Test func nothingObsoleteIsUsed() throws {
    let tree = try HTMLTree(parsing: try mail(of: try shops()).html)
    let attributes = [
      "align", "background", "bgcolor", "border", "cellpadding", "cellspacing", "clear", "color",
      "face", "frame", "height", "hspace", "nowrap", "rules", "size", "summary", "valign", "vspace",
      "width",
    ]
    for name in attributes { #expect(try tree.elements(matching: "[\(name)]").isEmpty, "\(name)") }
    let elements = "basefont, big, blink, center, dir, font, marquee, nobr, strike, tt, u"
    #expect(try tree.elements(matching: elements).isEmpty)
    let styles = try tree.elements(matching: "[style]").compactMap { $0["style"] }
    #expect(
      !styles.isEmpty
        && !styles.contains { $0.contains("break-word;") && $0.contains("word-break") })
  }

  /// Outlook knows padding of cells alone, and of margins no `auto`.
  @Test func distancesAreThoseThatOutlookKnows() throws {
    let tree = try HTMLTree(parsing: try mail(of: try shops()).html)
    for element in try tree.elements(matching: "p, h1, h2, div, table, span") {
      #expect(element["style"]?.contains("padding") != true, "\(element.line)")
    }
    let centred = try tree.elements(matching: "[style]")
      .filter { $0["style"]?.contains("auto") == true }
    // The sheet alone, which has a table of its own around it there.
    #expect(centred.map(\.name) == ["table"])
  }

  @Test func bothBodiesSayWhatTheFiguresSay() throws {
    let mail = try mail(of: try shops())
    let page = MarkupReader(String(decoding: mail.html, as: UTF8.self)).text
      .replacing("&nbsp;", with: " ").plainSpaces
    let text = String(decoding: mail.text, as: UTF8.self)
    for body in [page, text] {
      // North: 2 of 3 answered, median of 5 and 15 min, p90 = 5 + 0.9 · 10 min; south: awaiting.
      #expect(body.contains("66.7 % of 3 openers were answered, half of them within 10 min."))
      #expect(body.contains("14 min"))
      #expect(body.contains("1 opener may still be answered."))
      #expect(body.contains("Answer the 1 conversation that has waited longer than 24 h: 4 d 16 h"))
      #expect(body.contains("0 of 2"))
      #expect(body.contains("7 rows read, 0 duplicates, 0 rejected."))
      for name in ["north", "south", "Anna", "Ben", "Cleo", "Eve"] { #expect(body.contains(name)) }
    }
    #expect(text.contains("- north: 66.7 % of 3, median 10 min, 1 waiting, badge Not held\n"))
    #expect(text.contains("- 4 d 16 h (overdue): Cleo, north, instagram, assigned to nobody\n"))
    #expect(text.contains("- Anna: 1, 50 %, median 5 min *, 90 % within 5 min\n"))
  }

  @Test func everyStyleIsInlined() throws {
    let tree = try HTMLTree(parsing: try mail(of: try shops()).html)
    let styles = try tree.elements(matching: "style").map(\.text)
    #expect(styles.count == 1)
    // What is left stands under a condition.
    for line in styles[0].split(separator: "\n") where line.hasSuffix("{") {
      #expect(line.hasPrefix("@media"), "\(line)")
    }
    for cell in try tree.elements(matching: "th, p, h1, h2") {
      #expect(cell["style"]?.contains("font:") == true, "\(cell.line)")
    }
  }

  @Test func barsOfTheTrendAddUp() throws {
    let tree = try HTMLTree(parsing: try mail(of: try shops()).html)
    let bars = try tree.elements(matching: "table[aria-hidden] tr")
    #expect(bars.count == 7)
    let widths = bars.map { bar in
      bar.children.compactMap { cell in
        cell["style"]?.firstMatch(of: /width:(\d+)%/).flatMap { Int($0.1) }
      }
    }
    // 2 and 3 November answered, 4 missed, 5 closed and so none, 6 and 7 none, 8 awaiting.
    #expect(widths == [[100], [100], [100], [], [], [], [100]])
  }

  @Test(arguments: [
    (1, 1, 1, [33, 34, 33]), (0, 0, 0, []), (999, 1, 0, [100]), (1, 0, 2, [33, 67]),
    (0, 5, 0, [100]),
  ])
  func segmentsAreWholePercentsOfOneHundred(
    answered: Int, awaiting: Int, missed: Int, widths: [Int]
  ) {
    let counts = [("answered", answered), ("awaiting", awaiting), ("missed", missed)]
    #expect(OutcomeSegment.segments(ofCounts: counts).map(\.width) == widths)
  }

  // MARK: Size

  @Test func aLongListIsCutWithANote() throws {
    var csv = Self.header
    for number in 100..<160 {
      csv +=
        "c\(number),2026-11-0\(number % 7 + 2)T09:00:00Z,inbound,page\(number),messenger,"
        + "Contact \(number),,\n"
      csv += "x\(number),2026-11-03T09:00:00Z,inbound,page\(number),messenger,Y,,\n"
      csv += "x\(number),2026-11-03T09:01:00Z,outbound,page\(number),messenger,Y,Emp\(number),\n"
    }
    let mail = try mail(
      of: try ReportedHistory(csv, asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09"))
    #expect(mail.html.count < MailReport.largestHTML)
    let text = String(decoding: mail.text, as: UTF8.self)
    #expect(text.contains("35 more pages are in summary.csv."))
    #expect(text.contains("50 more, with fewer responses, are in employees.csv."))
    #expect(text.contains("50 more are in waiting.csv."))
  }

  @Test(arguments: ["\"", "&", "𝔸", "\u{202E}<b>"])
  func namesOfAnyLengthAndKindFit(unit: String) throws {
    let name = String(repeating: unit, count: 200).replacing("\"", with: "\"\"")
    var csv = Self.header
    for number in 10..<60 {
      csv +=
        "c\(number),2026-11-03T09:00:00Z,inbound,\"\(number)\(name)\",\"\(number)\(name)\","
        + "\"\(name)\",,\n"
      csv += "x\(number),2026-11-03T09:00:00Z,inbound,\"\(number)\(name)\",messenger,Y,,\n"
      csv +=
        "x\(number),2026-11-03T09:01:00Z,outbound,\"\(number)\(name)\",messenger,Y,"
        + "\"\(number)\(name)\",\n"
    }
    var history = try ReportedHistory(
      csv, asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09")
    history.title = String(repeating: unit, count: 400)
    let mail = try mail(of: history)
    #expect(mail.html.count < MailReport.largestHTML)
    #expect(mail.text.count < MailReport.largestHTML)
    let tree = try HTMLTree(parsing: mail.html)
    #expect(tree.flaws == [])
    #expect(try tree.elements(matching: "b").isEmpty)
  }

  @Test func attachmentsThatDoNotFitAreNamed() throws {
    let tables = [
      MailAttachment(name: "summary.csv", bytes: Array("a\n".utf8)),
      MailAttachment(name: "badge.csv", bytes: [UInt8](repeating: 0x61, count: 4_000_000)),
      MailAttachment(name: "benchmarks.csv", bytes: Array("b\n".utf8)),
    ]
    let mail = try mail(of: try shops(), tables: tables)
    #expect(mail.message.count < MailMessage.largestSize)
    let text = String(decoding: mail.text, as: UTF8.self)
    #expect(text.contains("Attached: summary.csv, benchmarks.csv."))
    #expect(text.contains("Too large to attach: badge.csv."))
    let files = try MailReader.part(mail.message).parts().dropFirst()
    #expect(files.map(\.content) == [Array("a\n".utf8), Array("b\n".utf8)])
  }

  @Test func aTemplateThatMakesTooLongAMailIsAnError() throws {
    let library = try TemplateLibrary([
      Template(parsing: String(repeating: "<p>x</p>\n", count: 20_000), name: MailReport.htmlName),
      Template(parsing: "x", name: MailReport.textName),
    ])
    #expect(throws: MailError.tooLarge(bytes: 180_027, limit: 100_000)) {
      try MailReport(library: library).render(
        try shops().findings(), title: "T", version: "1", notes: [],
        head: MailHead(subject: try MailSubject()), tables: [])
    }
  }

  @Test(arguments: [
    (
      MailError.tooLarge(bytes: 100_001, limit: 100_000),
      "email.html: error: mail is longer than mail programs show (found 100001 bytes, expected "
        + "under 100000); shorten its template"
    ),
    (
      .markup(.tooDeep(line: 3, limit: 255)),
      "email.html:3: error: elements are nested too deeply (found level 256, expected at most "
        + "255); look for elements that are not closed"
    ),
  ])
  func errorsNameTheTemplate(error: MailError, text: String) {
    #expect(error.description == text)
  }

  // MARK: Message

  @Test func theMessageIsTheAlternativeAndTheTables() throws {
    let table = MailAttachment(name: "summary.csv", bytes: Array("page\r\né,\"x\"\n".utf8))
    let mail = try mail(of: try shops(), tables: [table])
    let message = try MailReader.part(mail.message)
    #expect(
      message.fields.map(\.name) == [
        "date", "from", "to", "subject", "message-id", "mime-version", "auto-submitted",
        "content-language", "content-type",
      ])
    #expect(message.values("date") == ["Mon, 09 Nov 2026 12:00:00 +0000"])
    #expect(message.values("from") == ["=?utf-8?B?w4VzZQ==?= <ase@example.com>"])
    #expect(message.values("to") == ["a@example.com, Bo Ek <b@example.com>"])
    #expect(MailReader.decodedWords(message.values("subject")[0]) == "Shops: 2–8 Nov 2026")
    #expect(message.kind == "multipart/mixed")
    let parts = try message.parts()
    #expect(parts.map(\.kind) == ["multipart/alternative", "text/csv"])
    #expect(parts[1].values("content-disposition") == ["attachment; filename=\"summary.csv\""])
    #expect(parts[1].content == table.bytes)
    let bodies = try parts[0].parts()
    #expect(bodies.map(\.kind) == ["text/plain", "text/html"])
    #expect(bodies[0].content == mail.text)
    #expect(bodies[1].content == mail.html)
  }

  @Test func linesAreShortAndASCIIAndEndAsMailHasThem() throws {
    let message = try mail(of: try shops()).message
    let text = try #require(String(validating: message, as: UTF8.self))
    #expect(message.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A })
    for line in text.components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 78 && !line.utf8.contains(0x0A) && line != ".")
    }
  }

  @Test func withoutAnAddressTheSendingProgramAddsThem() throws {
    let message = try MailReader.part(try mail(of: try shops(), from: nil, to: []).message)
    #expect(message.values("from") == [])
    #expect(message.values("to") == [])
    #expect(message.values("message-id")[0].hasSuffix("@replymeter.invalid>"))
  }

  @Test(arguments: [
    "x\r\nBcc: evil@example.com", "x\nBcc: evil@example.com", "x\r\n\r\nbody",
    "x\u{85}Bcc: evil@example.com", "x\u{0}",
  ])
  func aTitleCannotBeginAField(title: String) throws {
    var history = try shops()
    history.title = title
    let message = try MailReader.part(try mail(of: history, subject: "{{title}}").message)
    #expect(message.fields.count == 9)
    #expect(message.values("bcc") == [])
    let subject = MailReader.decodedWords(message.values("subject")[0])
    #expect(subject.unicodeScalars.first == "x")
    #expect(subject.unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }

  @Test func theSameContentGivesTheSameBytes() throws {
    let first = try mail(of: try shops())
    let again = try mail(of: try shops())
    #expect(first.message == again.message)
    var other = try shops()
    other.title = "Other"
    let ids = try [first, try mail(of: other)].map {
      try MailReader.part($0.message).values("message-id")[0]
    }
    #expect(ids[0] != ids[1])
  }

  @Test(arguments: ["{{perid}}", "{{title", "{{#title}}", "{{findings.total}}"])
  func aWrongSubjectIsAnError(subject: String) {
    #expect(throws: TemplateError.self) { try MailSubject(parsing: subject) }
  }
}
