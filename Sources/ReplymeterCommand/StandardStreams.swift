import Glibc

/// What the program says: results on standard output, everything else on standard error.
enum StandardStreams {
  /// Prints a line, or several, on standard output.
  ///
  /// - Throws: `RunError` (73) where it cannot be written. A reader that went away wants no more,
  ///   which is no failure.
  static func print(_ text: String) throws(RunError) {
    let code = write(text + "\n", to: STDOUT_FILENO)
    guard code == 0 || code == EPIPE else {
      throw RunError(
        .cannotWrite, "error: standard output cannot be written (\(systemText(code)))")
    }
  }

  /// Prints a line, or several, on standard error; where that fails there is nobody to tell.
  static func warn(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

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
    return text.withUTF8 { bytes in
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
}
