import MessageHistory

/// Goes over the entries of a run, one at a time.
struct RunCursor {
  /// The run, or a window of it.
  private var bytes: [UInt8]
  /// Where the current entry begins, and where what is known of the run ends.
  private(set) var start = 0
  private var end: Int
  /// What has not been read yet of a run in a temporary file.
  private var rest: (spool: Spool, range: Range<Int>)?

  /// Nil for an empty run; of one in a temporary file so many bytes are held, or an entry that is
  /// longer.
  init?(_ run: ListingRun, window: Int) throws(MessageHistoryError) {
    switch run {
    case .held(let bytes):
      self.bytes = bytes
      end = bytes.count
    case .spooled(let spool, let range):
      bytes = [UInt8](repeating: 0, count: max(window, RunEntry.size))
      end = 0
      rest = (spool, range)
    }
    guard try hasEntry() else { return nil }
  }

  /// Goes on to the next entry; false where there is none.
  @inline(__always)
  mutating func advance() throws(MessageHistoryError) -> Bool {
    start += bytes.withUnsafeBytes { RunEntry($0, at: start).byteCount }
    return try hasEntry()
  }

  /// Calls `body` with bytes that hold the current entry, which begins at `start`.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes(body)
  }

  /// Whether an entry begins at `start`; all of it is in the window then.
  @inline(__always)
  private mutating func hasEntry() throws(MessageHistoryError) -> Bool {
    if rest == nil { return start < end }
    return try hasSpooledEntry()
  }

  private mutating func hasSpooledEntry() throws(MessageHistoryError) -> Bool {
    try fill(toHold: RunEntry.size)
    guard end - start >= RunEntry.size else { return false }
    try fill(toHold: bytes.withUnsafeBytes { RunEntry($0, at: start).byteCount })
    return true
  }

  /// Reads on until so many bytes from `start` on are in the window, or the run ends.
  private mutating func fill(toHold count: Int) throws(MessageHistoryError) {
    guard end - start < count, let rest, !rest.range.isEmpty else { return }
    bytes.withUnsafeMutableBytes { bytes in
      bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }
    end -= start
    start = 0
    if bytes.count < count {
      bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
    }
    let wanted = min(bytes.count - end, rest.range.count)
    let filled = end
    let result = bytes.withUnsafeMutableBytes { bytes in
      Result { () throws(MessageHistoryError) in
        try rest.spool.readAll(
          into: UnsafeMutableRawBufferPointer(rebasing: bytes[filled..<filled + wanted]),
          at: rest.range.lowerBound)
      }
    }
    try result.get()
    end += wanted
    self.rest = (rest.spool, rest.range.lowerBound + wanted..<rest.range.upperBound)
  }
}
