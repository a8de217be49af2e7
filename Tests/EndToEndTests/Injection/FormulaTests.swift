import TestSupport
import Testing

/// Texts that a spreadsheet could take for formulas.
struct FormulaTests {
  private static let beginnings = ["=", "+", "-", "@", "\t=", "\r=", "=HYPERLINK(\"x\")", "'=", ""]
  private static let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]

  private static let styles: [(options: [String], separator: Unicode.Scalar)] = [
    ([], ","), (["--csv-bom"], ","), (["--csv-separator", ";"], ";"),
    (["--csv-separator", "tab", "--csv-bom"], "\t"), (["--redact", "all"], ","),
  ]

  @Test(arguments: styles)
  func noCellThatIsNoNumberBeginsAFormula(
    options: [String], separator: Unicode.Scalar
  ) throws {
    let hostile = try HostileHistory(pages: 3) { word, number in
      Self.beginnings[number % Self.beginnings.count] + word
    }
    let outcome = try hostile.report(["--format", "csv"] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    var guarded = 0
    for name in ReportFolder.tables {
      var text = try hostile.folder.text(of: name + ".csv")[...]
      if options.contains("--csv-bom") {
        #expect(text.unicodeScalars.first == "\u{FEFF}")
        text = text.dropFirst()
      }
      let table = PlainTable(String(text), separator: separator)
      for cell in [table.header] + table.rows {
        for cell in cell {
          guard let first = cell.unicodeScalars.first else { continue }
          if first == "'" { guarded += 1 }
          #expect(
            !Self.dangerous.contains(first) || Double(cell) != nil, "\(name): \(cell.prefix(20))")
        }
      }
    }
    #expect(guarded > 40)
  }
}
