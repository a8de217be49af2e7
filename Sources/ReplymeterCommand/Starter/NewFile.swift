import Glibc

/// Writes a file that is not there yet.
enum NewFile {
  /// - Throws: `RunError` (73) where there is such a file, or it cannot be written; what was written
  ///   of it is then removed.
  static func write(_ bytes: [UInt8], to path: String) throws(RunError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw RunError(
        .cannotWrite, "\(path): error: the file cannot be written (\(systemText(errno)))")
    }
    var written = 0
    var code: Int32 = 0
    while written < bytes.count, code == 0 {
      let step = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if step >= 0 { written += step } else if errno != EINTR { code = errno }
    }
    if close(descriptor) != 0, code == 0 { code = errno }
    guard code == 0 else {
      unlink(path)
      throw RunError(
        .cannotWrite, "\(path): error: the file cannot be written (\(systemText(code)))")
    }
  }
}
