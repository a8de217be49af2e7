/// Goes over the entries of a run in their order, piece by piece of its memory.
struct RunCursor: BitwiseCopyable {
  typealias Piece = PieceList<UInt64>.Piece

  /// Where the current entry begins.
  private(set) var entry: UnsafeRawPointer
  /// Behind the last entry of the piece.
  private var end: UnsafeRawPointer
  private var laterPieces: UnsafeBufferPointer<Piece>
  /// Where the piece begins that the entry lies in; nil where it is none of a pool's.
  private var piece: UnsafeRawPointer?

  /// Begins with the first entry of a run in memory, as long as somebody holds it.
  ///
  /// - Parameter run: the run, which has an entry.
  init(_ run: HeldRun) {
    entry = UnsafeRawPointer(run.words.all[0].start)
    end = UnsafeRawPointer(run.words.all[0].end)
    laterPieces = UnsafeBufferPointer(rebasing: run.words.all[1...])
    piece = run.words.all[0].isOfPool ? entry : nil
  }

  /// Begins with the first entry of a window, until that is filled anew.
  init(_ window: borrowing RunWindow) {
    entry = window.entries.baseAddress.unsafelyUnwrapped
    end = entry + window.entries.count
    laterPieces = UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Whether there is no entry left.
  @inline(__always)
  var isAtEnd: Bool { entry == end }

  /// Goes on to the next entry.
  ///
  /// - Parameter size: of the current one in bytes.
  /// - Returns: the piece of a pool that was left, by its beginning; mostly nil.
  @inline(__always)
  mutating func advance(by size: Int) -> UnsafeRawPointer? {
    entry += size
    return entry == end ? leavePiece() : nil
  }

  @inline(never)
  private mutating func leavePiece() -> UnsafeRawPointer? {
    let left = piece
    piece = nil
    while entry == end, let next = laterPieces.first {
      entry = UnsafeRawPointer(next.start)
      end = UnsafeRawPointer(next.end)
      piece = next.isOfPool ? entry : nil
      laterPieces = UnsafeBufferPointer(rebasing: laterPieces.dropFirst())
    }
    return left
  }
}
