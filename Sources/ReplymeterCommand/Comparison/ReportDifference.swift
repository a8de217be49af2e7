import Reports

/// What changed between two reports, for `diff`.
package struct ReportDifference {
  /// Lines shown of each file unless all are asked for.
  static let linesPerFile = 40

  private let before: ComparedReport
  private let after: ComparedReport
  private let origin: OriginDifference
  private var tables: [TableDifference] = []
  /// Files of one report alone.
  private var missing: [String] = []
  private var notes: [String] = []

  /// - Throws: `RunError` where a file beside cannot be read.
  package init(_ before: ComparedReport, _ after: ComparedReport) throws {
    self.before = before
    self.after = after
    origin = OriginDifference(before, after)
    notes = origin.notes
    for file in ReportFile.allCases { try compare(file) }
  }

  private mutating func compare(_ file: ReportFile) throws {
    switch (before.part(file), after.part(file)) {
    case (nil, nil): break
    case (_?, nil): missing.append("\(file.fileName): only in A")
    case (nil, _?): missing.append("\(file.fileName): only in B")
    case (.table(let old)?, .table(let new)?):
      add(TableDifference(file, before: old, after: new))
    case (let old?, let new?):
      if let tables = try listings(file, old, new) {
        add(TableDifference(file, before: tables.before, after: tables.after))
      } else {
        notes.append(
          "\(file.fileName) is not beside both reports: its list was not compared")
      }
    }
  }

  private mutating func add(_ difference: TableDifference) {
    if !difference.isEmpty { tables.append(difference) }
  }

  /// The tables of lists, from the files beside where at least one of them is too long for JSON;
  /// nil where such a file is not there.
  private func listings(
    _ file: ReportFile, _ old: ComparedReport.Part, _ new: ComparedReport.Part
  ) throws -> (before: ComparedTable, after: ComparedTable)? {
    let rows = ListingRows(file: file)
    if let before = before.listing(file), let after = after.listing(file) {
      return try rows.changed(before: before, after: after)
    }
    func table(_ part: ComparedReport.Part, _ report: ComparedReport) throws -> ComparedTable? {
      switch part {
      case .table(let table): table
      case .named: try report.listing(file).map { try rows.all($0) }
      }
    }
    guard let before = try table(old, before), let after = try table(new, after) else { return nil }
    return (before, after)
  }

  /// Whether figures, files, settings, inputs and version are the same, as far as they were there.
  package var isEmpty: Bool { tables.isEmpty && missing.isEmpty && origin.groups.isEmpty }

  // MARK: Words

  /// What differs, grouped; with `showsAll` without the limit of lines a file.
  package func lines(showsAll: Bool) -> [String] {
    var lines = ["A  " + shown(before), "B  " + shown(after)]
    func add(_ group: [String]) {
      if !group.isEmpty { lines += [""] + group }
    }
    add(origin.lines)
    for table in tables {
      let all = table.lines
      let rest = showsAll ? 0 : all.count - Self.linesPerFile
      // One line more says as much as the line that would say that it is left out.
      let shown = rest > 1 ? Array(all.prefix(Self.linesPerFile)) : all
      add([table.heading] + shown + (rest > 1 ? ["  … \(rest) more lines; --all shows them"] : []))
    }
    add(missing)
    add(notes.map { "note: " + $0 })
    add([conclusion])
    return lines
  }

  private var conclusion: String {
    guard !isEmpty else { return "nothing differs" }
    var parts = origin.groups
    if !tables.isEmpty || !missing.isEmpty {
      parts += (tables.map(\.file.fileName) + missing.map { String($0.prefix { $0 != ":" }) })
    } else {
      parts.append("no figure")
    }
    return "differs: " + parts.joined(separator: ", ")
  }

  private func shown(_ report: ComparedReport) -> String {
    let version = TerminalText.oneLine(report.version.utf8)
    return TerminalText.oneLine(report.name.utf8)
      + (version.isEmpty ? "" : "  (version \(version))")
  }
}
