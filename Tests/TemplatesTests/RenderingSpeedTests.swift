import Templates
import Testing

struct RenderingSpeedTests {
  @Test func `a table of 200,000 cells is written in moments`() throws {
    let names = (0..<10).map { "column_\($0)" }
    let rows = (0..<20_000).map { row in
      TemplateValue.record(TemplateRecord(names.map { ($0, .text("cell \(row) & more")) }))
    }
    let cells = names.map { "    <td>{{\($0)}}</td>\n" }.joined()
    let source = "<table>\n{{#rows}}\n  <tr>\n\(cells)  </tr>\n{{/rows}}\n</table>\n"
    let library = try TemplateLibrary([try Template(parsing: source, name: "table")])
    let clock = ContinuousClock()
    var output: [UInt8] = []
    let time = try clock.measure {
      output = try library.render("table", with: ["rows": .list(rows)], as: .html)
    }
    // A cell is 30 bytes and the digits of its row, which are 88,890 for all rows; the tags of a row
    // are 15 bytes, those of the table 17.
    #expect(output.count == 200_000 * 30 + 10 * 88_890 + 20_000 * 15 + 17)
    // Far under a second when optimised; the limit leaves room for a debug build on a busy machine.
    #expect(time < .seconds(15))
  }
}
