import BuiltInTemplates
import MessageHistory
import ResponseMetrics
import Templates
import TestSupport
import Testing

@testable import Reports

struct RowProgramTests {
  @Test(arguments: ReportFile.allCases.filter { !$0.isListing })
  func `every built-in table is a row program and gives what its template gives`(
    file: ReportFile
  ) throws {
    var random = SeededGenerator(seed: 21)
    let report = CSVReport(library: try .builtIn(), clock: .utc)
    for count in [0, 1, 30] {
      let table = random.table(file, rows: count)
      let bytes = try #require(rendered(table, byProgramOf: report))
      #expect(try bytes == report.renderByTemplate(table), "\(random)")
    }
  }

  /// The table by its template's row program; nil where that is left to the general way.
  private func rendered(_ table: ReportTable, byProgramOf report: CSVReport) -> [UInt8]? {
    var bytes: [UInt8] = []
    let isWritten = report.writeByProgram(table) { bytes.append(contentsOf: $0) }
    return isWritten ? bytes : nil
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `any template gives the same by either way, or is left to the general one`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var programs = 0
    for _ in 0..<200 {
      let source = random.template()
      guard let library = try? TemplateLibrary([Template(parsing: source, name: "waiting.csv")])
      else { continue }
      let report = CSVReport(library: library, clock: .utc)
      let table = random.table(.waiting, rows: random.number(in: 0..<4))
      guard let bytes = rendered(table, byProgramOf: report) else { continue }
      programs += 1
      #expect(try bytes == report.renderByTemplate(table), "\(random): \(source.debugDescription)")
    }
    #expect(programs > 10, "\(random)")
  }

  @Test(arguments: [
    "{{#rows}}{{#page}}{{channel}}{{/page}}{{/rows}}", "{{#rows}}{{>other}}{{/rows}}",
    "{{#rows}}{{$b}}{{/b}}{{/rows}}", "{{^rows}}none{{/rows}}{{#rows}}{{page}}{{/rows}}",
    "{{#rows}}{{page}}{{/rows}}{{#rows}}{{channel}}{{/rows}}", "no section at all",
  ])
  func `a template with more than rows goes the general way`(source: String) throws {
    let library = try TemplateLibrary([
      Template(parsing: source, name: "main"), Template(parsing: "x", name: "other"),
    ])
    #expect(library.rowProgram("main", list: "rows", columns: ["page", "channel"]) == nil)
  }

  @Test func `rows past a limit are left to the general way, which says so`() throws {
    let library = try TemplateLibrary([
      Template(parsing: "{{#rows}}{{page}}{{/rows}}", name: "main")
    ])
    let limits = TemplateLimits(turns: 3, bytes: 10)
    let program = library.rowProgram("main", list: "rows", columns: ["page"], limits: limits)
    #expect(program?.limits.turns == 3)
    #expect(program?.limits.bytes == 10)
  }
}

extension TemplateLibrary {
  fileprivate static func builtIn() throws -> TemplateLibrary {
    var templates: [Template] = []
    for file in ReportFile.allCases where !file.isListing {
      let name = CSVReport.templateName(file)
      let bytes = try #require(BuiltIn.template(name))
      templates.append(try Template(parsing: String(decoding: bytes, as: UTF8.self), name: name))
    }
    return try TemplateLibrary(templates)
  }
}

extension SeededGenerator {
  fileprivate mutating func table(_ file: ReportFile, rows: Int) -> ReportTable {
    ReportTable(file, rows: (0..<rows).map { _ in file.columns.map { _ in cell() } })
  }

  private mutating func cell() -> Cell {
    let texts = ["", "=1+1", "a,b", "say \"hi\"", "-3", "two\nlines", "\r", "é\u{301}", "plain"]
    let whole = Int64.random(in: -5_000_000...5_000_000, using: &self)
    let fraction = Fraction(whole, over: number(in: 1..<1_000)) ?? Fraction(0)
    switch number(in: 0..<12) {
    case 0: return .blank
    case 1: return .word(element(of: texts) ?? "")
    case 2: return .integer(Int(whole))
    case 3: return .share(fraction)
    case 4: return .bound(Double(whole) / 3_000_000)
    case 5: return .seconds(fraction)
    case 6: return .decimal(fraction, places: number(in: 0..<5))
    case 7: return .instant(Instant(milliseconds: whole * 1_000_003))
    case 8: return .date(LocalDate(dayNumber: Int(whole / 100)))
    case 9: return .flag(chance(percent: 50))
    default: return .text(element(of: texts) ?? "")
    }
  }

  fileprivate mutating func template() -> String {
    let pieces = [
      "{{page}}", "{{{page}}}", "{{&channel}}", "{{contact}}", ",", "\n", "  ", "é", "{{! no }}",
      "{{waiting_since}}", "{{=<% %>=}}<%page%><%={{ }}=%>", "\r\n", "\"", "x",
    ]
    let unusual = ["{{#page}}p{{/page}}", "{{.}}", "{{rows}}", "{{page.x}}", "{{nobody}}"]
    func stretch(_ random: inout SeededGenerator, of words: [String]) -> String {
      (0..<random.number(in: 0..<8)).compactMap { _ in random.element(of: words) }.joined()
    }
    let around = [",", "\n", " ", "head", "{{! note }}\n"]
    let inside = chance(percent: 70) ? pieces : pieces + unusual
    return stretch(&self, of: around) + "{{#rows}}" + stretch(&self, of: inside) + "{{/rows}}"
      + stretch(&self, of: around)
  }
}
