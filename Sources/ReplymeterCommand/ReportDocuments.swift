import MessageHistory
import Reports
import ResponseMetrics

/// The documents of a report; whichever is written first, an ordinal says where each stands.
struct ReportDocuments {
  let findings: Findings
  let history: History
  let plan: ReportPlan
  let templates: ReportTemplates
  let version: String

  /// Takes files that may be written beside each other.
  private typealias Stream = @Sendable (_ files: [StreamedFile]) throws(RunError) -> Void

  /// Writes all documents beside each other, the longest first.
  ///
  /// Each is one piece of work that whoever is free takes next: the page takes as long as tables and
  /// mail, and what is left then are short files.
  /// - Parameter folder: takes the files.
  /// - Throws: `MessageHistoryError` where an input is not as it was or a temporary file cannot be
  ///   read, `TemplateError`, and `RunError` where a file cannot be written.
  func write(to folder: OutputFolder) throws {
    let stream: Stream = { [workers = plan.workers] files throws(RunError) in
      try folder.stream(files, workers: workers)
    }
    // One worker makes the page, while the others are busy with everything else.
    let context = ReportContext(
      findings: findings, extras: extras, language: plan.language,
      workers: max(1, plan.workers - 1))
    let listing = findings.listing
    let listingParts = try listing.map { try parts(of: $0) } ?? [:]
    let tables = SharedTables { try madeTables(beside: listingParts) }
    var work: [@Sendable () throws -> Void] = []
    if let listing, plan.formats.contains(.csv) {
      work = Self.listings.map { file in { try stream([streamed(file, of: listing)]) } }
    }
    if plan.formats.contains(.html) { work.append { try writePage(context, to: stream) } }
    // The mail has files attached: it waits for the tables, or makes them.
    if plan.formats.contains(.email) {
      work.append { try writeMail(context, with: try tables.all().tables, to: stream) }
    }
    if plan.formats.contains(.csv) {
      work.append { for file in try tables.all().files { try stream([file]) } }
      work.append { try stream([waitingFile]) }
    }
    if plan.formats.contains(.json) {
      work.append { try writeJSON(try tables.all().parts, to: stream) }
    }
    let results = folder.make(work, workers: plan.workers)
    // Of a full disk the same file tells always, whichever failed first.
    for result in results { try result.get() }
  }

  /// The tables, and what becomes of them.
  private struct MadeTables: Sendable {
    var tables: [ReportFile: MadeTable] = [:]
    /// What report.json says of files.
    var parts: Parts
    /// The CSV files but listings and the waiting list.
    var files: [StreamedFile] = []
  }

  /// The tables, made by who needs them first, while others wait.
  private final class SharedTables: Sendable {
    private let made = Locked<MadeTables?>(nil)
    private let make: @Sendable () throws -> MadeTables

    init(_ make: @escaping @Sendable () throws -> MadeTables) {
      self.make = make
    }

    func all() throws -> MadeTables {
      try made.withLock { made in
        if let made { return made }
        let new = try make()
        made = new
        return new
      }
    }
  }

  private func madeTables(beside listingParts: Parts) throws -> MadeTables {
    var made = MadeTables(tables: try madeTables(), parts: listingParts)
    for file in ReportFile.allCases {
      let (part, streamed) = try document(file, made.tables[file])
      if let part { made.parts[file] = part }
      if let streamed { made.files.append(streamed) }
    }
    return made
  }

  /// What report.json says of files.
  private typealias Parts = [ReportFile: JSONReport.Part]

  /// What report.json says of a file; nil, and nothing is made, where it is not written.
  private func part(_ make: () throws -> JSONReport.Part) rethrows -> JSONReport.Part? {
    plan.formats.contains(.json) ? try make() : nil
  }

  /// A file that is short enough to be made in one piece.
  private struct MadeTable: Sendable {
    /// What report.json says of it, where that is written.
    let part: JSONReport.Part?
    /// Its CSV file; nil where neither folder nor mail wants it.
    let bytes: [UInt8]?
  }

  /// The tables of all files but listings and the waiting list, which may be long.
  private func madeTables() throws -> [ReportFile: MadeTable] {
    // That of employees is the longest by far.
    let files =
      [.employees]
      + ReportFile.allCases.filter { !$0.isListing && $0 != .waiting && $0 != .employees }
    let made = try concurrently(files.count, workers: plan.workers) { [files] number in
      (files[number], try madeTable(files[number]))
    }
    return Dictionary(uniqueKeysWithValues: made)
  }

  private func madeTable(_ file: ReportFile) throws -> MadeTable {
    let isWanted = plan.formats.contains(.csv) || isMailed(file)
    if file == .employees {
      let employees = EmployeeRows(findings)
      if employees.count > JSONReport.longestList {
        return MadeTable(
          part: part { .name(file.fileName) },
          bytes: isWanted ? marked(try csvReport.render(employees)) : nil)
      }
    }
    let table = ReportTables(findings).table(file)
    return MadeTable(
      part: part { .table(table) },
      bytes: isWanted ? marked(try csvReport.render(table)) : nil)
  }

  private func isMailed(_ file: ReportFile) -> Bool {
    plan.formats.contains(.email) && MailReport.attachedFiles.contains(file)
  }

