import CSystem
import Glibc

/// The step in which a new folder takes the place of an old one, or of nothing.
///
/// Only under the place's lock. Every step can be followed by the run's death.
struct FolderReplacement: Sendable {
  private let place: FolderPlace

  init(_ place: FolderPlace) {
    self.place = place
  }

  // MARK: Beginning

  /// Clears away what a dead run left, checks the place, and makes the new folder.
  func begin() throws(RunError) {
    try putBackInterrupted()
    try checkReplaceable()
    try clear(place.draft)
    // Whoever may not look into the old report shall not look into the new one, from the beginning.
    let mode: mode_t = oldStatus == nil ? 0o777 : 0o700
    guard mkdir(place.draft, mode) == 0 else {
      throw RunError(
        .cannotWrite, "\(place.path): error: cannot be written beside (\(systemText(errno)))")
    }
  }

  /// Puts the old folder back that a run left aside between its two renames.
  private func putBackInterrupted() throws(RunError) {
    guard FileKind.isThere(place.former) else { return }
    switch FolderContents(of: place.path) {
    case .nothing, .emptyFolder:
      guard rename(place.former, place.path) == 0 else {
        throw RunError(
          .cannotWrite, "\(place.former): error: cannot be put back (\(systemText(errno)))")
      }
    case .report, .reportAndMore, .foreign, .link, .file, .unreadable: try clear(place.former)
    }
  }

  /// Removes a folder of ours of a dead run.
  private func clear(_ path: String) throws(RunError) {
    if case .reportAndMore(let example) = FolderContents(of: path) {
      throw RunError(
        .cannotWrite,
        "\(path): error: this old report has a file that is not of replymeter ('\(example)'); "
          + "move that away")
    }
    if let code = SystemFolder(path).remove() {
      throw RunError(
        .cannotWrite,
        "\(path): error: what an earlier run left cannot be removed (\(systemText(code))); "
          + "remove it")
    }
  }

  private func checkReplaceable() throws(RunError) {
    let path = place.path
    switch FolderContents(of: path) {
    case .nothing: return
    case .emptyFolder, .report: break
    case .foreign(let example), .reportAndMore(let example):
      throw RunError(
        .cannotWrite,
        "\(path): error: the folder has files that are no report of replymeter (such as "
          + "'\(example)'); nothing was touched; name a new or an empty folder")
    case .link:
      throw RunError(
        .cannotWrite, "\(path): error: this is a symbolic link; name the folder that it leads to")
    case .file: throw RunError(.cannotWrite, "\(path): error: this is a file; name a folder")
    case .unreadable(let code):
      throw RunError(
        .cannotWrite, "\(path): error: the folder cannot be read (\(systemText(code)))")
    }
    guard !csystem_is_mount_point(path) else {
      throw RunError(
        .cannotWrite,
        "\(path): error: a file system is mounted here, and so the folder cannot be replaced; name "
          + "a folder in it")
    }
  }

  private var oldStatus: stat? {
    var status = stat()
    return lstat(place.path, &status) == 0 ? status : nil
  }

  // MARK: The step

  /// Puts the new folder in its place; the old one then stands beside it.
  ///
  /// - Throws: `RunError` (73); then all is as it was.
  func perform() throws(RunError) {
    if let old = oldStatus {
      // The group first: changing it takes away bits of the mode.
      _ = chown(place.draft, uid_t.max, old.st_gid)
      guard chmod(place.draft, old.st_mode & 0o7777) == 0 else { throw failure("replaced", errno) }
    }
    try SystemFolder(place.draft).sync()
    // Hours may lie between the first look and this one.
    try checkReplaceable()
    let step = try takePlace()
    do {
      if step != .moved { try checkTakenAway(to: step == .exchanged ? place.draft : place.former) }
      try SystemFolder(place.parent).sync()
    } catch {
      undo(step)
      throw error
    }
  }

  private enum Step { case moved, exchanged, renamedTwice }

  private func takePlace() throws(RunError) -> Step {
    guard FileKind.isThere(place.path) else {
      guard rename(place.draft, place.path) == 0 else { throw failure("made", errno) }
      return .moved
    }
    switch csystem_exchange(place.draft, place.path) {
    case 0: return .exchanged
    case EINVAL, ENOSYS, ENOTSUP:
      // A file system that cannot exchange, such as NFS.
      guard rename(place.path, place.former) == 0 else { throw failure("replaced", errno) }
      guard rename(place.draft, place.path) == 0 else {
        let code = errno
        rename(place.former, place.path)
        throw failure("replaced", code)
      }
      return .renamedTwice
    case let code: throw failure("replaced", code)
    }
  }

  private func undo(_ step: Step) {
    switch step {
    case .moved: rename(place.path, place.draft)
    case .exchanged: _ = csystem_exchange(place.draft, place.path)
    case .renamedTwice:
      rename(place.path, place.draft)
      rename(place.former, place.path)
    }
  }

  /// Looks at the old folder once more, now that nobody can find it by its name: what somebody has
  /// put there between look and step is put back with it.
  private func checkTakenAway(to path: String) throws(RunError) {
    switch FolderContents(of: path) {
    case .nothing, .emptyFolder, .report: return
    case .reportAndMore, .foreign, .link, .file, .unreadable:
      throw RunError(
        .cannotWrite,
        "\(place.path): error: the folder was changed while the report was made; nothing was "
          + "replaced; run again")
    }
  }

  private func failure(_ what: String, _ code: Int32) -> RunError {
    RunError(
      .cannotWrite,
      "\(place.path): error: cannot be \(what) (\(systemText(code))); nothing was replaced")
  }

  // MARK: Ending

  /// Removes the old folder.
  ///
  /// - Returns: what could not be removed, in a line.
  func end() -> [String] {
    [place.draft, place.former].compactMap { path in
      SystemFolder(path).remove().map { code in
        "\(path): warning: the report before cannot be removed (\(systemText(code))); the next run "
          + "tries again"
      }
    }
  }

  /// Removes the new folder.
  func giveUp() {
    SystemFolder(place.draft).remove()
  }
}
