import Glibc
import MessageHistory

/// The folder of reports: all of its files are there at once, or none.
///
/// Files are built in a new folder beside the place, which then takes the place in one step. A run
/// that dies at any moment, of the machine's power too, leaves the previous report whole or the new
/// one: each file is on disk before the folder, the folder before the step, the step before the old
/// folder is removed. What a dead run leaves behind, the next one removes.
final class OutputFolder: Sendable {
  /// A file that was written.
  struct Output: Equatable {
    var name: String
    var size: Int
    var sha256: String
  }

  private enum Stage { case beginning, drafting, published, givenUp }

  private struct State {
    var stage = Stage.beginning
    /// With the ordinals of their files.
    var outputs: [(ordinal: Int, output: Output)] = []
    /// Those of the outputs, until they lie on disk.
    var files: [WrittenFile] = []
    /// Those of files that are being made, the first one first.
    var relays: [PieceRelay] = []
    /// Pieces of work that may still write files.
    var unfinished = 0
  }

  private let place: FolderPlace
  private let lock: FolderLock
  private let replacement: FolderReplacement
  /// Nil for a folder whose report is replaced.
  private let runs: DatedRuns?
  /// Folders above the place that this run made.
  private let madeParents: [String]
  private let state = Watched(State())

  /// Takes hold of the place and checks that a report may stand there.
  ///
  /// - Throws: `RunError` where another run holds it, where something else stands there, or where
  ///   nothing can be written.
  init(_ target: OutputTarget) throws(RunError) {
    let parents: [String]
    switch target {
    case .replaced(let path):
      guard let place = FolderPlace(path) else {
        throw RunError(
          .cannotWrite,
          "\(path): error: not a folder of its own that could be replaced; name a new folder")
      }
      parents = try SystemFolder(place.parent).makeWithParents()
      lock = try FolderLock(place.lock, of: path)
      self.place = place
      runs = nil
    case .dated(let folder, let count, let now):
      let runs = DatedRuns(folder: folder, count: count)
      parents = try SystemFolder(runs.folder).makeWithParents()
      lock = try FolderLock(runs.lock, of: folder)
      try runs.check()
      place = runs.place(at: now)
      self.runs = runs
    }
    madeParents = parents
    replacement = FolderReplacement(place)
    try replacement.begin()
    state.withLock { $0.stage = .drafting }
  }

  deinit {
    giveUp()
  }

  /// Where the report stands once it is published.
  var path: String { place.path }

  // MARK: Writing

  /// Writes a file that is made in one piece.
  func write(_ name: String, _ bytes: [UInt8]) throws(RunError) {
    try stream([.whole(name, bytes)], workers: 1)
  }

  /// Writes a file piece by piece; with `isPrivate` only its owner may read it.
  func stream(
    _ name: String, isPrivate: Bool = false,
    _ body: @escaping @Sendable ((UnsafeRawBufferPointer) throws(RunError) -> Void) throws -> Void
  ) throws(RunError) {
    try stream([StreamedFile(name: name, isPrivate: isPrivate, body: body)], workers: 1)
  }

  /// Writes files beside each other.
  func stream(_ files: [StreamedFile], workers: Int) throws(RunError) {
    let made = try concurrently(files.count, workers: workers) {
      number throws(RunError) in try drafted(files[number])
    }
    state.withLock { state in
      for (streamed, (file, output)) in zip(files, made) {
        state.outputs.append((streamed.ordinal, output))
        state.files.append(file)
      }
    }
  }

  private func drafted(
    _ streamed: StreamedFile
  ) throws(RunError) -> (file: WrittenFile, output: Output) {
    let name = streamed.name
    let file = try state.withLock { state throws(RunError) in
      guard state.stage == .drafting else { throw Self.interrupted }
      return try DraftFile(
        "\(place.draft)/\(name)", shownAs: "\(place.path)/\(name)",
        isPrivate: streamed.isPrivate)
    }
    let relay = PieceRelay { piece throws(RunError) in try file.write(piece) }
    state.withLock { $0.relays.append(relay) }
    let made = Result { try streamed.body { piece throws(RunError) in try relay.write(piece) } }
    state.withLock { $0.relays.removeAll { $0 === relay } }
    try relay.end()
    do { try made.get() } catch { throw RunError(error) }
    let (written, size, sha256) = file.finish()
    return (written, Output(name: name, size: size, sha256: sha256))
  }