  /// What report.json says of a file, where that is written, and how the file is; nil where that is not
  /// known yet.
  private func document(
    _ file: ReportFile, _ made: MadeTable?
  ) throws -> (part: JSONReport.Part?, streamed: StreamedFile?) {
    if let made {
      return (
        made.part,
        made.bytes.map { .whole(file.fileName, $0, ordinal: Self.ordinal(of: file)) }
      )
    }
    switch file {
    case .rejected: return try rejected()
    case .waiting: return (waitingPart, nil)
    case .conversations, .openers, .summary, .channels, .employees, .trend, .changes, .heatmap,
      .badge, .benchmarks, .peers, .expectations, .quality, .rules:
      return (nil, nil)
    }
  }

  private func writeJSON(_ parts: Parts, to stream: Stream) throws {
    let report = JSONReport(clock: plan.clock).render(
      version: version,
      parts: ReportFile.allCases.compactMap { file in parts[file].map { (file, $0) } },
      receiptsOf: findings)
    try stream([.whole("report.json", report, ordinal: Self.ordinal(ofOther: .json))])
  }

  // MARK: Order

  /// Where a file stands among all: CSV files first, in their order.
  private static func ordinal(of file: ReportFile) -> Int {
    ReportFile.allCases.firstIndex(of: file) ?? 0
  }

  /// What comes after the CSV files.
  private enum OtherFile: Int {
    case page, json, mailHTML, mailText, mailMessage
  }

  private static func ordinal(ofOther file: OtherFile) -> Int {
    ReportFile.allCases.count + file.rawValue
  }

  // MARK: Streams

  /// A file that is written piece by piece, behind the mark that some programs ask for.
  private func streamed(
    _ file: ReportFile, isPrivate: Bool = false,
    _ body: @escaping @Sendable (CSVReport.Write) throws -> Void
  ) -> StreamedFile {
    let hasMark = plan.csvHasByteOrderMark
    return StreamedFile(
      name: file.fileName, ordinal: Self.ordinal(of: file), isPrivate: isPrivate
    ) { write in
      if hasMark { try Self.byteOrderMark.withUnsafeBytes { try write($0) } }
      try body(write)
    }
  }

  private func rejected() throws -> (part: JSONReport.Part?, streamed: StreamedFile?) {
    let rejected = RejectedRows(history: history, redaction: plan.redaction)
    return (
      try part {
        rejected.count <= JSONReport.longestList
          ? .table(try rejected.table()) : .name(ReportFile.rejected.fileName)
      },
      streamed(.rejected, isPrivate: true) { [listingStyle] write in
        try rejected.write(style: listingStyle, to: write)
      }
    )
  }

  private var waitingPart: JSONReport.Part? {
    part {
      findings.waiting.count > JSONReport.longestList
        ? .name(ReportFile.waiting.fileName) : .table(ReportTables(findings).table(.waiting))
    }
  }

  /// Written piece by piece: there may be a million rows.
  private var waitingFile: StreamedFile {
    streamed(.waiting) { [csvReport, waiting = findings.waiting] write in
      try csvReport.write(waiting, to: write)
    }
  }

  private func writePage(_ context: ReportContext, to stream: Stream) throws {
    let page = try HTMLReport(library: templates.library).render(
      context, title: plan.title, version: version, notes: [])
    try stream([.whole("report.html", page, ordinal: Self.ordinal(ofOther: .page))])
  }

  private func writeMail(
    _ context: ReportContext, with tables: [ReportFile: MadeTable], to stream: Stream
  ) throws {
    let mail = try MailReport(library: templates.library).render(
      context, title: plan.title, version: version, notes: [], head: plan.mailHead,
      tables: MailReport.attachedFiles.compactMap { file in
        tables[file]?.bytes.map { MailAttachment(name: file.fileName, bytes: $0) }
      })
    let documents: [(file: OtherFile, name: String, bytes: [UInt8])] = [
      (.mailHTML, MailReport.htmlName, mail.html), (.mailText, MailReport.textName, mail.text),
      (.mailMessage, MailReport.messageName, mail.message),
    ]
    for (file, name, bytes) in documents {
      try stream([.whole(name, bytes, ordinal: Self.ordinal(ofOther: file))])
    }
  }

  private var extras: HTMLReport.Extras {
    HTMLReport.Extras(
      benchmarks: findings.benchmarks.byPage, overdueAfter: plan.overdueAfter)
  }

  private var csvReport: CSVReport {
    CSVReport(library: templates.library, clock: plan.clock, separator: plan.csvSeparator)
  }

  /// A CSV file behind the mark that some programs ask for.
  private func marked(_ bytes: [UInt8]) -> [UInt8] {
    plan.csvHasByteOrderMark ? Self.byteOrderMark + bytes : bytes
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  // MARK: Listings

  /// The two long listings, the longer one first.
  private static let listings: [ReportFile] = [.openers, .conversations]

  private func streamed(_ file: ReportFile, of listing: SortedListing) -> StreamedFile {
    streamed(file) { [listingStyle] write in
      try listing.write(file, style: listingStyle, to: write)
    }
  }

  private func parts(of listing: SortedListing) throws -> Parts {
    try Self.listings.reduce(into: [:]) { parts, file in
      parts[file] = try part {
        try listing.table(file).map { .table($0) } ?? .name(file.fileName)
      }
    }
  }

  private var listingStyle: ListingStyle {
    ListingStyle(clock: plan.clock, separator: plan.csvSeparator)
  }
}
