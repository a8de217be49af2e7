package import MessageHistory

/// The rows of conversations.csv and openers.csv with their texts, in the order of the files.
///
/// Rows are taken range by range of the inputs: their texts are fetched in the order in which they
/// lie there, the rows are written and sorted into a run, and runs that memory does not hold go into
/// temporary files. A file is then all runs merged into one order. So the inputs are read from front
/// to back once, each worker has ranges of its own, and memory stays within the budget however many
/// rows there are. The order is by page, channel, the real conversation id (under redaction too),
/// instant and place.
package struct SortedListing: Sendable {
  package let totals: ListingTotals
  private let conversations: ListingRuns
  private let openers: ListingRuns
  private let tables: ListingTables
  /// By rank of page and channel: the two cells, and the separator after them.
  private let prefixes: [[UInt8]]
  private let memory: Int

  /// Listings longer than this are no tables.
  private static let longestTable = JSONReport.longestList

  /// Fetches the texts and sorts the rows.
  ///
  /// - Parameters:
  ///   - collected: the rows; they are given up.
  ///   - history: the inputs, pages, channels and employees.
  ///   - redaction: what stands for people's names and ids.
  ///   - style: of the files.
  ///   - workers: how many threads fetch and sort, at least 1.
  ///   - memory: how many bytes may be held.
  /// - Throws: `MessageHistoryError` where an input is not as it was, or a temporary file cannot be
  ///   written.
  package init(
    _ collected: CollectedListing, history: History, redaction: Redaction, style: ListingStyle,
    workers: Int, memory: Int
  ) throws(MessageHistoryError) {
    totals = collected.totals
    self.memory = memory
    let share = ListingShare(memory: memory, workers: workers)
    let allowance = RunAllowance(share.runs)
    let counter = WorkCounter(count: collected.rangeCount)
    var tabulated: Set<ReportFile> = []
    if totals.conversations <= Self.longestTable { tabulated.insert(.conversations) }
    if totals.openers <= Self.longestTable { tabulated.insert(.openers) }
    let wanted = tabulated
    let made = try withWorkers(max(1, min(workers, collected.rangeCount))) {
      _ throws(MessageHistoryError) in
      var sorter = ListingSorter(
        inputs: history.inputs, text: ListingText(history: history, redaction: redaction),
        style: style, tabulated: wanted, allowance: allowance)
      while let range = counter.take() {
        try collected.forEachPart(ofRange: range, limit: share.part) {
          rows throws(MessageHistoryError) in try sorter.add(rows)
        }
      }
      return sorter.sorted
    }
    conversations = made.reduce(into: ListingRuns()) { $0.append(contentsOf: $1.conversations) }
    openers = made.reduce(into: ListingRuns()) { $0.append(contentsOf: $1.openers) }
    tables = made.reduce(into: ListingTables()) { $0.append(contentsOf: $1.tables) }
    prefixes = Self.prefixes(ListingText(history: history, redaction: redaction), style)
  }

  private static func prefixes(_ text: ListingText, _ style: ListingStyle) -> [[UInt8]] {
    var prefixes = [[UInt8]](repeating: [], count: text.slices.count)
    var line = LineSink(style: style)
    for slice in text.slices.indices {
      line.begin()
      text.writeSlice(UInt32(slice), to: &line)
      prefixes[Int(text.sliceRanks[slice])] = line.bytes + [style.separator]
    }
    return prefixes
  }

  /// How many rows a file has.
  package func count(of file: ReportFile) -> Int {
    file == .conversations ? totals.conversations : file == .openers ? totals.openers : 0
  }

  /// The rows of one of the two files as a table; nil where there are too many for report.json.
  package func table(_ file: ReportFile) -> ReportTable? {
    guard count(of: file) <= Self.longestTable else { return nil }
    let rows = file == .conversations ? tables.conversations : tables.openers
    return ReportTable(file, rows: rows.sorted)
  }

  /// Hands one of the two files to `write` in pieces, the header first.
  package func write(
    _ file: ReportFile, style: ListingStyle, to write: (borrowing [UInt8]) throws -> Void
  ) throws {
    var piece = Self.header(of: file, style)
    piece.reserveCapacity(Self.pieceSize + (64 << 10))
    var rows = try (file == .conversations ? conversations : openers).merged(memory: memory / 8)
    let prefixes = prefixes
    while try rows.next({ Self.append($0, $1, after: prefixes, to: &piece) }) {
      if piece.count >= Self.pieceSize {
        try write(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    try write(piece)
  }

  private static let pieceSize = 256 << 10

  private static func header(of file: ReportFile, _ style: ListingStyle) -> [UInt8] {
    let line = LineSink(headerOf: file, style: style)
    return Array(line.bytes)
  }

  /// Appends the row of the entry that begins at `start`.
  @inline(__always)
  private static func append(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, after prefixes: [[UInt8]],
    to piece: inout [UInt8]
  ) {
    let entry = RunEntry(bytes, at: start)
    piece.append(contentsOf: prefixes[Int(entry.slice)])
    // Text follows the id: where the row shows it as it is, the two are one stretch.
    let text = start + RunEntry.size + (entry.showsID == 1 ? 0 : Int(entry.idCount))
    piece.append(
      contentsOf: UnsafeRawBufferPointer(rebasing: bytes[text..<start + entry.byteCount]))
  }
}

/// How the memory for listings is shared.
package struct ListingShare: Sendable {
  /// Bytes of rows that all workers together hold before their texts are fetched.
  package let rows: Int
  /// Bytes of rows that a worker takes together to fetch their texts.
  let part: Int
  /// Bytes of runs.
  let runs: Int
  private let workers: Int

  /// What a part takes for each byte of its rows: the rows, their texts twice while they are sorted,
  /// and what grows by doubling.
  private static let partFactor = 6

  package init(memory: Int, workers: Int) {
    self.workers = workers
    rows = memory / 4
    part = max(memory / 2 / workers / Self.partFactor, 1)
    runs = min(memory / 2, Self.mostRuns)
  }

  /// Ranges such that the rows of one are about a part, if an eighth as many bytes are listed as are
  /// read, as usual; some for each worker in any case.
  package func ranges(of inputs: [Int]) -> PlaceRanges {
    let total = inputs.reduce(0, +)
    let least = total < Self.smallInput ? 1 : workers * 4
    return PlaceRanges(
      inputs: inputs, count: min(max(total / 8 / part, least), Self.mostRanges))
  }

  /// Runs beyond this lie in temporary files, however much memory there is: they are read again from
  /// front to back once, which holding them would hardly be faster than.
  private static let mostRuns = 256 << 20
  private static let smallInput = 4 << 20
  private static let mostRanges = 4_096
}
