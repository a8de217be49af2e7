import MessageHistory

/// The runs of one file.
struct ListingRuns: Sendable {
  private(set) var runs: [ListingRun] = []
  /// What the ids of all rows begin with; nil without any.
  private var commonPrefix: [UInt8]?

  /// Sorts a draft into a run; one that is not to be held in memory is written into a file.
  mutating func append(
    _ draft: consuming RunDraft, allowance: RunAllowance, spool: inout Spool?
  ) throws(MessageHistoryError) {
    guard !draft.isEmpty else { return }
    note(commonPrefix: draft.commonPrefix)
    let count = draft.byteCount
    if allowance.take(count) {
      var run: [UInt8] = []
      try draft.sort(pieceSize: count) { piece throws(MessageHistoryError) in run = piece }
      runs.append(.held(run))
      return
    }
    let file = try spool.opened { () throws(MessageHistoryError) in try Spool(for: .records) }
    let start = file.count
    try draft.sort(pieceSize: Self.pieceSize) { piece throws(MessageHistoryError) in
      try file.append(piece)
    }
    runs.append(.spooled(file, start..<file.count))
  }

  private static let pieceSize = 1 << 20

  mutating func append(contentsOf other: ListingRuns) {
    runs += other.runs
    if let prefix = other.commonPrefix { note(commonPrefix: prefix) }
  }

  private mutating func note(commonPrefix other: [UInt8]) {
    guard let prefix = commonPrefix else {
      commonPrefix = other
      return
    }
    commonPrefix = Array(zip(prefix, other).prefix { $0 == $1 }.map(\.0))
  }

  /// All rows in one order; of runs in files so many bytes are held at once.
  func merged(memory: Int) throws(MessageHistoryError) -> ListingMerge {
    let spooled = runs.count {
      if case .spooled = $0 { true } else { false }
    }
    return try ListingMerge(
      runs, commonPrefix: commonPrefix?.count ?? 0,
      window: min(max(memory / max(spooled, 1), Self.leastWindow), Self.pieceSize))
  }

  private static let leastWindow = 4 << 10
}
