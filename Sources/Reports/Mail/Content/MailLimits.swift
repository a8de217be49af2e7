/// How many rows the mail shows of each list; the rest is counted in a note.
struct MailLimits: Equatable {
  var pages: Int
  var steps: Int
  var people: Int
  var waiting: Int
  var sentences: Int

  static let usual = MailLimits(pages: 25, steps: 14, people: 10, waiting: 10, sentences: 8)

  /// Half of each, at least one; nil where there is nothing left to halve.
  var halved: MailLimits? {
    let half = MailLimits(
      pages: max(1, pages / 2), steps: max(1, steps / 2), people: max(1, people / 2),
      waiting: max(1, waiting / 2), sentences: max(1, sentences / 2))
    return half == self ? nil : half
  }
}
