import Dispatch
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
    let codes = Locked<[Int: Int32]>([:])
    let group = DispatchGroup()
    for lane in 0..<min(lanes, files.count) {
      // A queue of its own each has a thread, however few cores there are: they only wait.
      DispatchQueue(label: "settle-\(lane)").async(group: group) {
        for index in stride(from: lane, to: files.count, by: lanes) {
          guard fsync(files[index].descriptor.number) != 0 else { continue }
          let code = errno
          codes.withLock { $0[index] = code }
        }
      }
    }
    group.wait()
    guard let failed = codes.withLock({ $0.min { $0.key < $1.key } }) else { return }
    throw failure(files[failed.key].shown, "written", failed.value)
  }

  private static let lanes = 4

  static func failure(_ path: String, _ what: String, _ code: Int32) -> RunError {
    RunError(
      .cannotWrite,
      "\(path): error: cannot be \(what) (\(systemText(code))); nothing was replaced")
  }
}
