import MessageHistory

/// The runs of one file.
struct ListingRuns<Row: ListedRow>: Sendable {
  private var runs: [ListingRun] = []
  /// What the ids of all rows begin with.
  private var commonPrefix = CommonPrefix()

  /// Sorts a draft into a run; one that is not to be held in memory is written into a file.
  ///
  /// The draft is empty afterwards.
  mutating func append(
    _ draft: inout RunDraft<Row>, allowance: RunAllowance, spool: inout Spool?
  ) throws(MessageHistoryError) {
    guard !draft.isEmpty else { return }
    draft.sort()
    commonPrefix.note(draft.commonPrefix)
    defer { draft.removeAll() }
    if allowance.take(draft.byteCount) {
      runs.append(.held(draft.run()))
    } else {
      let file = try spool.opened { () throws(MessageHistoryError) in try Spool(for: .records) }
      runs.append(.spooled(file, try Self.write(draft, to: file)))
    }
  }

  /// Writes the entries of a sorted draft in their order.
  ///
  /// - Returns: where they lie in the file.
  private static func write(
    _ draft: borrowing RunDraft<Row>, to file: Spool
  ) throws(MessageHistoryError) -> Range<Int> {
    let start = file.count
    var piece = OwnedList<UInt8>(capacity: min(pieceSize + (64 << 10), draft.byteCount))
    try draft.forEachEntry { entry throws(MessageHistoryError) in
      piece.append(entry.bytes)
      if piece.count >= pieceSize {
        try file.append(UnsafeRawBufferPointer(piece.all))
        piece.removeAll()
      }
    }
    try file.append(UnsafeRawBufferPointer(piece.all))
    return start..<file.count
  }

  private static var pieceSize: Int { 1 << 20 }

  mutating func append(contentsOf other: ListingRuns) {
    runs += other.runs
    commonPrefix.note(other.commonPrefix)
  }

  /// All rows in one order; of runs in files so many bytes are held at once.
  ///
  /// - Parameters:
  ///   - memory: for runs in files.
  ///   - ranks: by slice, where its page and channel stand among all.
  ///   - isLast: whether nobody will ask for them again, so that they are given up.
  /// - Returns: what hands them out.
  /// - Throws: `MessageHistoryError` where a temporary file cannot be read.
  func merged(
    memory: Int, ranks: [UInt32], isLast: Bool
  ) throws(MessageHistoryError) -> ListingMerge<Row> {
    let spooled = runs.count {
      if case .spooled = $0 { true } else { false }
    }
    return try ListingMerge(
      runs, commonPrefix: commonPrefix.count, ranks: ranks,
      window: min(max(memory / max(spooled, 1), Self.leastWindow), Self.pieceSize),
      isLast: isLast)
  }

  private static var leastWindow: Int { 4 << 10 }
}
