import MessageHistory
import Reports
import ResponseMetrics

/// The documents of a report, in the order in which they are written.
struct ReportDocuments {
  let findings: Findings
  let history: History
  let plan: ReportPlan
  let templates: ReportTemplates
  let version: String

  /// Takes files that may be written beside each other.
  typealias Stream = @Sendable (_ files: [StreamedFile]) throws(RunError) -> Void

  /// Writes all documents: what takes long is done beside each other, first tables and page, then
  /// the files of tables, one after the other, and the mail.
  func write(to stream: Stream) throws {
    let context = ReportContext(findings: findings, extras: extras, language: plan.language)
    let (made, page) = sideBySide(workers: plan.workers) {
      Result { try madeTables() }
    } _: {
      Result { try renderedPage(context) }
    }
    let tables = try made.get()
    let rows = try sortedListing()
    let (parts, mail) = sideBySide(workers: plan.workers) {
      Result { try writeFiles(tables, rows, to: stream) }
    } _: {
      Result { try renderedMail(context, with: tables) }
    }
    let json = try parts.get()
    if let page = try page.get() { try stream([.whole("report.html", page)]) }
    if plan.formats.contains(.json) {
      let report = JSONReport(clock: plan.clock).render(
        version: version, parts: json, receiptsOf: findings)
      try stream([.whole("report.json", report)])
    }
    if let mail = try mail.get() {
      try stream([.whole(MailReport.htmlName, mail.html)])
      try stream([.whole(MailReport.textName, mail.text)])
      try stream([.whole(MailReport.messageName, mail.message)])
    }
  }

  /// A file that is short enough to be made in one piece.
  private struct MadeTable {
    let table: ReportTable
    /// Its CSV file; nil where neither folder nor mail wants it.
    let bytes: [UInt8]?
  }

  /// The tables of all files but listings and the waiting list, which may be long.
  private func madeTables() throws -> [ReportFile: MadeTable] {
    let tables = ReportTables(findings)
    var made: [ReportFile: MadeTable] = [:]
    for file in ReportFile.allCases where !file.isListing && file != .waiting {
      let table = tables.table(file)
      let isWanted = plan.formats.contains(.csv) || isMailed(file)
      made[file] = MadeTable(table: table, bytes: isWanted ? try csv(of: table) : nil)
    }
    return made
  }

  private func isMailed(_ file: ReportFile) -> Bool {
    plan.formats.contains(.email) && MailReport.attachedFiles.contains(file)
  }

  /// Writes the CSV files in their order, the two long listings beside each other.
  ///
  /// - Returns: what report.json says of each.
  private func writeFiles(
    _ tables: [ReportFile: MadeTable], _ rows: SortedListing?, to stream: Stream
  ) throws -> [(file: ReportFile, part: JSONReport.Part)] {
    var parts: [(file: ReportFile, part: JSONReport.Part)] = []
    var pending: [StreamedFile] = []
    for file in ReportFile.allCases {
      let (part, streamed) = try document(file, tables[file], rows)
      if let part { parts.append((file, part)) }
      guard plan.formats.contains(.csv), let streamed else { continue }
      pending.append(streamed)
      if file == .conversations { continue }
      try stream(pending)
      pending = []
    }
    return parts
  }

  /// What report.json says of a file and how it is written; nil where it is left out.
  private func document(
    _ file: ReportFile, _ made: MadeTable?, _ rows: SortedListing?
  ) throws -> (part: JSONReport.Part?, streamed: StreamedFile?) {
    if let made {
      return (.table(made.table), made.bytes.map { .whole(file.fileName, $0) })
    }
    switch file {
    case .rejected: return try rejected()
    case .waiting: return waiting()
    case .conversations, .openers:
      guard let rows else { return (nil, nil) }
      return (
        rows.table(file).map { .table($0) } ?? .name(file.fileName),
        streamed(file) { [listingStyle] write in
          try rows.write(file, style: listingStyle, to: write)
        }
      )
    case .summary, .channels, .employees, .trend, .changes, .heatmap, .badge, .benchmarks, .peers,
      .expectations, .quality, .rules:
      return (nil, nil)
    }
  }

  /// A file that is written piece by piece, behind the mark that some programs ask for.
  private func streamed(
    _ file: ReportFile, isPrivate: Bool = false,
    _ body: @escaping @Sendable ((borrowing [UInt8]) throws -> Void) throws -> Void
  ) -> StreamedFile {
    let hasMark = plan.csvHasByteOrderMark
    return StreamedFile(name: file.fileName, isPrivate: isPrivate) { write in
      if hasMark { try write(Self.byteOrderMark) }
      try body(write)
    }
  }

  private func rejected() throws -> (part: JSONReport.Part?, streamed: StreamedFile?) {
    let rejected = RejectedRows(history: history, redaction: plan.redaction)
    return (
      rejected.count <= JSONReport.longestList
        ? .table(try rejected.table()) : .name(ReportFile.rejected.fileName),
      streamed(.rejected, isPrivate: true) { [listingStyle] write in
        try withoutActuallyEscaping(write) { try rejected.write(style: listingStyle, to: $0) }
      }
    )
  }

  /// The waiting list is written piece by piece: there may be a million rows.
  private func waiting() -> (part: JSONReport.Part?, streamed: StreamedFile?) {
    let tables = ReportTables(findings)
    return (
      findings.waiting.count > JSONReport.longestList
        ? .name(ReportFile.waiting.fileName) : .table(tables.table(.waiting)),
      streamed(.waiting) { [csvReport] write in
        try csvReport.write(.waiting, rows: tables.waiting, to: write)
      }
    )
  }

  private func renderedPage(_ context: ReportContext) throws -> [UInt8]? {
    guard plan.formats.contains(.html) else { return nil }
    return try HTMLReport(library: templates.library).render(
      context, title: plan.title, version: version, notes: [])
  }

  private func renderedMail(
    _ context: ReportContext, with tables: [ReportFile: MadeTable]
  ) throws -> MailReport.Documents? {
    guard plan.formats.contains(.email) else { return nil }
    return try MailReport(library: templates.library).render(
      context, title: plan.title, version: version, notes: [], head: plan.mailHead,
      tables: MailReport.attachedFiles.compactMap { file in
        tables[file]?.bytes.map { MailAttachment(name: file.fileName, bytes: $0) }
      })
  }

  private var extras: HTMLReport.Extras {
    HTMLReport.Extras(
      benchmarks: findings.benchmarks.byPage, overdueAfter: plan.overdueAfter)
  }

  private var csvReport: CSVReport {
    CSVReport(library: templates.library, clock: plan.clock, separator: plan.csvSeparator)
  }

  private func csv(of table: ReportTable) throws -> [UInt8] {
    let bytes = try csvReport.render(table)
    return plan.csvHasByteOrderMark ? Self.byteOrderMark + bytes : bytes
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  // MARK: Listings

  private var listingStyle: ListingStyle {
    ListingStyle(clock: plan.clock, separator: plan.csvSeparator)
  }

  /// Nil where no file shows it.
  private func sortedListing() throws(MessageHistoryError) -> SortedListing? {
    guard let collected = findings.listing,
      plan.formats.contains(.csv) || plan.formats.contains(.json)
    else { return nil }
    return try SortedListing(
      collected, history: history, redaction: plan.redaction, style: listingStyle,
      workers: plan.workers, memory: plan.memory.listings)
  }
}

extension StreamedFile {
  /// A file that is made in one piece.
  fileprivate static func whole(_ name: String, _ bytes: [UInt8]) -> StreamedFile {
    StreamedFile(name: name) { try $0(bytes) }
  }
}
