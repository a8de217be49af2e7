package import MessageHistory

/// The rows of conversations.csv and openers.csv with their texts, in the order of the files.
///
/// Rows are taken range by range of the inputs: their texts are fetched in the order in which they
/// lie there, rows of some ranges sorted with their texts into a run, and runs that memory does not hold go into
/// temporary files. A file is then all runs merged into one order, and each row made a line when it
/// is its turn. So the inputs are read from front to back once, each worker has ranges of its own, and
/// memory stays within the budget however many rows there are. The order is by page, channel, the
/// real conversation id (under redaction too), instant and place.
package struct SortedListing: Sendable {
  package let totals: ListingTotals
  /// What was wanted beside the rows.
  package let texts: RowTexts
  private let conversations: ListingRuns<PlacedConversation>
  private let openers: ListingRuns<PlacedOpener>
  private let history: History
  private let redaction: Redaction
  /// By slice, where its page and channel stand among all.
  private let ranks: [UInt32]
  private let memory: Int
  /// The files that were written, as their rows are given up.
  private let written = Locked<Set<ReportFile>>([])

  /// Listings longer than this are no tables.
  private static let longestTable = JSONReport.longestList

  /// Fetches the texts and sorts the rows.
  ///
  /// - Parameters:
  ///   - collected: the rows; they are given up.
  ///   - requests: texts that are wanted as well, which are fetched on the way.
  ///   - history: the inputs, pages, channels and employees.
  ///   - redaction: what stands for people's names and ids.
  ///   - workers: how many threads fetch and sort, at least 1.
  ///   - memory: how many bytes may be held.
  ///   - unusedMemory: tells the bytes of the machine that are neither in use nor hold what the system
  ///     read of files, or nil.
  /// - Throws: `MessageHistoryError` where an input is not as it was, or a temporary file cannot be
  ///   written.
  package init(
    _ collected: CollectedListing, and requests: TextRequests, history: History,
    redaction: Redaction, workers: Int, memory: Int,
    unusedMemory: @escaping @Sendable () -> Int? = { nil }
  ) throws(MessageHistoryError) {
    totals = collected.totals
    self.history = history
    self.redaction = redaction
    self.memory = memory
    let share = ListingShare(memory: memory, workers: workers)
    let allowance = RunAllowance(share.runs)
    let ranges = collected.ranges
    let requestsOfRanges = requests.divided(by: ranges)
    let counter = WorkCounter(count: ranges.count)
    let ranks = ListingText.sliceRanks(of: history)
    let relief = SweepRelief(of: history.inputs, unusedMemory: unusedMemory)
    let made = try withWorkers(max(1, min(workers, ranges.count))) {
      _ throws(MessageHistoryError) in
      var sorter = ListingSorter(
        inputs: history.inputs, relief: relief, ranks: ranks, pool: collected.pool,
        allowance: allowance, draftLimit: share.draft, requests: requests)
      while let range = counter.take() {
        var wanted = requestsOfRanges[range]
        try collected.forEachPart(ofRange: range, limit: share.part) {
          parts throws(MessageHistoryError) in
          let isOnTheWay = Self.goesOverAll(of: ranges, parts)
          try sorter.add(parts, and: isOnTheWay ? exchange(&wanted, with: []) : [])
        }
        if !wanted.isEmpty { try sorter.fetch(wanted, of: history.inputs) }
      }
      return try sorter.finished()
    }
    self.ranks = ranks
    conversations = made.reduce(into: ListingRuns()) { $0.append(contentsOf: $1.conversations) }
    openers = made.reduce(into: ListingRuns()) { $0.append(contentsOf: $1.openers) }
    texts = RowTexts(count: requests.count, made.map(\.texts))
  }

  /// Whether so many rows are listed that nearly all bytes of their range are read for them: a short
  /// period lists rows of few ranges, and where these lie apart, texts are fetched better by themselves.
  private static func goesOverAll(of ranges: PlaceRanges, _ parts: [HeldRows]) -> Bool {
    parts.reduce(0) { $0 + $1.rows.byteCount } >= ranges.length / bytesPerListedByte
  }

  /// Rows of some sixty bytes, one in four kibibytes.
  private static let bytesPerListedByte = 64

  /// How many rows a file has.
  package func count(of file: ReportFile) -> Int {
    file == .conversations ? totals.conversations : file == .openers ? totals.openers : 0
  }

  /// The rows of one of the two files as a table; nil where there are too many for report.json.
  package func table(_ file: ReportFile) throws -> ReportTable? {
    guard count(of: file) <= Self.longestTable else { return nil }
    var sink = TableSink()
    try send(file, isLast: false, to: &sink) { _ in }
    return ReportTable(file, rows: sink.rows)
  }

  /// Hands one of the two files to `write` in pieces, the header first.
  ///
  /// To be called once for each, after its table: the rows are given up.
  package func write(
    _ file: ReportFile, style: ListingStyle, to write: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    precondition(
      written.withLock { $0.insert(file).inserted }, "the rows of a listing are given up")
    var lines = LineSink(headerOf: file, style: style)
    try send(file, isLast: true, to: &lines) { lines in try lines.handOutPiece(to: write) }
    try write(lines.bytes)
  }

  private func send<Sink: RowSink & ~Copyable>(
    _ file: ReportFile, isLast: Bool, to sink: inout Sink, afterEach: (inout Sink) throws -> Void
  ) throws {
    if file == .conversations {
      try send(conversations, isLast, to: &sink, afterEach)
    } else {
      try send(openers, isLast, to: &sink, afterEach)
    }
  }

  @inline(__always)
  private func send<Row: ListedRow, Sink: RowSink & ~Copyable>(
    _ runs: ListingRuns<Row>, _ isLast: Bool, to sink: inout Sink,
    _ afterEach: (inout Sink) throws -> Void
  ) throws {
    let text = ListingText(history: history, redaction: redaction)
    var rows = try runs.merged(memory: memory / 8, ranks: ranks, isLast: isLast)
    while let row = try rows.next() {
      Row.write(row, with: text, to: &sink)
      sink.endRecord()
      try afterEach(&sink)
    }
  }
}

