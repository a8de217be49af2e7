import ResponseMetrics

/// The rows of employees.csv, each made when it is asked for: there are those of each page, which may
/// be ten thousands.
package struct EmployeeRows: FileRows {
  var file: ReportFile { .employees }
  package var count: Int { rows.count }
  private let findings: Findings
  private let kept: KeptRows
  private let rows: [Row]

  /// Where the figures of a row are.
  private struct Row {
    /// Nil for all pages together.
    let page: FoundPage?
    /// Among the figures of the page.
    let index: Int
  }

  package init(_ findings: Findings) {
    self.findings = findings
    kept = findings.quality.kept
    let ranks = findings.employees.ranks { $0.precedesByKey($1) }
    rows = (findings.pages.map(Optional.some) + [nil]).flatMap { page -> [Row] in
      // Indexes are sorted, since figures are large.
      let employees = findings.summary.employees(onPage: page?.index).map { Int($0.employee) }
      return employees.indices
        .filter { findings.isEmployeeShown(at: employees[$0]) }
        .sorted { ranks[employees[$0]] < ranks[employees[$1]] }
        .map { Row(page: page, index: $0) }
    }
  }

  func write(_ rows: Range<Int>, to sink: inout (some RowSink & ~Copyable)) {
    for row in self.rows[rows] {
      sink.cell(row.page.map { .text($0.id) } ?? ReportTables.allPages)
      // Where they stand: a copy of figures takes longer than writing them.
      findings.summary.employees(onPage: row.page?.index).withUnsafeBufferPointer { figures in
        guard let figures = figures.baseAddress.map({ $0 + row.index }) else { return }
        let employee = findings.employees[Int(figures.pointee.employee)]
        sink.cell(.text(employee.key))
        sink.cell(.text(employee.name))
        figures.pointee.write(kept, to: &sink)
      }
      sink.endRecord()
    }
  }
}
