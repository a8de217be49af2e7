import MessageHistory

extension Findings {
  /// What every report for people has to say about the run itself, each a sentence.
  func notes(in words: any Wording) -> [String] {
    var notes: [String] = []
    if hasPassingPseudonyms { notes.append(words.quality.passingPseudonyms) }
    if let (age, limit) = staleness {
      let numbers = ReadableNumbers(words.numbers)
      notes.append(
        words.quality.stale.text([
          "age": numbers.duration(age), "limit": numbers.duration(limit),
        ]))
    }
    return notes
  }
}
