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

  /// Takes a file's name, whether only its owner may read it, and what writes it piece by piece.
  typealias Stream = (
    _ name: String, _ isPrivate: Bool,
    _ body: ((borrowing [UInt8]) throws(RunError) -> Void) throws -> Void
  ) throws(RunError) -> Void

  func write(to stream: Stream) throws {
    let tables = ReportTables(findings)
    var json: [(file: ReportFile, part: JSONReport.Part)] = []
    var mailed: [MailAttachment] = []
    let rows = try sortedListing()
    for file in ReportFile.allCases {
      if file.isListing {
        if let part = try writeListing(file, rows, to: stream) { json.append((file, part)) }
      } else {
        let table = tables.table(file)
        if plan.formats.contains(.json) { json.append((file, .table(table))) }
        let isMailed = plan.formats.contains(.email) && MailReport.attachedFiles.contains(file)
        guard plan.formats.contains(.csv) || isMailed else { continue }
        let bytes = try csv(of: table)
        if plan.formats.contains(.csv) {
          try stream(file.fileName, false) { try $0(bytes) }
        }
        if isMailed { mailed.append(MailAttachment(name: file.fileName, bytes: bytes)) }
      }
    }
    if plan.formats.contains(.html) {
      let report = HTMLReport(
        library: templates.library, extras: extras, language: plan.language)
      let page = try report.render(findings, title: plan.title, version: version, notes: [])
      try stream("report.html", false) { try $0(page) }
    }
    if plan.formats.contains(.json) {
      let report = JSONReport(clock: plan.clock).render(
        version: version, parts: json, receiptsOf: findings)
      try stream("report.json", false) { try $0(report) }
    }
    if plan.formats.contains(.email) { try writeMail(with: mailed, to: stream) }
  }

  private var extras: HTMLReport.Extras {
    HTMLReport.Extras(
      benchmarks: findings.benchmarks.byPage, overdueAfter: plan.overdueAfter)
  }

  private func csv(of table: ReportTable) throws -> [UInt8] {
    let bytes = try CSVReport(
      library: templates.library, clock: plan.clock, separator: plan.csvSeparator
    ).render(table)
    return plan.csvHasByteOrderMark ? Self.byteOrderMark + bytes : bytes
  }

  private func writeMail(with tables: [MailAttachment], to stream: Stream) throws {
    let mail = try MailReport(
      library: templates.library, extras: extras, language: plan.language
    ).render(
      findings, title: plan.title, version: version, notes: [], head: plan.mailHead,
      tables: tables)
    try stream(MailReport.htmlName, false) { try $0(mail.html) }
    try stream(MailReport.textName, false) { try $0(mail.text) }
    try stream(MailReport.messageName, false) { try $0(mail.message) }
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

  /// Writes a listing and returns what report.json says of it; nil where it is left out.
  private func writeListing(
    _ file: ReportFile, _ rows: SortedListing?, to stream: Stream
  ) throws -> JSONReport.Part? {
    guard file == .rejected || rows != nil else { return nil }
    let rejected = RejectedRows(history: history, redaction: plan.redaction)
    if plan.formats.contains(.csv) {
      try stream(file.fileName, file == .rejected) { write in
        if plan.csvHasByteOrderMark { try write(Self.byteOrderMark) }
        if file == .rejected {
          try withoutActuallyEscaping(write) { try rejected.write(style: listingStyle, to: $0) }
        } else {
          try rows?.write(file, style: listingStyle, to: write)
        }
      }
    }
    if file != .rejected { return rows?.table(file).map { .table($0) } ?? .name(file.fileName) }
    guard rejected.count <= JSONReport.longestList else { return .name(file.fileName) }
    return .table(try rejected.table())
  }
}
