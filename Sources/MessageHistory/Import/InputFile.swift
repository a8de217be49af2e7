import Glibc

/// An input that can be read at any place: a file, or a copy of what cannot be sought.
package final class InputFile: Sendable {
  /// The name as it was given.
  package let name: String
  /// Bytes when it was opened.
  package let size: Int
  private let descriptor: Int32
  private let modified: (seconds: Int, nanoseconds: Int)

  /// Opens a file for reading.
  ///
  /// - Throws: `MessageHistoryError.cannotOpen` where it is not there, is a folder or may not be
  ///   read.
  package convenience init(path: String, name: String) throws(MessageHistoryError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: name, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .cannotOpen(path: name, code: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      defer { close(descriptor) }
      if status.st_mode & S_IFMT == S_IFDIR { throw .cannotOpen(path: name, code: EISDIR) }
      self.init(descriptor: try Self.spool(descriptor, name: name), name: name)
      return
    }
    self.init(descriptor: descriptor, name: name)
  }

  /// Copies standard input into a file without a name, which ends with the program.
  package static func standardInput() throws(MessageHistoryError) -> InputFile {
    InputFile(descriptor: try spool(STDIN_FILENO, name: "-"), name: "-")
  }

  /// Takes a descriptor over, which is closed with it.
  init(descriptor: Int32, name: String) {
    self.name = name
    self.descriptor = descriptor
    var status = stat()
    fstat(descriptor, &status)
    size = Int(status.st_size)
    modified = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }

  deinit {
    close(descriptor)
  }

  /// Whether size and time are still those of the opening.
  package var isUnchanged: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && Int(status.st_size) == size
      && status.st_mtim.tv_sec == modified.seconds
      && status.st_mtim.tv_nsec == modified.nanoseconds
  }

  /// Fills `room` from the byte `offset` on, as far as there are bytes, and returns how many.
  package func read(
    into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(MessageHistoryError) -> Int {
    var filled = 0
    while filled < room.count {
      let count = pread(
        descriptor, room.baseAddress.map { $0 + filled }, room.count - filled, offset + filled)
      if count == 0 { break }
      if count > 0 {
        filled += count
      } else if errno != EINTR {
        throw .cannotRead(path: name, byte: offset + filled, code: errno)
      }
    }
    return filled
  }

  /// A new file without a name, which ends with the program, and the folder that it lies in.
  static func unnamedFile() throws(MessageHistoryError) -> (descriptor: Int32, folder: String) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/replymeter-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .cannotSpool(folder: folder, code: errno) }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return (descriptor, folder)
  }

  private static func spool(
    _ source: Int32, name: String
  ) throws(MessageHistoryError) -> Int32 {
    let (copy, folder) = try unnamedFile()
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = Glibc.read(source, room.baseAddress, room.count)
      if count == 0 { return copy }
      if count < 0 {
        if errno == EINTR { continue }
        let code = errno
        close(copy)
        throw .cannotRead(path: name, byte: 0, code: code)
      }
      var written = 0
      while written < count {
        let step = write(copy, room.baseAddress.map { $0 + written }, count - written)
        if step < 0 {
          if errno == EINTR { continue }
          let code = errno
          close(copy)
          throw .cannotSpool(folder: folder, code: code)
        }
        written += step
      }
    }
  }
}
