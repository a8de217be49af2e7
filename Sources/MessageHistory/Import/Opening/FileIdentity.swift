import Glibc

/// What tells a file from another that took its place, and from itself before it was written to.
struct FileIdentity: Equatable, Sendable {
  private struct Time: Equatable, Sendable {
    private let seconds: Int
    private let nanoseconds: Int

    init(_ time: timespec) {
      seconds = time.tv_sec
      nanoseconds = time.tv_nsec
    }
  }

  private let device: UInt
  private let number: UInt
  let size: Int
  private let modified: Time
  /// The time of the last change of the file's entry as well: some copying programs set the time
  /// of the content back to what it was elsewhere.
  private let entryModified: Time
  private let isRegular: Bool
  let isFolder: Bool

  /// Nil where the system does not tell, with the reason in `errno`.
  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// That of what `path` leads to now.
  init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
    size = Int(status.st_size)
    modified = Time(status.st_mtim)
    entryModified = Time(status.st_ctim)
    isRegular = status.st_mode & S_IFMT == S_IFREG
    isFolder = status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether it can be read at any place, and again.
  var canBeSought: Bool { isRegular }
}
