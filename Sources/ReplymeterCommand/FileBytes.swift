import Glibc

/// Reads and writes whole small files.
enum FileBytes {
  /// The bytes of a file; nil where there is none.
  ///
  /// - Throws: `RunError` with `status` where it cannot be read, or is longer than `limit` bytes.
  static func read(
    _ path: String, failingWith status: ExitStatus, atMost limit: Int = .max
  ) throws(RunError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw RunError(status, "\(path): error: cannot be opened (\(systemText(errno)))")
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &block, block.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw RunError(status, "\(path): error: cannot be read (\(systemText(errno)))")
      }
      bytes += block[..<count]
      guard bytes.count <= limit else {
        throw RunError(
          status, "\(path): error: the file is too long (expected at most \(limit) bytes)")
      }
    }
  }

  /// Like `read`, where the file has to be there.
  static func readExisting(
    _ path: String, failingWith status: ExitStatus
  ) throws(RunError) -> [UInt8] {
    guard let bytes = try read(path, failingWith: status) else {
      throw RunError(status, "\(path): error: there is no such file")
    }
    return bytes
  }
}
