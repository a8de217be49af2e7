import Glibc

/// What the program says: results on standard output, everything else on standard error.
enum StandardStreams {
  /// Prints a line, or several, on standard output.
  static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Prints a line, or several, on standard error.
  static func warn(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Puts bytes on standard output as they are.
  static func write(_ bytes: UnsafeRawBufferPointer) { write(bytes, to: STDOUT_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var written = 0
    while written < bytes.count {
      let step = Glibc.write(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      // A reader that went away wants no more; there is nobody to tell.
      if step < 0, errno != EINTR { return }
      if step > 0 { written += step }
    }
  }
}
