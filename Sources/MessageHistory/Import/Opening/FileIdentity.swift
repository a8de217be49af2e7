import Glibc

/// What tells a file from another that took its place, and from itself before it was written to.
struct FileIdentity: Equatable, Sendable {
  private let device: UInt
  private let number: UInt
  let size: Int
  /// In nanoseconds, which suffice until the year 2262; later times wrap around.
  private let modified: Int
  /// The time of the last change of the file's entry as well: some copying programs set the time
  /// of the content back to what it was elsewhere.
  private let entryModified: Int
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
    modified = Self.nanoseconds(status.st_mtim)
    entryModified = Self.nanoseconds(status.st_ctim)
    isRegular = status.st_mode & S_IFMT == S_IFREG
    isFolder = status.st_mode & S_IFMT == S_IFDIR
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }

  /// Whether it can be read at any place, and again.
  var canBeSought: Bool { isRegular }
}
