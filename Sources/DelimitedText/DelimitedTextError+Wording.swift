import Glibc

extension DelimitedTextError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotOpen(let path, let code):
      "\(path): error: cannot open the file (\(Self.reason(code))); "
        + "check the path and its permissions"
    case .cannotRead(let path, let byte, let code):
      "\(path): error: cannot read the file from byte \(byte) on (\(Self.reason(code))); "
        + "check that it is a file and still there"
    case .notText(let path, let byte):
      "\(path): error: this is no text (found a zero byte at byte \(byte), expected none); "
        + "export the history as CSV in UTF-8"
    case .unexpectedUTF16(let path):
      "\(path):1:1: error: the text is in another encoding (found UTF-16, expected UTF-8); "
        + "save it as CSV in UTF-8"
    case .recordTooLong(let path, let position, let limit, let missing):
      "\(path):\(position.line):1: error: the record has no end "
        + "(found more than \(limit) bytes, expected at most \(limit)); \(missing.advice)"
    }
  }

  /// The system's words for an error number.
  private static func reason(_ code: Int32) -> String {
    guard let words = strerror(code) else { return "error \(code)" }
    return String(cString: words)
  }
}
