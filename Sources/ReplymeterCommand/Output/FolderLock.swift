import Glibc
import MessageHistory

/// A hold on a place that ends with the run, however the run ends.
///
/// The lock is the kernel's (`flock`, which Linux turns into a range lock on NFS), so that a dead
/// run holds nothing: what it leaves is a file that the next run takes over. The file is removed
/// while it is still locked.
final class FolderLock: Sendable {
  private let path: String
  /// Nil once it is released.
  private let descriptor: Locked<Int32?>

  /// Takes the lock, without waiting.
  ///
  /// - Parameters:
  ///   - path: the lock file's.
  ///   - folder: what it guards, for messages.
  /// - Throws: `RunError`: 75 where another run has the lock, 73 where there can be none.
  init(_ path: String, of folder: String) throws(RunError) {
    self.path = path
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else {
        throw RunError(
          .cannotWrite, "\(folder): error: cannot be written beside (\(systemText(errno)))")
      }
      do {
        try Self.lock(descriptor, of: folder)
      } catch {
        close(descriptor)
        throw error
      }
      // The run before may have removed the file between our opening and our locking it: then what
      // we hold has no name, and the next run would not meet it.
      if Self.isSame(descriptor, path) {
        self.descriptor = Locked(descriptor)
        return
      }
      close(descriptor)
    }
  }

  deinit {
    release()
  }

  /// Lets others have the place; once more does nothing, since by then the file may be another's.
  func release() {
    descriptor.withLock { descriptor in
      guard let held = descriptor else { return }
      unlink(path)
      close(held)
      descriptor = nil
    }
  }

  private static func lock(_ descriptor: Int32, of folder: String) throws(RunError) {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK:
        throw RunError(
          .temporaryFailure,
          "\(folder): error: another run is writing this folder; wait for it, or name another")
      case let code:
        throw RunError(
          .cannotWrite,
          "\(folder): error: cannot be locked (\(systemText(code))); name a folder on a file system "
            + "with locks")
      }
    }
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var opened = stat()
    var named = stat()
    return fstat(descriptor, &opened) == 0 && lstat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