  /// Does pieces of work that write files, at most so many at once; they are begun in their order.
  ///
  /// Whoever has nothing else to do helps to write a file that somebody else makes.
  /// - Parameters:
  ///   - work: the pieces.
  ///   - workers: at least 1.
  /// - Returns: how each of them ended, in their order.
  func make(
    _ work: [@Sendable () throws -> Void], workers: Int
  ) -> [Result<Void, any Error>] {
    state.withLock { $0.unfinished = work.count }
    let ends = concurrently(work.count + workers - 1, workers: workers) { number in
      guard number < work.count else {
        help()
        return Result<Void, any Error>.success(())
      }
      defer { state.withLock { $0.unfinished -= 1 } }
      return Result { try work[number]() }
    }
    return Array(ends.prefix(work.count))
  }

  /// Writes what others make, one file after the other, until all work is done.
  private func help() {
    while let relay = state.withLock(
      once: { $0.unfinished == 0 || $0.relays.contains(where: \.isUnhelped) },
      { $0.relays.first(where: \.isUnhelped) })
    {
      _ = relay.help()
    }
  }

  /// Files written so far, in their order.
  var written: [Output] {
    let outputs = state.withLock { $0.outputs }
    return outputs.enumerated()
      .sorted { ($0.element.ordinal, $0.offset) < ($1.element.ordinal, $1.offset) }
      .map(\.element.output)
  }

  private static var interrupted: RunError {
    RunError(.temporaryFailure, "error: the run was ended; nothing was replaced")
  }

  // MARK: Ending

  /// Puts the new folder in its place.
  ///
  /// - Returns: what went wrong after that, which the next run puts right; a line each.
  /// - Throws: `RunError` (73) where the new folder cannot take the place: then all is as it was.
  func publish() throws(RunError) -> [String] {
    try state.withLock { state throws(RunError) in
      guard state.stage == .drafting else { throw Self.interrupted }
      try WrittenFile.settle(state.files)
      state.files = []
      try replacement.perform()
      state.stage = .published
      var flaws = replacement.end()
      if let runs { flaws += runs.settle(newest: place.name) }
      lock.release()
      return flaws
    }
  }

  /// Removes what an unpublished run has made so far; nothing can be written any more.
  ///
  /// May be called from another thread while files are written.
  func giveUp() {
    state.withLock { state in
      switch state.stage {
      case .beginning: break
      case .drafting:
        state.files = []
        replacement.giveUp()
      case .published, .givenUp: return
      }
      state.stage = .givenUp
      lock.release()
      for parent in madeParents.reversed() { rmdir(parent) }
    }
  }
}

/// A file of a report that is written piece by piece.
struct StreamedFile: Sendable {
  var name: String
  /// Where it stands among the files of the report, which may be written in any order; files of one
  /// ordinal in the order in which they were written.
  var ordinal = Int.max
  /// Whether only its owner may read it.
  var isPrivate = false
  /// Hands the pieces to what it is given.
  var body: @Sendable ((UnsafeRawBufferPointer) throws(RunError) -> Void) throws -> Void

  /// A file that is made in one piece.
  static func whole(_ name: String, _ bytes: [UInt8], ordinal: Int = .max) -> StreamedFile {
    StreamedFile(name: name, ordinal: ordinal) { write in
      try bytes.withUnsafeBytes { try write($0) }
    }
  }
}

/// Where reports go.
enum OutputTarget: Equatable, Sendable {
  /// Into this folder, in place of the report that is there.
  case replaced(path: String)
  /// Into a new folder in this one, named by the clock of the run; so many are kept, at least 1.
  case dated(folder: String, count: Int, now: Instant)
}
