import DelimitedText
import MessageHistory
import Reports

/// What a person should know of how the inputs' texts were read: one line a file at most for each.
///
/// Numbers do not depend on it where ids and words are ASCII; names do.
struct EncodingWarnings {
  let lines: [String]

  /// - Throws: `MessageHistoryError` where an input is not as it was.
  init(_ history: History) throws {
    var lines: [String] = []
    for (input, counts) in zip(history.inputs, history.counts) {
      let name = input.file.name
      let detection = input.file.encoding
      if detection.evidence.isDoubtful, detection.encoding != .utf8 {
        lines.append(
          "\(name): warning: the text was read as \(detection.encoding.name) "
            + "(\(detection.evidence)); look at the names, and say what it is: "
            + "encoding: \(detection.encoding.name), or another")
      }
      guard let first = counts.firstNotUTF8 else { continue }
      var finder = LineFinder(input)
      let line = try finder.line(at: first)
      let records = counts.recordsNotUTF8
      let advice =
        detection.evidence == .configured
        ? "" : "; if that is not the text's encoding, name it: encoding: windows-1252, or another"
      lines.append(
        "\(name):\(line): warning: \(records) \(records == 1 ? "record holds" : "records hold") "
          + "bytes that are no \(detection.encoding.name), the first here; they are shown as "
          + "U+FFFD" + advice)
    }
    self.lines = lines
  }
}
