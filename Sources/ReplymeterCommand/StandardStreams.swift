import Glibc

/// What the program says: results on standard output, everything else on standard error.
///
/// Nothing that it says can steer a terminal, whatever stands in the names of files, pages and
/// people.
enum StandardStreams {
  /// Prints a line, or several, on standard output.
  ///
  /// - Throws: `RunError` (73) where it cannot be written. A reader that went away wants no more,
  ///   which is no failure.
  static func print(_ text: String) throws(RunError) {
    try settle(write(TerminalText.lines(text) + "\n", to: STDOUT_FILENO))
  }

  /// Puts bytes on standard output as they are.
  ///
  /// - Throws: as `print`.
  static func write(_ bytes: UnsafeRawBufferPointer) throws(RunError) {
    try settle(write(bytes, to: STDOUT_FILENO))
  }

  private static func settle(_ code: Int32) throws(RunError) {
    guard code == 0 || code == EPIPE else {
      throw RunError(
        .cannotWrite, "error: standard output cannot be written (\(systemText(code)))")
    }
  }

  /// Prints a line, or several, on standard error; where that fails there is nobody to tell.
  static func warn(_ text: String) { write(TerminalText.lines(text) + "\n", to: STDERR_FILENO) }

  /// Shows text on standard error without a line end, such as a bar that is drawn over itself.
  static func show(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Lets a pipe without a reader and a file that may not grow be errors of the writing, not ends
  /// of the program: a run that wrote its reports has done so whoever reads their list.
  static func settleSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  /// Zero, or the code of what went wrong.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let step = Glibc.write(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if step < 0, errno != EINTR { return errno }
      if step > 0 { written += step }
    }
    return 0
  }
}
