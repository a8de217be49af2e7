import MessageHistory

/// The pieces of a file that one worker makes, and that another one writes as soon as it has nothing
/// else to do.
///
/// The longest file of a report takes longer than all others, and can be made by one worker alone.
/// Writing its bytes and hashing them is half of the work, and is handed over from the moment on at
/// which somebody is free.
final class PieceRelay: Sendable {
  /// Writes a piece behind those before it.
  typealias Write = (UnsafeRawBufferPointer) throws(RunError) -> Void

  private struct State {
    /// Whether somebody writes what is made.
    var isHelped = false
    /// Pieces that are made and not taken to be written, the first one first.
    var made: [[UInt8]] = []
    /// Room for further pieces.
    var rooms: [[UInt8]] = []
    /// Whether no more pieces will come.
    var isEnded = false
    var failure: RunError?
  }

  // Called by the worker that makes the pieces until that hands the first one over, then by the one
  // that helps until it has written the last one.
  private struct Writer: @unchecked Sendable {
    let write: Write
  }

  private let writer: Writer
  private let state = Watched(State())

  /// Pieces between the two, so that neither waits where one takes longer now and then.
  private static let mostPieces = 4
  /// Longer ones are handed over in parts, as rooms are kept.
  private static let longestPiece = 1 << 20

  /// - Parameter write: writes a piece; never called by two threads at once.
  init(_ write: @escaping Write) {
    writer = Writer(write: write)
  }

  // MARK: Making

  /// Writes a piece, or has it written.
  ///
  /// - Throws: `RunError` (73) where a former one cannot be written, or this one if nobody helps.
  func write(_ piece: UnsafeRawBufferPointer) throws(RunError) {
    var rest = piece
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.longestPiece))
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
      if var room = try room() {
        room.append(contentsOf: part)
        state.withLock { [room] in $0.made.append(room) }
      } else {
        try writer.write(part)
      }
    }
  }

  /// An empty room for a piece; nil where nobody else writes.
  private func room() throws(RunError) -> [UInt8]? {
    try state.withLock(once: { !$0.isHelped || !$0.rooms.isEmpty }) { state throws(RunError) in
      if let failure = state.failure { throw failure }
      return state.rooms.popLast()
    }
  }

  /// Ends the making, whether all was made or not, and waits for what was handed over.
  ///
  /// - Throws: `RunError` (73) where a helper could not write a piece.
  func end() throws(RunError) {
    state.withLock { $0.isEnded = true }
    try state.withLock(once: { !$0.isHelped }) { state throws(RunError) in
      if let failure = state.failure { throw failure }
    }
  }

  // MARK: Helping

  /// Whether somebody makes pieces, and nobody helps.
  var isUnhelped: Bool { state.withLock { !$0.isHelped && !$0.isEnded } }

  /// Writes whatever is made from now on, until there is no more.
  ///
  /// - Returns: false, and nothing is done, where somebody helps already or the making has ended.
  func help() -> Bool {
    let isNeeded = state.withLock { state in
      if state.isHelped || state.isEnded { return false }
      state.isHelped = true
      state.rooms = Array(repeating: [], count: Self.mostPieces)
      return true
    }
    guard isNeeded else { return false }
    var failure: RunError?
    while var piece = nextPiece() {
      // After a failure the file is not wanted any more.
      failure = failure ?? written(piece)
      piece.removeAll(keepingCapacity: true)
      state.withLock { [piece, failure] state in
        state.failure = failure
        state.rooms.append(piece)
      }
    }
    state.withLock { $0.isHelped = false }
    return true
  }

  private func nextPiece() -> [UInt8]? {
    state.withLock(once: { !$0.made.isEmpty || $0.isEnded }) {
      $0.made.isEmpty ? nil : $0.made.removeFirst()
    }
  }

  private func written(_ piece: [UInt8]) -> RunError? {
    piece.withUnsafeBytes { bytes in
      do throws(RunError) {
        try writer.write(bytes)
        return nil
      } catch {
        return error
      }
    }
  }
}
