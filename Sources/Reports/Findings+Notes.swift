import MessageHistory

extension Findings {
  /// What every report for people has to say about the run itself, each a sentence.
  func notes(in words: any Wording) -> [String] {
    var notes: [String] = []
    if hasPassingPseudonyms { notes.append(words.quality.passingPseudonyms) }
    if let (age, limit) = staleness {
      notes.append(
        words.quality.stale.text([
          "age": DurationText.short(age, words.numbers),
          "limit": DurationText.short(limit, words.numbers),
        ]))
    }
    return notes
  }
}