/// How the memory for listings is shared.
struct ListingShare {
  /// Bytes of rows that all workers together hold before their texts are fetched.
  let rows: Int
  /// Bytes of rows that a worker takes together to fetch their texts.
  let part: Int
  /// Bytes from which on rows with their texts are sorted into a run.
  let draft: Int
  /// Bytes of runs.
  let runs: Int
  private let workers: Int

  /// What a part takes for each byte of its rows: the rows and their order, and the rows with their
  /// texts twice while they are sorted, beside drafts that are as long as a part.
  private static let partFactor = 8

  init(memory: Int, workers: Int) {
    self.workers = workers
    rows = memory / 4
    part = max(memory / 2 / workers / Self.partFactor, 1)
    draft = min(part, Self.longestDraft)
    runs = min(memory / 2, Self.mostRuns)
  }

  /// Ranges of inputs of so many bytes such that the rows of one are about a part, if an eighth as many
  /// bytes are listed as are read, as usual; some for each worker in any case.
  func ranges(ofBytes total: Int) -> PlaceRanges {
    let least = total < Self.smallInput ? 1 : workers * 8
    return PlaceRanges(
      bytes: total, count: min(max(total / 8 / part, least), Self.mostRanges))
  }

  /// Runs beyond this lie in temporary files, however much memory there is: they are read again from
  /// front to back once, which holding them would hardly be faster than.
  private static let mostRuns = 512 << 20
  /// Longer ones would not be merged faster, and are sorted more slowly.
  private static let longestDraft = 64 << 20
  private static let smallInput = 4 << 20
  private static let mostRanges = 4_096
}
