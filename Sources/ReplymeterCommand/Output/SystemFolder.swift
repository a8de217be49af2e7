import Foundation
import Glibc

/// A folder as the system knows it: made, put on disk and removed step by step.
struct SystemFolder {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Makes the folder and those above it that are not there, each on disk before the next.
  ///
  /// - Returns: the folders that were made, outermost first.
  /// - Throws: `RunError` (73) where one cannot be made.
  func makeWithParents() throws(RunError) -> [String] {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw cannotBeMade(ENOTDIR) }
      return []
    }
    let parent = FolderPlace(path)?.parent
    var made = try parent.map { parent throws(RunError) in
      try SystemFolder(parent).makeWithParents()
    }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw cannotBeMade(errno) }
    if let parent { try SystemFolder(parent).sync() }
    made?.append(path)
    return made ?? []
  }

  private func cannotBeMade(_ code: Int32) -> RunError {
    RunError(.cannotWrite, "\(path): error: the folder cannot be made (\(systemText(code)))")
  }

  /// Waits until the names in the folder lie on disk.
  ///
  /// - Throws: `RunError` (73) where they do not; a file system that knows nothing of the kind
  ///   (EINVAL, ENOTSUP) is no failure.
  func sync() throws(RunError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that one may write in but not list cannot be opened, and so not be waited for.
    if descriptor < 0, errno == EACCES { return }
    defer { if descriptor >= 0 { close(descriptor) } }
    guard descriptor >= 0 && fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw RunError(
        .cannotWrite,
        "\(path): error: cannot be put on disk (\(systemText(errno))); nothing was replaced")
    }
  }

  /// Removes the folder and the files in it, never a folder in it; the manifest goes last, so that
  /// what is left when the run dies is still known as the program's own.
  ///
  /// - Returns: nil where nothing is left, else the system's error number.
  @discardableResult func remove() -> Int32? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    // A link is removed, and what it leads to is not looked at.
    guard status.st_mode & S_IFMT == S_IFDIR else {
      return unlink(path) == 0 ? nil : errno
    }
    // Its owner may have taken away the right to change it.
    chmod(path, 0o700)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let failed = names.filter { $0 != Manifest.fileName && unlink("\(path)/\($0)") != 0 }
    if failed.isEmpty { unlink("\(path)/\(Manifest.fileName)") }
    return rmdir(path) == 0 ? nil : errno
  }
}

extension FileKind {
  /// Whether there is anything at a path, a broken link included.
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
