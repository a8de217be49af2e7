package import MessageHistory

/// Lengths of time for people who read a terminal, in English: `45 s`, `7 min 12 s`, `2 h 05 min`.
package enum DurationText {
  /// As the reports have it, so that a figure reads the same wherever it stands; its spaces are
  /// plain ones.
  package static func short(_ duration: Milliseconds) -> String {
    ReadableNumbers(EnglishWording().numbers).duration(duration).withPlainSpaces
  }
}
