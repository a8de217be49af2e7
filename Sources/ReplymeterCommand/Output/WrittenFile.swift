import Glibc
import MessageHistory

/// A file that is written, and of which nobody knows yet whether it lies on disk.
struct WrittenFile: Sendable {
  let descriptor: OpenDescriptor
  /// The path that messages show: where the file will stand.
  let shown: String

  /// Waits until all of some files lie on disk.
  ///
  /// They are waited for side by side: a disk takes as long for many at once as for one, so that
  /// two dozen small files cost some milliseconds instead of a tenth of a second.
  /// - Throws: `RunError` (73) of the first file, by their order, that could not be put there.
  static func settle(_ files: [WrittenFile]) throws(RunError) {
    // However few cores there are: the threads only wait.
    let codes = concurrently(files.count, workers: lanes) { index in
      fsync(files[index].descriptor.number) == 0 ? 0 : errno
    }
    guard let failed = codes.firstIndex(where: { $0 != 0 }) else { return }
    throw failure(files[failed].shown, "written", codes[failed])
  }

  private static let lanes = 4

  static func failure(_ path: String, _ what: String, _ code: Int32) -> RunError {
    RunError(
      .cannotWrite,
      "\(path): error: cannot be \(what) (\(systemText(code))); nothing was replaced")
  }
}
