import CSystem
import Crypto
import Glibc

/// A new file that is written piece by piece and lies on disk once it is finished.
final class DraftFile {
  private let descriptor: Int32
  /// The path that messages show: where the file will stand.
  private let shown: String
  private var hash = SHA256()
  private var size = 0

  /// Makes the file; with `isPrivate` only its owner may read it, else as the umask says.
  ///
  /// - Throws: `RunError` (73) where there is such a file or none can be made.
  init(_ path: String, shownAs shown: String, isPrivate: Bool) throws(RunError) {
    self.shown = shown
    descriptor = csystem_create(path, isPrivate ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw Self.failure(shown, "made", -descriptor) }
  }

  deinit {
    close(descriptor)
  }

  func write(_ bytes: borrowing [UInt8]) throws(RunError) {
    var written = 0
    while written < bytes.count {
      let step = bytes.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if step >= 0 {
        written += step
      } else if errno != EINTR {
        throw Self.failure(shown, "written", errno)
      }
    }
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    size += bytes.count
  }

  /// Waits until all of it lies on disk.
  ///
  /// - Returns: its size in bytes and its SHA-256.
  func finish() throws(RunError) -> (size: Int, sha256: String) {
    guard fsync(descriptor) == 0 else { throw Self.failure(shown, "written", errno) }
    return (size, hash.finalize().hexadecimal)
  }

  private static func failure(_ path: String, _ what: String, _ code: Int32) -> RunError {
    RunError(
      .cannotWrite,
      "\(path): error: cannot be \(what) (\(systemText(code))); nothing was replaced")
  }
}
